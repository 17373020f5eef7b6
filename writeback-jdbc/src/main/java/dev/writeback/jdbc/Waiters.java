package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for whom: as long as an object waits, there is a row for each object that it waits for. */
final class Waiters {

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

    /** Makes every object pending that waits for one of these. */
    static void wake(Session session, Counters counters, List<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        List<String> woken = session.rows(
                "SELECT DISTINCT id FROM writeback_waiter WHERE awaited = ANY(?) ORDER BY id",
                row -> row.getString(1),
                (Object) keys.toArray(String[]::new));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String key : woken) {
            rows.add(new Object[] {++counters.place, key});
        }
        session.batch(Lane.WAKE, rows);
        forget(session, woken);
    }
}
