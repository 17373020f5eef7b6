package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that share a PostgreSQL database; those that die or stand still are processes of their own. */
class NodesTest {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OBJECTS = 5;
    private static final String RELIEVED =
            "this node was relieved: the store did not hear of it for longer than its lease"
                    + " of PT2S, so what it had in its hands is another's by now; it goes on with new work";

    private final String url = Postgres.emptySchema();
    private final Databases database = Databases.of(url);
    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.builder(database).lease(LEASE).open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_a_killed_node_had_is_handed_out_when_its_lease_is_over_with_what_it_announced() throws Exception {
        Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
        try (NodeProcess other = NodeProcess.start(url, LEASE)) {
            assertThat(other.tell("claim")).isEqualTo("done 5");
            assertThat(other.tell("announce")).isEqualTo("done 5");
            assertThat(next()).as("what another node has in its hands").isEmpty();
            other.kill();
        }
        List<WorkItem> items = awaited();
        assertThat(items)
                .hasSize(OBJECTS)
                .allSatisfy(item -> assertThat(item.announced()).contains(SampleWork.written(item)))
                .allSatisfy(item -> assertThat(item.attempts()).isZero());
        store.work().settle(items.stream().map(SampleWork::settled).toList());
        assertThat(count("writeback_announcement")).isZero();
    }

    @Test
    void a_node_that_stood_still_is_relieved_its_late_settlement_is_refused_and_it_goes_on() throws Exception {
        Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
        try (NodeProcess other = NodeProcess.start(url, LEASE)) {
            assertThat(other.tell("claim")).isEqualTo("done 5");
            assertThat(other.tell("announce")).isEqualTo("done 5");
            assertThat(other.tell("holds")).isEqualTo("true");
            other.signal("STOP");
            List<WorkItem> items = awaited();
            assertThat(items).hasSize(OBJECTS);
            other.begin("holds");
            other.begin("settle");
            other.signal("CONT");
            assertThat(other.answer())
                    .as("whether it may still write, by its own monotonic clock")
                    .isEqualTo("false");
            assertThat(other.answer()).isEqualTo(RELIEVED);
            store.work().settle(items.stream().map(SampleWork::settled).toList());
            assertThat(store.records().journal().read(Optional.empty(), 0, 100)).hasSize(OBJECTS);
            Arriving.at(store, SampleWork.changes(OBJECTS, 2), List.of(), new Cursor("2"));
            assertThat(other.tell("claim")).isEqualTo("done 5");
            assertThat(other.tell("announce")).isEqualTo("done 5");
            assertThat(other.tell("settle")).isEqualTo("done 0");
        }
        assertThat(store.records().journal().read(Optional.empty(), 0, 100)).hasSize(2 * OBJECTS);
    }

    @Test
    void a_late_announcement_and_a_late_page_of_a_relieved_node_are_refused() throws SQLException {
        Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
        List<WorkItem> items = next();
        relieve();
        assertThatThrownBy(() -> store.records()
                        .journal()
                        .announce(items.stream().map(SampleWork::written).toList(), Destruction.none()))
                .isInstanceOf(StoreException.class)
                .hasMessage(RELIEVED);
        assertThat(count("writeback_announcement")).isZero();
        assertThat(next())
                .as("the same work, as long as a worker of this process may still be at it")
                .isEmpty();
        assertThatThrownBy(() -> store.work()
                        .settle(items.stream().map(Settlement::released).toList()))
                .hasMessage(RELIEVED);
        assertThat(next())
                .as("the same work, for the same process as a new node")
                .hasSize(OBJECTS);
        relieve();
        Arrival page = new Arrival(
                "cloud", Optional.of(new Cursor("1")), List.of(), List.of(), new Cursor("2"), Instant.EPOCH);
        assertThatThrownBy(() -> store.intake().accept(page)).hasMessage(RELIEVED);
        assertThat(store.intake().cursor("cloud")).contains(new Cursor("1"));
        assertThat(store.intake().accept(page)).isTrue();
    }

    @Test
    void a_page_that_another_node_has_read_is_not_kept_again() {
        try (JdbcStore other = JdbcStore.open(database)) {
            Arriving.at(other, SampleWork.changes(1), List.of(), new Cursor("1"));
            Arrival late = new Arrival(
                    "cloud", Optional.empty(), SampleWork.changes(OBJECTS), List.of(), new Cursor("9"), Instant.EPOCH);
            assertThat(store.intake().accept(late)).isFalse();
            assertThat(store.records().holdings().count()).isEqualTo(Map.of(Holding.State.PENDING, 1L));
        }
    }

    @Test
    void connections_that_are_cut_are_replaced_and_the_lease_goes_on() throws Exception {
        Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
        List<WorkItem> items = next();
        for (int turn = 0; turn < 3; turn++) {
            cutAll();
            pause(LEASE.toMillis() / 2);
        }
        assertThat(store.work().holds()).isTrue();
        cutAll();
        store.work().settle(items.stream().map(SampleWork::settled).toList());
        assertThat(store.records().holdings().count()).isEqualTo(Map.of(Holding.State.RESTING, (long) OBJECTS));
    }

