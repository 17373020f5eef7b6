package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An account of a test's own in the lab, with the tools of an administrator: ktutil makes keytabs, kinit gets tickets. */
final class KerberosAccount {

    private final DomainController lab;
    private final String name;
    private final String dn;
    private String password;

    KerberosAccount(DomainController lab) throws LDAPException {
        this.lab = lab;
        this.name = "krb-" + ProcessHandle.current().pid();
        this.dn = "CN=%s,%s".formatted(name, lab.unit());
        this.password = "First-Passw0rd!";
        lab.admin()
                .add(new AddRequest(
                        dn,
                        new Attribute("objectClass", "user"),
                        new Attribute("sAMAccountName", name),
                        new Attribute("userPrincipalName", name + "@" + lab.realm()),
                        new Attribute("unicodePwd", quoted(password)),
                        new Attribute("userAccountControl", "66048")));
    }

    String dn() {
        return dn;
    }

    String principal() {
        return name + "@" + lab.realm();
    }

    String password() {
        return password;
    }

    /** Gives it another password: keys and tickets of before are those of nobody. */
    void changePassword(String other) throws LDAPException {
        lab.admin().modify(dn, new Modification(ModificationType.REPLACE, "unicodePwd", quoted(other)));
        password = other;
    }

    /** Writes a keytab of the password that it has now, in the place of one that may be there. */
    void keytab(Path file) throws IOException, InterruptedException {
        keytab(principal(), password, file);
    }

    void keytab(String principal, String ofPassword, Path file) throws IOException, InterruptedException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        run(
                List.of("ktutil"),
                "addent -password -p %s -k 1 -e aes256-cts-hmac-sha1-96%n%s%nwkt %s%nquit%n"
                        .formatted(principal, ofPassword, fresh));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gets a ticket that is good for so many seconds. */
    void kinit(Path cache, int seconds) throws IOException, InterruptedException {
        run(List.of("kinit", "-l", seconds + "s", "-c", cache.toString(), principal()), password + "\n");
    }

    private void run(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KRB5_CONFIG", lab.kerberosConfiguration().toString());
        Process process = builder.start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(input);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + said);
        }
    }

    private static byte[] quoted(String password) {
        return ('"' + password + '"').getBytes(StandardCharsets.UTF_16LE);
    }
}
