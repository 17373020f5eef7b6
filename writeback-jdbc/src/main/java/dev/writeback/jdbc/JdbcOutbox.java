package dev.writeback.jdbc;

import dev.writeback.plan.Status;
import dev.writeback.spi.Outbox;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statuses until they are delivered. */
final class JdbcOutbox implements Outbox {

    private final Database database;

    JdbcOutbox(Database database) {
        this.database = database;
    }

    /** Keeps these; one that is there already stays as it is. */
    static void post(Session session, Counters counters, List<Status> statuses) throws SQLException {
        if (statuses.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(session.rows(
                "SELECT id FROM writeback_status WHERE id = ANY(?)", row -> row.getString(1), (Object) keys(statuses)));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Status status : statuses) {
            String key = Key.of(status.id());
            if (known.add(key)) {
                rows.add(new Object[] {++counters.status, key, StatusJson.text(status)});
            }
        }
        session.batch("INSERT INTO writeback_status (number, id, content) VALUES (?, ?, ?)", rows);
    }

    @Override
    public List<Status> undelivered(int atMost) {
        return database.read(
                "tell what is to be reported",
                session -> session.rows(
                        "SELECT content FROM writeback_status ORDER BY number LIMIT ?",
                        row -> StatusJson.read(row.getString(1)),
                        atMost));
    }

    @Override
    public void delivered(List<Status> statuses) {
        if (!statuses.isEmpty()) {
            database.write(
                    "forget what was reported",
                    session ->
                            session.update("DELETE FROM writeback_status WHERE id = ANY(?)", (Object) keys(statuses)));
        }
    }

    private static String[] keys(List<Status> statuses) {
        return statuses.stream().map(status -> Key.of(status.id())).toArray(String[]::new);
    }
}
