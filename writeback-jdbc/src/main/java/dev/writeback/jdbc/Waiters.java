package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who waits for whom: as long as an object waits, there is a row for each object that it waits for. */
final class Waiters {

    /** Mostly nobody waits for anybody. */
    private static final String ANY = "SELECT id FROM writeback_waiter LIMIT 1";

    /** What is ready already keeps its place. */
    private static final String WAKE = """
            UPDATE writeback_standing SET place = %s, state = 1, lane = 1, due_seconds = 0, due_nanos = 0,
              since_seconds = ?, since_nanos = ?
            WHERE nr = ANY(?) AND lane <> 1""";

    private Waiters() {}

    /** These objects wait for nothing any more. */
    static void forget(Session session, List<String> keys) throws SQLException {
        if (!keys.isEmpty()) {
            session.update("DELETE FROM writeback_waiter WHERE id = ANY(?)", (Object) keys.toArray(String[]::new));
        }
    }

    /** An object waits for these. */
    static void add(Session session, String key, List<CloudObjectId> awaited) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CloudObjectId one : awaited) {
            rows.add(new Object[] {key, Key.of(one)});
        }
        session.batch("INSERT INTO writeback_waiter (id, awaited) VALUES (?, ?)", rows);
    }

    /** Makes every object pending that waits for one of these; from now on it waits for its own turn. */
    static void wake(Session session, List<CloudObjectId> changed, Instant now) throws SQLException {
        if (changed.isEmpty() || session.rows(ANY, row -> row.getString(1)).isEmpty()) {
            return;
        }
        List<CloudObjectId> woken = session.rows(
                "SELECT DISTINCT id FROM writeback_waiter WHERE awaited = ANY(?) ORDER BY id",
                row -> Key.id(row.getString(1)),
                (Object) Key.of(changed));
        if (!woken.isEmpty()) {
            Map<CloudObjectId, Long> numbers = Standing.numbers(session, woken);
            session.update(
                    WAKE.formatted(session.dialect().nextNumber),
                    now.getEpochSecond(),
                    now.getNano(),
                    numbers.values().toArray(Long[]::new));
            forget(session, List.of(Key.of(woken)));
        }
    }
}