    @Test
    void a_settlement_that_fails_gives_its_items_to_any_node_with_what_was_announced() {
        Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
        List<WorkItem> items = next();
        store.records()
                .journal()
                .announce(items.stream().map(SampleWork::written).toList(), Destruction.none());
        database.breakAfter(0);
        assertThatThrownBy(() -> store.work()
                        .settle(items.stream().map(SampleWork::settled).toList()))
                .isInstanceOf(StoreException.class);
        database.mend();
        try (JdbcStore other = JdbcStore.open(Databases.of(url))) {
            assertThat(awaited(other))
                    .hasSize(OBJECTS)
                    .allSatisfy(item -> assertThat(item.announced()).isPresent());
        }
    }

    @Test
    void due_times_go_by_the_clock_of_the_database() throws SQLException {
        Instant before = Instant.now();
        assertThat(store.clock(() -> Instant.EPOCH).instant())
                .isBetween(before.minusSeconds(5), before.plusSeconds(30));
    }

    @Test
    void one_object_is_never_in_two_hands_and_its_statuses_and_the_journal_keep_their_order() throws Exception {
        Set<CloudObjectId> inHand = ConcurrentHashMap.newKeySet();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<Status> delivered = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean fed = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        List<JdbcStore> nodes = List.of(JdbcStore.open(database), JdbcStore.open(database), JdbcStore.open(database));
        for (JdbcStore node : nodes) {
            for (int worker = 0; worker < 2; worker++) {
                threads.add(started(faults, () -> work(node, inHand, faults, fed)));
            }
            threads.add(started(faults, () -> deliver(node, delivered, fed)));
        }
        List<Long> seen = new ArrayList<>();
        AtomicBoolean worked = new AtomicBoolean();
        Thread reader = started(faults, () -> readJournal(seen, worked));
        for (int version = 1; version <= 12; version++) {
            Arriving.at(store, SampleWork.changes(60, version), List.of(), new Cursor("v" + version));
        }
        fed.set(true);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(120));
        }
        worked.set(true);
        reader.join(TimeUnit.SECONDS.toMillis(60));
        deliver(store, delivered, fed);
        assertThat(faults).isEmpty();
        assertThat(store.records().holdings().count()).isEqualTo(Map.of(Holding.State.RESTING, 60L));
        List<Long> all = store.records().journal().read(Optional.empty(), 0, 10_000).stream()
                .map(JournalLine::number)
                .toList();
        assertThat(seen).as("what a reader saw that read on from the last line").isEqualTo(all);
        assertThat(delivered.stream().distinct()).hasSize(all.size());
        Map<String, Long> last = new HashMap<>();
        for (Status status : delivered) {
            String[] parts = status.id().split("@");
            long revision = Long.parseLong(parts[1]);
            assertThat(revision).isGreaterThanOrEqualTo(last.getOrDefault(parts[0], 0L));
            last.put(parts[0], revision);
        }
        nodes.forEach(JdbcStore::close);
    }

    private static void work(JdbcStore node, Set<CloudObjectId> inHand, List<String> faults, AtomicBoolean fed) {
        for (boolean more = true; more; ) {
            boolean last = fed.get();
            List<WorkItem> items = node.work().claim(new Claim.Next(7, Instant.EPOCH));
            for (WorkItem item : items) {
                if (!inHand.add(item.object().id())) {
                    faults.add(item.object().id() + " is in two hands");
                }
            }
            node.records()
                    .journal()
                    .announce(items.stream().map(SampleWork::written).toList(), Destruction.none());
            items.forEach(item -> inHand.remove(item.object().id()));
            List<Settlement> settlements =
                    items.stream().map(SampleWork::settled).toList();
            node.work().settle(settlements);
            more = !last || !items.isEmpty();
        }
    }

    private static void deliver(JdbcStore node, List<Status> delivered, AtomicBoolean fed) {
        for (boolean more = true; more; ) {
            boolean last = fed.get();
            List<Status> statuses = node.records().outbox().undelivered(20);
            delivered.addAll(statuses);
            node.records().outbox().delivered(statuses);
            more = !last || !statuses.isEmpty();
        }
    }

    private void readJournal(List<Long> seen, AtomicBoolean worked) {
        for (boolean more = true; more; ) {
            boolean last = worked.get();
            long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            List<JournalLine> lines = store.records().journal().read(Optional.empty(), after, 50);
            lines.forEach(line -> seen.add(line.number()));
            more = !last || !lines.isEmpty();
        }
    }

    private static Thread started(List<String> faults, Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException fault) {
                faults.add(fault.toString());
            }
        });
        thread.start();
        return thread;
    }

    private List<WorkItem> next() {
        return store.work().claim(new Claim.Next(100, Instant.EPOCH));
    }

    /** What is handed out as soon as there is anything. */
    private List<WorkItem> awaited() throws InterruptedException {
        return awaited(store);
    }

    private static List<WorkItem> awaited(JdbcStore node) {
        Instant end = Instant.now().plus(PATIENCE);
        List<WorkItem> items = List.of();
        while (items.isEmpty() && Instant.now().isBefore(end)) {
            pause(50);
            items = node.work().claim(new Claim.Next(100, Instant.EPOCH));
        }
        return items;
    }

    private static void pause(long millis) {
        try {
            assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Does to the one node what another does whose patience has ended. */
    private void relieve() throws SQLException {
        execute("UPDATE writeback_standing SET holder = NULL");
        execute("DELETE FROM writeback_node");
    }

    private void cutAll() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
