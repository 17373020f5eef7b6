package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import dev.writeback.model.Dn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The domain controller that {@code ad-lab/up.sh} started, and an organizational unit of the test's own on it. */
final class DomainController implements Domain {

    private static final String PROPERTY = "ad.lab";

    private final Map<String, String> env;
    private final LDAPConnection admin;
    private final String unit;

    private DomainController(Map<String, String> env, String name) throws LDAPException {
        this.env = env;
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(120_000);
        this.admin = new LDAPConnection(options, host(), plainPort(), env("AD_BIND_DN"), env("AD_BIND_PASSWORD"));
        this.unit = "OU=ldap-%s-%d,%s"
                .formatted(
                        name.toLowerCase(Locale.ROOT), ProcessHandle.current().pid(), env("AD_PEOPLE_DN"));
        deleteUnit();
        admin.add(new AddRequest(unit, new Attribute("objectClass", "organizationalUnit")));
    }

    /** The lab that the system property {@code ad.lab} names; a test without one fails, it is never skipped. */
    static DomainController running(String name) throws LDAPException {
        return new DomainController(read(System.getProperty(PROPERTY)), name);
    }

    private static Map<String, String> read(@Nullable String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("The tests against a domain controller need -D" + PROPERTY
                    + "=DIR/lab.env, which is not given: start a lab with `ad-lab/up.sh DIR` and name its lab.env.");
        }
        Map<String, String> env = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    env.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).replace("'", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("-D" + PROPERTY + "=" + file + " cannot be read", e);
        }
        return env;
    }

    @Override
    public String host() {
        return env("AD_HOST");
    }

    /** The Kerberos configuration of the lab. */
    Path kerberosConfiguration() {
        return Path.of(env("AD_KRB5_CONF"));
    }

    String realm() {
        return env("AD_REALM");
    }

    private String env(String name) {
        String value = env.get(name);
        if (value == null) {
            throw new IllegalStateException("lab.env has no line " + name + "=...");
        }
        return value;
    }

    @Override
    public int plainPort() {
        return Integer.parseInt(env("AD_LDAP_PORT"));
    }

    @Override
    public int tlsPort() {
        return Integer.parseInt(env("AD_LDAPS_PORT"));
    }

    @Override
    public LdapSettings.Builder settings() {
        return withoutAuthority().caFile(Path.of(env("AD_CA_FILE")));
    }

    @Override
    public LdapSettings.Builder withoutAuthority() {
        return LdapSettings.builder()
                .servers(List.of("ldaps://" + host() + ":" + tlsPort()))
                .baseDn(Dn.of(env("AD_BASE_DN")))
                .bind(env("AD_SVC_DN"), () -> env("AD_SVC_PASSWORD").toCharArray());
    }

    @Override
    public LdapSettings.Builder readOnly() {
        return settings().bind(env("AD_READER_DN"), () -> env("AD_SVC_PASSWORD").toCharArray());
    }

    @Override
    public LdapSettings.Builder everything() {
        return settings().bind(env("AD_BIND_DN"), () -> env("AD_BIND_PASSWORD").toCharArray());
    }

    @Override
    public LDAPConnection admin() {
        return admin;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public void close() throws LDAPException {
        try (admin) {
            deleteUnit();
        }
    }

    private void deleteUnit() throws LDAPException {
        try {
            admin.delete(new DeleteRequest(unit, new Control[] {new SubtreeDeleteRequestControl(true)}));
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
    }
}
