package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the agent reaches the directory, and what it says when it cannot or will not. */
@Tag("ad")
class TransportTest {

    private static AdLab lab;

    @AutoClose
    private static TestOu ou;

    private AgentFolder folder;

    @BeforeAll
    static void make_users() throws LDAPException {
        lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "TransportTest", 2);
    }

    @BeforeEach
    void feed(@TempDir Path dir) {
        folder = AgentFolder.create(dir, lab, Account.SERVICE, ou.dn());
    }

    @Test
    void start_tls_carries_the_job() throws LDAPException, InterruptedException {
        folder.configureDirectory("servers", List.of(lab.ldapUrl()))
                .configureDirectory(
                        "tls", Map.of("mode", "starttls", "caFile", lab.caFile().toString()));

        runs("over StartTLS");
    }

    @Test
    void plain_ldap_carries_the_job_where_the_configuration_says_so() throws LDAPException, InterruptedException {
        folder.configureDirectory("servers", List.of(lab.ldapUrl())).configureDirectory("tls", Map.of("mode", "none"));

        runs("in the clear");
    }

    @Test
    void a_password_may_come_from_the_environment_by_name_only() throws LDAPException, InterruptedException {
        folder.configureDirectory(
                "bind", Map.of("method", "simple", "dn", lab.dn(Account.SERVICE), "passwordEnv", "NOT_SET_ANYWHERE"));

        Agent.Result result = fails(2);

        assertThat(result.stderr()).contains("NOT_SET_ANYWHERE", "passwordEnv");
    }

    @Test
    void plain_ldap_is_refused_unless_the_configuration_says_so() throws LDAPException, InterruptedException {
        folder.configureDirectory("servers", List.of(lab.ldapUrl()));

        Agent.Result result = fails(2);

        assertThat(result.stderr()).contains("servers[0]", "ldap://", "ldaps://", "tls.mode", "starttls", "none");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() throws LDAPException, InterruptedException {
        folder.configureDirectory("tls", Map.of());

        Agent.Result result = fails(4);

        assertThat(result.stderr()).containsIgnoringCase("certificate").contains("caFile");
    }

    @Test
    void a_wrong_password_is_called_one_and_not_shown() throws LDAPException, InterruptedException {
        folder.write("secret.txt", "Wrong-Passw0rd!");

        Agent.Result result = fails(4);

        assertThat(result.stderr()).contains(lab.dn(Account.SERVICE)).containsIgnoringCase("password");
        assertThat(result.output()).doesNotContain("Wrong-Passw0rd!");
    }

    @Test
    void a_server_that_does_not_listen_is_named() throws IOException, LDAPException, InterruptedException {
        int port = closedPort();
        folder.configureDirectory("servers", List.of("ldaps://127.0.0.1:" + port));

        Agent.Result result = fails(4);

        assertThat(result.stderr()).contains("127.0.0.1:" + port).containsIgnoringCase("cannot be reached");
    }

    @Test
    void the_next_server_is_used_where_the_first_does_not_listen()
            throws IOException, LDAPException, InterruptedException {
        folder.configureDirectory("servers", List.of("ldaps://127.0.0.1:" + closedPort(), lab.ldapsUrl()));

        runs("by the second server");
    }

    /** A port that nobody listens on. */
    private static int closedPort() throws IOException {
        try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return briefly.getLocalPort();
        }
    }

    private void runs(String value) throws LDAPException, InterruptedException {
        TestUser user = ou.user(0);
        folder.feed("feed.jsonl", List.of(FeedLine.of(user, 1).states("CustomAttribute1", value)));

        folder.run("run").exitsWith(0);

        assertThat(ou.read(user).getAttributeValue("extensionAttribute1")).isEqualTo(value);
        assertThat(folder.takeStatuses())
                .singleElement()
                .satisfies(status -> assertThat(status.status()).isEqualTo("success"));
    }

    /** Nothing is written, and what is printed is for a person: no stack trace. */
    private Agent.Result fails(int exitCode) throws LDAPException, InterruptedException {
        folder.feed("feed.jsonl", List.of(FeedLine.of(ou.user(1), 1).states("CustomAttribute1", "never written")));

        Agent.Result result = folder.run("run").exitsWith(exitCode);

        assertThat(ou.read(ou.user(1)).getAttributeValue("extensionAttribute1"))
                .isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
        assertThat(result.output()).doesNotContain("\tat ");
        return result;
    }
}
