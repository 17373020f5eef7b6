package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Selection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes objects pending. Many are done in parts, so that neither others nor the memory suffer. */
final class Reopening {

    private static final int PART = 20_000;
    private static final String PURPOSE = "make objects pending";

    private static final String REOPEN = """
            state = 1, lane = 1, due_seconds = 0, due_nanos = 0, revision = revision + 1, awaits = FALSE, note = NULL,
              since_seconds = ?, since_nanos = ? WHERE\040""";

    private static final String UPDATE = "UPDATE writeback_standing SET ";

    private final Database database;
    private final Instant now;

    Reopening(Database database, Instant now) {
        this.database = database;
        this.now = now;
    }

    int of(Selection selection) {
        if (selection instanceof Selection.All) {
            return all();
        } else if (selection instanceof Selection.Escrowed) {
            return database.write(PURPOSE, session -> reopen(session, "lane = 2 AND state = 2"));
        }
        return named(((Selection.Objects) selection).ids());
    }

    private int all() {
        int count = 0;
        long after = Long.MIN_VALUE;
        while (true) {
            long from = after;
            List<Long> ends = database.read(
                    PURPOSE,
                    session -> session.rows(
                            "SELECT nr FROM writeback_standing WHERE nr > ? ORDER BY nr LIMIT 1 OFFSET ?",
                            row -> row.getLong(1),
                            from,
                            PART - 1));
            long to = ends.isEmpty() ? Long.MAX_VALUE : ends.get(0);
            count += database.write(PURPOSE, session -> {
                session.update(
                        "DELETE FROM writeback_waiter WHERE id IN"
                                + " (SELECT id FROM writeback_standing WHERE nr > ? AND nr <= ? AND state = 3)",
                        from,
                        to);
                return reopen(session, "nr > ? AND nr <= ?", from, to);
            });
            if (ends.isEmpty()) {
                return count;
            }
            after = to;
        }
    }

    private int named(Collection<CloudObjectId> ids) {
        return database.write(PURPOSE, session -> {
            Map<CloudObjectId, Long> numbers = Standing.numbers(session, ids);
            Waiters.forget(session, List.of(Key.of(numbers.keySet())));
            return reopen(session, "nr = ANY(?)", (Object) numbers.values().toArray(Long[]::new));
        });
    }

    /** What is ready keeps its place. */
    private int reopen(Session session, String which, Object... parameters) throws SQLException {
        Object[] all = new Object[parameters.length + 2];
        all[0] = now.getEpochSecond();
        all[1] = now.getNano();
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        String place = "place = %s, ".formatted(session.dialect().nextNumber);
        return session.update(UPDATE + REOPEN + "lane = 1 AND " + which, all)
                + session.update(UPDATE + place + REOPEN + "lane <> 1 AND " + which, all);
    }
}
