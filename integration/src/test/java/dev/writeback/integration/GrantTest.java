package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account without any right, and what the agent says that it needs: granted as printed, it is enough and no more. */
@Tag("ad")
class GrantTest {

    private static final String PASSWORD = "Fresh-Passw0rd!";

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    @AutoClose
    private TestOu service;

    private String account = "";
    private AgentFolder folder;

    @BeforeEach
    void make_an_account_without_rights(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.outsideDn(), "GrantTest", 3);
        service = TestOu.create(lab, lab.outsideDn(), "GrantTestAccount", 0);
        account = "CN=fresh," + service.dn();
        service.admin()
                .add(new AddRequest(
                        account,
                        new Attribute("objectClass", "user"),
                        new Attribute(
                                "sAMAccountName",
                                "fresh-" + ProcessHandle.current().pid()),
                        new Attribute("userAccountControl", "512"),
                        new Attribute("unicodePwd", ("\"" + PASSWORD + "\"").getBytes(StandardCharsets.UTF_16LE))));
        folder = AgentFolder.create(dir, lab, Account.READER, ou.dn());
        folder.write("secret.txt", PASSWORD);
        folder.configureDirectory("bind", Map.of("method", "simple", "dn", account, "passwordFile", "secret.txt"));
        folder.feed(
                "feed.jsonl",
                ou.users().stream()
                        .map(user -> WholeMailbox.stated(user, 2, "granted").line(user, 1))
                        .toList());
    }

    @Test
    void what_is_printed_for_samba_is_enough_and_no_more() throws LDAPException, InterruptedException, IOException {
        Agent.Result before = folder.run("check").exitsWith(1);
        assertThat(before.stdout()).contains("error       rights", "any of the 24 attributes", ou.dn(), "--grant");
        folder.run("run").exitsWith(1);
        folder.takeStatuses();

        List<String> commands = folder.run("check", "--grant=samba")
                .exitsWith(0)
                .stdout()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(commands).hasSize(2).allMatch(line -> line.startsWith("samba-tool dsacl set --objectdn='"));
        for (String command : commands) {
            run(command);
        }

        Agent.Result after = folder.run("check").exitsWith(0);
        assertThat(after.stdout()).contains("may write all 24 attributes of the 3 users");
        folder.run("run").exitsWith(0);
        assertThat(folder.takeStatuses())
                .hasSize(3)
                .allSatisfy(status -> assertThat(status.status()).isEqualTo("success"));
        assertThat(ou.read(ou.user(0)).getAttributeValue("extensionAttribute1")).startsWith("1 <granted>");
        nothing_else_may_be_written();
    }

    @Test
    void the_other_forms_name_the_same_rights() throws InterruptedException {
        List<String> dsacls = folder.run("check", "--grant=dsacls")
                .exitsWith(0)
                .stdout()
                .lines()
                .toList();
        assertThat(dsacls.stream().filter(line -> line.startsWith("dsacls ")))
                .hasSize(48)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "dsacls \"OU=GrantTest-\\d+,[^\"]+\" /I:S /G \"\\w+\\\\fresh-\\d+:RPWP;\\w+;(user|inetOrgPerson)\""));

        Agent.Result all = folder.run("check", "--grant", "--json").exitsWith(0);
        assertThat(Json.object(all.stdout()).getFields())
                .containsKeys("account", "places", "attributes", "classes", "commands");
        assertThat(all.stdout())
                .contains("bf967a06-0de6-11d0-a285-00aa003049e2", "bf967aba-0de6-11d0-a285-00aa003049e2")
                .contains("\"dsacls\"", "\"powershell\"", "\"samba\"");
    }

    private void nothing_else_may_be_written() throws LDAPException {
        try (LDAPConnection fresh = lab.connect(Account.READER)) {
            fresh.bind(account, PASSWORD);
            for (String attribute : List.of("department", "mailNickname", "displayName", "description")) {
                refused(fresh, ou.user(0).dn(), attribute);
            }
            refused(fresh, account, "extensionAttribute1");
            refused(fresh, ou.dn(), "description");
        }
    }

    private static void refused(LDAPConnection connection, String dn, String attribute) {
        assertThatThrownBy(() -> connection.modify(dn, new Modification(ModificationType.REPLACE, attribute, "x")))
                .isInstanceOfSatisfying(
                        LDAPException.class,
                        refusal -> assertThat(refusal.getResultCode())
                                .as("%s of %s", attribute, dn)
                                .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS));
    }

    /** As printed, with nothing added but where the server is and who is the administrator. */
    private void run(String command) throws IOException, InterruptedException {
        Path home = lab.caFile().getParent().getParent();
        ProcessBuilder shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        "%s --configfile='%s' -H 'ldap://%s' -U \"Administrator%%$ADMIN_PASSWORD\""
                                .formatted(command, home.resolve("smb.conf"), lab.host()))
                .redirectErrorStream(true)
                .redirectOutput(folder.path("samba-tool.log").toFile());
        shell.environment().put("ADMIN_PASSWORD", lab.password(Account.ADMIN));
        assertThat(shell.start().waitFor()).as(folder.read("samba-tool.log")).isZero();
    }
}
