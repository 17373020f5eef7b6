package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A PostgreSQL server that crashes, has no room, or is opened by many at once. */
class PostgresFaultsTest {

    private static final int OBJECTS = 4;

    private final Databases database = Postgres.empty();

    @Test
    void a_server_that_crashes_and_starts_again_loses_nothing_and_work_goes_on() throws Exception {
        try (JdbcStore store =
                JdbcStore.builder(database).lease(Duration.ofSeconds(2)).open()) {
            Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
            List<WorkItem> items = store.work().claim(new Claim.Next(2, Instant.EPOCH));
            store.work().settle(items.stream().map(SampleWork::settled).toList());
            List<WorkItem> others = store.work().claim(new Claim.Next(2, Instant.EPOCH));
            crash();
            awaitServer();
            store.work().settle(others.stream().map(SampleWork::settled).toList());
            assertThat(store.records().journal().read(Optional.empty(), 0, 10)).hasSize(OBJECTS);
            assertThat(store.records().holdings().count()).isEqualTo(Map.of(Holding.State.RESTING, (long) OBJECTS));
        }
    }

    @Test
    void a_server_without_room_says_so_keeps_nothing_and_goes_on_when_there_is_room() throws SQLException {
        try (JdbcStore store = JdbcStore.open(database)) {
            execute("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE EXCEPTION 'ada@corp.example' USING ERRCODE = '53100'; END $$");
            execute("CREATE TRIGGER full_disk BEFORE INSERT ON writeback_standing"
                    + " FOR EACH STATEMENT EXECUTE FUNCTION full_disk()");
            assertThatThrownBy(() -> Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("the store jdbc:postgresql://localhost:")
                    .hasMessageEndingWith(
                            "cannot take in what the source states: its disk is full; make room, and it" + " goes on")
                    .hasStackTraceContaining("the message is left out")
                    .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("?", "user="));
            assertThat(store.intake().cursor("cloud")).isEmpty();
            execute("DROP TRIGGER full_disk ON writeback_standing");
            Arriving.at(store, SampleWork.changes(OBJECTS), List.of(), new Cursor("1"));
            assertThat(store.work().claim(new Claim.Next(10, Instant.EPOCH))).hasSize(OBJECTS);
        }
    }

    @Test
    void nodes_that_begin_at_the_same_time_make_the_tables_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        CountDownLatch start = new CountDownLatch(1);
        Callable<JdbcStore> opening = () -> {
            start.await();
            return JdbcStore.open(database);
        };
        List<Future<JdbcStore>> all =
                IntStream.range(0, 6).mapToObj(n -> threads.submit(opening)).toList();
        start.countDown();
        for (Future<JdbcStore> one : all) {
            try (JdbcStore store = one.get(30, TimeUnit.SECONDS)) {
                assertThat(store.records().outbox().undelivered(1)).isEmpty();
            }
        }
        threads.shutdown();
    }

    /** As if a process of the server had been killed: all its memory counts as spoilt, and it starts anew. */
    private void crash() throws Exception {
        long victim;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            victim = result.getLong(1);
            Process kill = new ProcessBuilder("kill", "-KILL", Long.toString(victim)).start();
            assertThat(kill.waitFor()).isZero();
        } catch (SQLException gone) {
            assertThat(gone.getSQLState()).startsWith("08");
        }
    }

    private void awaitServer() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        int answers = 0;
        while (answers < 3 && Instant.now().isBefore(end)) {
            assertThat(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS)).isFalse();
            try {
                execute("SELECT 1");
                answers++;
            } catch (SQLException notYet) {
                answers = 0;
            }
        }
        assertThat(answers).isEqualTo(3);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
