package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hands objects out and takes them back. */
final class JdbcWork implements WorkQueue {

    private static final String READY = """
            SELECT id, place FROM writeback_item WHERE lane = 1
            ORDER BY lane, due_seconds, due_nanos, place, id LIMIT ?""";

    private static final String DUE = """
            SELECT id, place FROM writeback_item
            WHERE lane = 2 AND due_seconds <= ? AND (due_seconds < ? OR due_nanos <= ?)
            ORDER BY lane, due_seconds, due_nanos, place, id LIMIT ?""";

    private static final String ITEMS = """
            SELECT i.id, i.revision, i.attempts, i.awaited, o.content, b.content, a.content
            FROM writeback_item i
            JOIN writeback_object o ON o.id = i.id
            LEFT JOIN writeback_baseline b ON b.id = i.id
            LEFT JOIN writeback_announced a ON a.id = i.id
            WHERE i.id = ANY(?)""";

    private final Database database;

    JdbcWork(Database database) {
        this.database = database;
    }

    @Override
    public List<WorkItem> claim(Claim claim) {
        return database.write("hand out work", session -> {
            if (claim instanceof Claim.Overdue || claim instanceof Claim.Held) {
                return List.of();
            }
            List<String> keys = claim instanceof Claim.Next next ? next(session, next) : named(session, claim);
            return keys.isEmpty() ? List.of() : handOut(session, keys);
        });
    }

    private static List<String> next(Session session, Claim.Next claim) throws SQLException {
        Session.Row<Map.Entry<String, Long>> row = it -> Map.entry(it.getString(1), it.getLong(2));
        List<Map.Entry<String, Long>> ready = session.rows(READY, row, claim.atMost());
        Instant now = claim.now();
        long second = now.getEpochSecond();
        List<Map.Entry<String, Long>> due = session.rows(DUE, row, second, second, now.getNano(), claim.atMost());
        return Stream.concat(ready.stream(), due.stream())
                .sorted(Comparator.comparingLong(Map.Entry::getValue))
                .limit(claim.atMost())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> named(Session session, Claim claim) throws SQLException {
        String[] keys = Key.of(((Claim.Objects) claim).ids());
        Set<String> free = new HashSet<>(session.rows(
                "SELECT id FROM writeback_item WHERE id = ANY(?) AND lane <> 9", row -> row.getString(1), (Object)
                        keys));
        return Stream.of(keys).filter(free::contains).toList();
    }

    private static List<WorkItem> handOut(Session session, List<String> keys) throws SQLException {
        String[] all = keys.toArray(String[]::new);
        long changes = Counters.of(session).change;
        session.update("UPDATE writeback_item SET lane = 9, claimed_after = ? WHERE id = ANY(?)", changes, all);
        Map<String, WorkItem> items = new HashMap<>();
        session.rows(
                ITEMS,
                row -> {
                    String key = row.getString(1);
                    String awaited = row.getString(4);
                    String baseline = row.getString(6);
                    return items.put(
                            key,
                            new WorkItem(
                                    ObjectJson.read(Key.id(key), row.getString(5)),
                                    Stored.baseline(baseline),
                                    row.getLong(2),
                                    row.getInt(3),
                                    Stored.ids(awaited),
                                    Instant.EPOCH,
                                    Optional.empty(),
                                    Optional.ofNullable(row.getString(7)).map(JournalJson::written)));
                },
                (Object) all);
        return keys.stream().flatMap(key -> Stream.ofNullable(items.get(key))).toList();
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        database.write("keep what became of work", session -> {
            new Settling(session, Counters.of(session)).settle(List.copyOf(settlements));
            return true;
        });
    }

    @Override
    public int reopen(Selection selection, Instant now) {
        return database.write("make objects pending", session -> {
            Counters counters = Counters.of(session);
            long place = ++counters.place;
            counters.keep(session);
            if (selection instanceof Selection.All) {
                session.update("DELETE FROM writeback_waiter");
                return session.update(Lane.REOPEN + "TRUE", place);
            } else if (selection instanceof Selection.Escrowed) {
                return session.update(Lane.REOPEN + "state = 2", place);
            }
            List<CloudObjectId> ids = new ArrayList<>(((Selection.Objects) selection).ids());
            Waiters.forget(session, List.of(Key.of(ids)));
            return session.update(Lane.REOPEN + "id = ANY(?)", place, Key.of(ids));
        });
    }
}
