package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two domain controllers of one domain, of which the second replicates when it is told to: what it does not have yet is
 * not taken for somebody's change.
 */
@Tag("ad")
class ReplicaTest {

    private static final int USERS = 3;
    private static final int PULL_MINUTES = 3;

    private final AdLab lab = AdLab.running();
    private final LabEnv replica = LabEnv.of(
            Path.of(System.getProperty("ad.lab")).resolveSibling("replica.env").toString());

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void feed(@TempDir Path dir) throws LDAPException, IOException, InterruptedException {
        ou = TestOu.create(lab, lab.peopleDn(), "ReplicaTest", USERS);
        pull();
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .configure("store", Map.of("type", "jdbc", "url", "jdbc:h2:./state/writeback"))
                .configureDirectory("servers", List.of(lab.ldapsUrl(), replicaUrl()))
                .feed("feed.jsonl", lines(1, "one"));
        folder.run("run").exitsWith(0);
        assertThat(folder.takeStatuses())
                .hasSize(USERS)
                .allMatch(status -> status.status().equals("success"));
    }

    @Test
    void what_a_domain_controller_has_not_replicated_yet_is_waited_for()
            throws LDAPException, IOException, InterruptedException {
        folder.appendFeed("feed.jsonl", lines(2, "two"))
                .configureDirectory("servers", List.of(replicaUrl(), lab.ldapsUrl()));

        folder.run("run").exitsWith(1);

        assertThat(folder.takeStatuses())
                .hasSize(USERS)
                .extracting(StatusLine::errorCode)
                .containsOnly("ReplicaBehind");
        assertThat(onReplica(0)).isEqualTo("as created");

        pull();
        folder.run("retry").exitsWith(0);
        folder.run("run").exitsWith(0);

        assertThat(folder.takeStatuses())
                .hasSize(USERS)
                .allMatch(status -> status.status().equals("success"));
        assertThat(onReplica(0)).isEqualTo("two");
    }

    @Test
    void drift_is_not_seen_where_something_is_still_to_be_replicated() throws InterruptedException {
        folder.configureDirectory("servers", List.of(replicaUrl(), lab.ldapsUrl()));

        Agent.Result result = folder.run("drift");

        assertThat(result.stdout()).contains("3 checked, 0 drifted", "has not yet replicated");
    }

    private List<FeedLine> lines(long version, String text) {
        return ou.users().stream()
                .map(user -> FeedLine.of(user, version).states("CustomAttribute1", text))
                .toList();
    }

    private String onReplica(int user) throws LDAPException {
        try (var connection = lab.connectTo(replica.get("AD_REPLICA_HOST"), Account.ADMIN)) {
            return connection.getEntry(ou.user(user).dn()).getAttributeValue("extensionAttribute1");
        }
    }

    private String replicaUrl() {
        return "ldaps://" + replica.get("AD_REPLICA_HOST") + ":" + lab.ldapsPort();
    }

    private void pull() throws IOException, InterruptedException {
        Process pull = new ProcessBuilder("bash", "-c", replica.get("AD_REPLICA_PULL"))
                .inheritIO()
                .start();
        assertThat(pull.waitFor(PULL_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(pull.exitValue()).isZero();
    }
}
