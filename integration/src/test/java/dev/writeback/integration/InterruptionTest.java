package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut, an orderly stop and a feed that grows do to a run over 1,000 mailboxes. */
@Tag("ad")
@ExtendWith(ThousandUsers.class)
class InterruptionTest {

    private static final int USERS = ThousandUsers.USERS;

    /** Slow enough for a test to step in between, fast enough to be done in seconds. */
    private static final int WRITES_PER_SECOND = 250;

    private static TestOu ou;

    private static AdLab lab;

    @BeforeAll
    static void take_the_users(TestOu users) {
        lab = AdLab.running();
        ou = users;
    }

    @BeforeEach
    void restore_lists() throws LDAPException {
        ou.restoreLists();
    }

    @Test
    void a_run_that_was_killed_half_way_is_finished_by_the_next(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        AgentFolder folder = slow(dir);
        Map<String, Map<String, TreeSet<String>>> expected = feed(folder, "killed");
        Map<String, Long> usns = ou.usns();

        try (Agent agent = folder.start("run")) {
            awaitThat(100, usns);
            assertThat(agent.isRunning()).isTrue();
            agent.kill();
        }
        assertThat(ou.changedSince(usns)).isBetween(100L, USERS - 1L);
        folder.configure("limits", Map.of("destructiveChanges", 1_000_000))
                .run("run")
                .exitsWith(0);

        holds(expected);
        Map<String, Long> finished = ou.usns();
        folder.run("run").exitsWith(0);
        assertThat(ou.changedSince(finished)).isZero();
    }

    @Test
    void a_run_that_is_told_to_stop_finishes_what_is_in_flight_and_reports_all_that_it_wrote(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        AgentFolder folder = slow(dir);
        Map<String, Map<String, TreeSet<String>>> expected = feed(folder, "stopped");
        Map<String, Long> usns = ou.usns();

        try (Agent agent = folder.start("run", "--follow")) {
            awaitThat(100, usns);
            agent.terminate();
            agent.await().exitsWith(0);
        }

        Map<String, Long> now = ou.usns();
        Set<String> written = ou.users().stream()
                .filter(user -> !now.get(user.dn()).equals(usns.get(user.dn())))
                .map(FeedLine::idOf)
                .collect(Collectors.toSet());
        assertThat(written).hasSizeBetween(100, USERS - 1);
        Set<String> reported = folder.takeStatusesByObject().values().stream()
                .filter(status -> status.status().equals("success"))
                .map(StatusLine::object)
                .collect(Collectors.toSet());
        assertThat(reported).isEqualTo(written);
        Map<String, Map<String, TreeSet<String>>> contents = ou.contents();
        ou.users().stream()
                .filter(user -> written.contains(FeedLine.idOf(user)))
                .forEach(user -> assertThat(contents.get(user.dn())).isEqualTo(expected.get(user.dn())));
    }

    @Test
    void a_run_that_follows_takes_lines_that_are_appended_and_files_that_are_new(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        AgentFolder folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn());
        folder.feed("01.jsonl", List.of(states(0, 1, "followed from the start")));

        try (Agent agent = folder.start("run", "--follow")) {
            awaitThat(0, "followed from the start");
            folder.appendFeed("01.jsonl", List.of(states(1, 1, "appended"), states(0, 2, "appended for the same")));
            awaitThat(1, "appended");
            awaitThat(0, "appended for the same");
            folder.feed("02.jsonl", List.of(states(2, 1, "in a new file")));
            awaitThat(2, "in a new file");
            agent.terminate();
            agent.await().exitsWith(0);
        }

        assertThat(folder.takeStatuses()).hasSize(4).map(StatusLine::status).containsOnly("success");
    }

    @Test
    void a_status_line_that_a_kill_has_torn_does_not_spoil_the_next(@TempDir Path dir) throws InterruptedException {
        AgentFolder folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .write("status.jsonl", "{\"id\":\"torn\",\"activi")
                .feed("feed.jsonl", List.of(states(3, 1, "after the torn line")));

        folder.run("run").exitsWith(0);

        List<String> lines = folder.read("status.jsonl").lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(StatusLine.parse(lines.get(0)).object()).isEqualTo(FeedLine.idOf(ou.user(3)));
    }

    private static AgentFolder slow(Path dir) {
        return AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .configure("limits", Map.of("destructiveChanges", 1_000_000, "writesPerSecond", WRITES_PER_SECOND));
    }

    private static FeedLine states(int user, long version, String value) {
        return FeedLine.of(ou.user(user), version).states("CustomAttribute7", value);
    }

    /** All mailboxes whole; what the directory holds when all of it is written. */
    private static Map<String, Map<String, TreeSet<String>>> feed(AgentFolder folder, String round)
            throws LDAPException {
        Map<String, Map<String, TreeSet<String>>> before = ou.contents();
        Map<String, Map<String, TreeSet<String>>> expected = new TreeMap<>();
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            TestUser user = ou.user(i);
            WholeMailbox mailbox = WholeMailbox.stated(user, i, round);
            lines.add(mailbox.line(user, 1));
            expected.put(user.dn(), mailbox.over(Objects.requireNonNull(before.get(user.dn()))));
        }
        folder.feed("feed.jsonl", lines);
        return expected;
    }

    private static void holds(Map<String, Map<String, TreeSet<String>>> expected) throws LDAPException {
        Map<String, Map<String, TreeSet<String>>> contents = ou.contents();
        assertThat(contents.keySet()).isEqualTo(expected.keySet());
        contents.forEach((dn, values) -> assertThat(values).as(dn).isEqualTo(expected.get(dn)));
    }

    private static void awaitThat(long changed, Map<String, Long> usns) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ou.changedSince(usns) >= changed);
    }

    private static void awaitThat(int user, String value) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> value.equals(ou.read(ou.user(user)).getAttributeValue("extensionAttribute7")));
    }
}
