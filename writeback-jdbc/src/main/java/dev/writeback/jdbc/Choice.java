package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which free objects a claim means, within one transaction. */
final class Choice {

    private static final String SELECT =
            "SELECT nr, id, place, since_seconds, since_nanos FROM writeback_standing WHERE ";
    private static final String FREE = " AND holder IS NULL";

    /** As the index has them: ordered otherwise, all would be read and sorted to take a few. */
    private static final String IN_ORDER = FREE + " ORDER BY lane, due_seconds, due_nanos, place LIMIT ?";

    private static final String READY =
            SELECT + "lane = 1 AND due_seconds = 0 AND due_nanos = 0 AND place > ?" + IN_ORDER;

    private static final String DUE =
            SELECT + "lane = 2 AND due_seconds <= ? AND (due_seconds < ? OR due_nanos <= ?)" + IN_ORDER;

    private static final String OVERDUE =
            SELECT + "lane = ? AND state IN (1, 2) AND since_seconds <= ? AND (since_seconds < ? OR since_nanos < ?)"
                    + IN_ORDER;

    private static final String HELD = SELECT + "lane = -6" + IN_ORDER;

    private static final String NAMED = SELECT + "hash = ANY(?)" + FREE + " ORDER BY nr";

    private final Session session;
    private final Hands hands;

    /** An object that nobody has. */
    record Free(long nr, CloudObjectId id, long place, Instant since) {
        static Free of(ResultSet row) throws SQLException {
            return new Free(
                    row.getLong(1),
                    Key.id(row.getString(2)),
                    row.getLong(3),
                    Instant.ofEpochSecond(row.getLong(4), row.getInt(5)));
        }
    }

    Choice(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
    }

    List<Free> of(Claim claim) throws SQLException {
        if (claim instanceof Claim.Next next) {
            return next(next);
        } else if (claim instanceof Claim.Overdue overdue) {
            return overdue(overdue);
        } else if (claim instanceof Claim.Held held) {
            return free(HELD, held.atMost());
        }
        return named((Claim.Objects) claim);
    }

    private List<Free> next(Claim.Next claim) throws SQLException {
        long floor = hands.allTakenUpTo();
        List<Free> ready = free(READY, claim.atMost(), floor);
        Instant now = claim.now();
        long second = now.getEpochSecond();
        List<Free> due = free(DUE, claim.atMost(), second, second, now.getNano());
        List<Free> all = Stream.concat(ready.stream(), due.stream())
                .sorted(Comparator.comparingLong(Free::place))
                .limit(claim.atMost())
                .toList();
        if (!session.dialect().isShared()) {
            ready.stream().filter(all::contains).mapToLong(Free::place).max().ifPresent(hands::allTakenUpTo);
        }
        return all;
    }

    private List<Free> overdue(Claim.Overdue claim) throws SQLException {
        Instant before = claim.before();
        long second = before.getEpochSecond();
        int nano = before.getNano();
        List<Free> found = new ArrayList<>();
        for (int lane : List.of(Lane.READY, Lane.LATER)) {
            found.addAll(free(OVERDUE, claim.atMost(), lane, second, second, nano));
        }
        found.sort(Comparator.comparing(Free::since).thenComparingLong(Free::place));
        return found.size() > claim.atMost() ? found.subList(0, claim.atMost()) : found;
    }

    private List<Free> named(Claim.Objects claim) throws SQLException {
        Map<CloudObjectId, Free> free = new HashMap<>();
        session.rows(NAMED + skipping(), Free::of, (Object) Key.hashes(claim.ids())).stream()
                .filter(one -> !hands.have(one.nr()))
                .forEach(one -> free.put(one.id(), one));
        return claim.ids().stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(free.get(id)))
                .toList();
    }

    /** So many that are not in these hands; a process that has the store for itself says so nowhere else. */
    private List<Free> free(String sql, int atMost, Object... parameters) throws SQLException {
        List<Free> found = selected(sql, atMost, parameters);
        int more = hands.size();
        if (found.size() < atMost && more > 0 && !session.dialect().isShared()) {
            found = selected(sql, Math.addExact(atMost, more), parameters);
        }
        return found.size() > atMost ? found.subList(0, atMost) : found;
    }

    private List<Free> selected(String sql, int atMost, Object... parameters) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.add(atMost);
        List<Free> found = new ArrayList<>(session.rows(sql + skipping(), Free::of, all.toArray()));
        found.removeIf(one -> hands.have(one.nr()));
        return found;
    }

    private String skipping() {
        return session.dialect().skippingLocked();
    }
}
