package dev.writeback.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes rows, and adds those that are not there yet; both statements take the same parameters. */
final class Upsert {

    private Upsert() {}

    static void run(Session session, String update, String insert, List<@Nullable Object[]> rows) throws SQLException {
        int[] counts = session.batch(update, rows);
        List<@Nullable Object[]> missing = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        session.batch(insert, missing);
    }
}
