package dev.writeback.jdbc;

import dev.writeback.plan.Destruction;
import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Runs, and what all of them together destroyed. */
final class JdbcRuns implements Runs {

    /** What is older counts for nobody: a budget is for an hour or a cycle. */
    private static final long MINUTES_KEPT = Duration.ofDays(2).toMinutes();

    private static final int RUNS_KEPT = 1000;
    private static final String PURPOSE = "keep what is known of a run";

    private static final String SPENT = """
            SELECT COALESCE(SUM(cleared), 0), COALESCE(SUM(addresses), 0), COALESCE(SUM(entries), 0)
            FROM writeback_spent WHERE at_minute >= ?""";

    private static final String ENUMERATED = """
            SELECT enumerated FROM writeback_run
            WHERE enumerated IS NOT NULL AND state IN ('FREE', 'APPROVED') ORDER BY number DESC LIMIT 1""";

    /** The newest stay, those that are held, and the one that tells how many objects there were. */
    private static final String FORGET = """
            DELETE FROM writeback_run WHERE number < ? AND state <> 'HELD' AND number < (SELECT MAX(number) FROM writeback_run
              WHERE enumerated IS NOT NULL AND state IN ('FREE', 'APPROVED'))""";

    private final Database database;

    JdbcRuns(Database database) {
        this.database = database;
    }

    static void spend(Session session, Instant at, long holder, Destruction worth) throws SQLException {
        long minute = minute(at);
        int rows = session.update(
                "UPDATE writeback_spent SET cleared = cleared + ?, addresses = addresses + ?, entries = entries + ?"
                        + " WHERE at_minute = ? AND holder = ?",
                worth.values(),
                worth.addresses(),
                worth.entries(),
                minute,
                holder);
        if (rows == 0) {
            session.update("DELETE FROM writeback_spent WHERE at_minute < ?", minute - MINUTES_KEPT);
            session.update(
                    "INSERT INTO writeback_spent (at_minute, holder, cleared, addresses, entries) VALUES (?, ?, ?, ?, ?)",
                    minute,
                    holder,
                    worth.values(),
                    worth.addresses(),
                    worth.entries());
        }
    }

    @Override
    public void keep(RunRecord run) {
        byte[] content = RunJson.bytes(run);
        Long enumerated = run.enumerated().isPresent() ? run.enumerated().getAsLong() : null;
        database.write(PURPOSE, session -> {
            String key = Key.of(run.id());
            int rows = session.update(
                    "UPDATE writeback_run SET state = ?, enumerated = ?, content = ? WHERE id = ?",
                    run.state().name(),
                    enumerated,
                    content,
                    key);
            if (rows == 0) {
                session.update(
                        "INSERT INTO writeback_run (number, state, enumerated, content, id) VALUES (?, ?, ?, ?, ?)",
                        session.draw(1)[0],
                        run.state().name(),
                        enumerated,
                        content,
                        key);
                forgetOld(session);
            }
            return rows;
        });
    }

    private static void forgetOld(Session session) throws SQLException {
        List<Long> oldest = session.rows(
                "SELECT number FROM writeback_run ORDER BY number DESC LIMIT 1 OFFSET ?",
                row -> row.getLong(1),
                RUNS_KEPT - 1);
        if (!oldest.isEmpty()) {
            session.update(FORGET, oldest.get(0));
        }
    }

    @Override
    public List<RunRecord> newest(int atMost) {
        return database.read(
                "tell what runs there were",
                session -> session.rows(
                        "SELECT content FROM writeback_run ORDER BY number DESC LIMIT ?",
                        row -> RunJson.read(row.getBytes(1)),
                        atMost));
    }

    @Override
    public Account account(Instant since) {
        return database.read("tell how far a run may go", session -> {
            long objects = session.rows("SELECT COUNT(*) FROM writeback_standing", row -> row.getLong(1))
                    .get(0);
            Destruction spent = session.rows(
                            SPENT,
                            row -> new Destruction(row.getLong(1), row.getLong(2), row.getLong(3)),
                            minute(since))
                    .get(0);
            List<Long> enumerated = session.rows(ENUMERATED, row -> row.getLong(1));
            List<RunRecord> held = session.rows(
                    "SELECT content FROM writeback_run WHERE state = 'HELD' ORDER BY number",
                    row -> RunJson.read(row.getBytes(1)));
            OptionalLong count = enumerated.isEmpty() ? OptionalLong.empty() : OptionalLong.of(enumerated.get(0));
            return new Account(objects, spent, count, held);
        });
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofMinutes(1).toSeconds());
    }
}
