package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that break, entries that come later, and another agent at the same work. */
@Tag("ad")
class UnreliableWorldTest {

    private static final int USERS = 100;

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;
    private Map<String, Map<String, TreeSet<String>>> expected;

    @BeforeEach
    void feed(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "UnreliableWorldTest", USERS);
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn());
        expected = new TreeMap<>();
        Map<String, Map<String, TreeSet<String>>> before = ou.contents();
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            WholeMailbox mailbox = WholeMailbox.stated(ou.user(i), i, "world");
            lines.add(mailbox.line(ou.user(i), 1));
            expected.put(
                    ou.user(i).dn(),
                    mailbox.over(Objects.requireNonNull(before.get(ou.user(i).dn()))));
        }
        folder.feed("feed.jsonl", lines);
    }

    @Test
    void connections_that_are_cut_again_and_again_lose_nothing()
            throws IOException, LDAPException, InterruptedException {
        Map<String, Long> usns = ou.usns();
        try (CutConnections way = CutConnections.to(lab.host(), lab.ldapsPort())) {
            folder.configureDirectory("servers", List.of("ldaps://127.0.0.1:" + way.port()))
                    .configure("limits", Map.of("writesPerSecond", 40));

            try (Agent agent = folder.start("run")) {
                for (int changed : List.of(10, 30, 50)) {
                    await().atMost(Duration.ofSeconds(60))
                            .pollInterval(Duration.ofMillis(50))
                            .until(() -> !agent.isRunning() || ou.changedSince(usns) >= changed);
                    assertThat(agent.isRunning() || changed > 10).isTrue();
                    way.cut();
                }
                assertThat(agent.await().exitCode()).isIn(0, 1, 4);
            }
            folder.configure("limits", Map.of()).run("run").exitsWith(0);
        }

        assertThat(ou.contents()).isEqualTo(expected);
        Map<String, Long> finished = ou.usns();
        folder.configureDirectory("servers", List.of(lab.ldapsUrl())).run("run").exitsWith(0);
        assertThat(ou.changedSince(finished)).isZero();
    }

    @Test
    void two_agents_at_the_same_work_end_as_one_would() throws LDAPException, InterruptedException {
        AgentFolder same = folder.twin(folder.path("twin"));

        try (Agent one = folder.start("run");
                Agent other = same.start("run")) {
            assertThat(one.await().exitCode()).isIn(0, 1);
            assertThat(other.await().exitCode()).isIn(0, 1);
        }

        assertThat(ou.contents()).isEqualTo(expected);
        folder.takeStatuses();
        Map<String, Long> finished = ou.usns();
        folder.run("run").exitsWith(0);
        assertThat(ou.changedSince(finished)).isZero();
    }

    @Test
    void an_object_whose_entry_comes_later_is_written_when_it_is_tried_again()
            throws LDAPException, InterruptedException {
        byte[] later = "comes 16 letters".getBytes(StandardCharsets.US_ASCII);
        folder.configure("retry", Map.of("first", "PT1S", "max", "PT2S"))
                .feed(
                        "feed.jsonl",
                        List.of(FeedLine.of("later", 1)
                                .anchor("immutableId", Base64.getEncoder().encodeToString(later))
                                .states("IsExchangeCloudManaged", true)
                                .states("CustomAttribute1", "found at last")));

        try (Agent agent = folder.start("run", "--follow")) {
            List<StatusLine> statuses = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                statuses.addAll(folder.takeStatuses());
                return statuses.size() >= 2;
            });
            assertThat(statuses).map(StatusLine::errorCode).containsOnly("EntryNotFound");
            ou.admin()
                    .modify(
                            ou.user(0).dn(),
                            new Modification(ModificationType.REPLACE, "mS-DS-ConsistencyGuid", later));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> "found at last".equals(ou.read(ou.user(0)).getAttributeValue("extensionAttribute1")));
            agent.terminate();
            agent.await().exitsWith(0);
        }

        assertThat(folder.takeStatuses())
                .last()
                .satisfies(status -> assertThat(status.status()).isEqualTo("success"));
    }
}
