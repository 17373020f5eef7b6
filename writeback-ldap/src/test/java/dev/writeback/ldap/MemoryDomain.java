package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.Dn;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.InMemoryActiveDirectoryBuilder;
import dev.writeback.testkit.directory.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A domain in memory. */
final class MemoryDomain implements Domain {

    private static final String BASE = "DC=corp,DC=example";
    private static final String UNIT = "OU=Ours," + BASE;
    private static final String WRITER = "CN=svc-writeback,OU=Service," + BASE;
    private static final String READER = "CN=svc-reader,OU=Service," + BASE;
    private static final String PASSWORD = "Svc-Passw0rd!";

    private final InMemoryActiveDirectory directory;
    private final LDAPConnection admin;
    private final Path authority;

    private MemoryDomain(InMemoryActiveDirectory directory) throws LDAPException {
        this.directory = directory;
        this.admin = directory.connect();
        this.admin.add(new AddRequest(UNIT, new Attribute("objectClass", "organizationalUnit")));
        try {
            this.authority = Files.createTempFile("authority", ".pem");
            Files.writeString(authority, directory.authorityPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        directory.resetCounts();
    }

    static MemoryDomain start() throws LDAPException {
        return of(builder());
    }

    static MemoryDomain of(InMemoryActiveDirectoryBuilder builder) throws LDAPException {
        return new MemoryDomain(builder.start());
    }

    static InMemoryActiveDirectoryBuilder builder() {
        return InMemoryActiveDirectory.builder()
                .baseDn(BASE)
                .account(
                        WRITER,
                        PASSWORD,
                        Rights.attributes(
                                        "extensionAttribute1",
                                        "extensionAttribute2",
                                        "proxyAddresses",
                                        "publicDelegates",
                                        "msExchMailboxGuid",
                                        "msExchRecipientTypeDetails")
                                .under(UNIT))
                .account(READER, PASSWORD, Rights.readOnly());
    }

    InMemoryActiveDirectory directory() {
        return directory;
    }

    @Override
    public String unit() {
        return UNIT;
    }

    @Override
    public LDAPConnection admin() {
        return admin;
    }

    @Override
    public LdapSettings.Builder settings() {
        return withoutAuthority().caFile(authority);
    }

    @Override
    public LdapSettings.Builder withoutAuthority() {
        return LdapSettings.builder()
                .servers(List.of(directory.ldapsUrl()))
                .baseDn(Dn.of(BASE))
                .globalCatalogs(List.of())
                .bind(WRITER, PASSWORD::toCharArray);
    }

    @Override
    public LdapSettings.Builder readOnly() {
        return settings().bind(READER, PASSWORD::toCharArray);
    }

    @Override
    public LdapSettings.Builder everything() {
        return settings()
                .bind(directory.adminDn(), () -> directory.adminPassword().toCharArray());
    }

    @Override
    public int plainPort() {
        return directory.ldapPort();
    }

    @Override
    public int tlsPort() {
        return directory.ldapsPort();
    }

    @Override
    public void close() {
        admin.close();
        directory.close();
        try {
            Files.delete(authority);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
