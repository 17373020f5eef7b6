package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How objects stand. */
final class JdbcHoldings implements Holdings {

    private static final String SELECT = """
            SELECT s.id, s.state, s.since_seconds, s.since_nanos, s.due_seconds, s.due_nanos, s.attempts, s.note,
              k.content, a.content
            FROM writeback_standing s
            JOIN writeback_known k ON k.nr = s.nr
            LEFT JOIN writeback_agreed a ON a.nr = s.nr
            WHERE\040""";

    private static final String PURPOSE = "tell how objects stand";
    private static final String PAGE = "s.nr > ? AND s.state = ANY(?) ORDER BY s.nr LIMIT ?";

    private final Database database;

    JdbcHoldings(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
        return database.read(PURPOSE, session -> {
            long last = Long.MIN_VALUE;
            if (after.isPresent()) {
                CloudObjectId id = after.get();
                Long nr = Standing.numbers(session, List.of(id)).get(id);
                if (nr == null) {
                    throw new IllegalArgumentException("object %s is unknown; nothing comes after it".formatted(id));
                }
                last = nr;
            }
            return session.rows(SELECT + PAGE, JdbcHoldings::holding, last, Lane.stored(states), atMost);
        });
    }

    @Override
    public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
        UUID[] guids = entries.stream().map(ObjectGuid::uuid).distinct().toArray(UUID[]::new);
        return database.read(
                PURPOSE, session -> session.rows(SELECT + "a.entry = ANY(?)", JdbcHoldings::holding, (Object) guids));
    }

    @Override
    public List<Holding> of(Collection<CloudObjectId> ids) {
        Set<CloudObjectId> wanted = new HashSet<>(ids);
        return database
                .read(
                        PURPOSE,
                        session -> session.rows(
                                SELECT + "s.hash = ANY(?)", JdbcHoldings::holding, (Object) Key.hashes(ids)))
                .stream()
                .filter(one -> wanted.contains(one.object().id()))
                .toList();
    }

    @Override
    public Map<Holding.State, Long> count() {
        Map<Holding.State, Long> counts = new EnumMap<>(Holding.State.class);
        database.read(
                PURPOSE,
                session -> session.rows(
                        "SELECT state, COUNT(*) FROM writeback_standing GROUP BY state",
                        row -> counts.put(Lane.shown(row.getInt(1)), row.getLong(2))));
        return counts;
    }

    private static Holding holding(ResultSet row) throws SQLException {
        int state = row.getInt(2);
        Note note = Note.read(row.getBytes(8));
        boolean isLater = Lane.of(state) == Lane.LATER;
        Instant due = Instant.ofEpochSecond(row.getLong(5), row.getInt(6));
        return new Holding(
                ObjectJson.read(Key.id(row.getString(1)), row.getBytes(9)),
                BaselineJson.orNone(row.getBytes(10)),
                Lane.shown(state),
                Instant.ofEpochSecond(row.getLong(3), row.getInt(4)),
                isLater ? Optional.of(due) : Optional.empty(),
                row.getInt(7),
                note.problem(),
                note.parked(),
                note.held());
    }
}
