package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How objects stand. */
final class JdbcHoldings implements Holdings {

    private static final String SELECT = "SELECT " + Standing.COLUMNS + """
            , o.content, b.content
            FROM writeback_item i
            JOIN writeback_object o ON o.id = i.id
            LEFT JOIN writeback_baseline b ON b.id = i.id
            WHERE\040""";

    private static final String PURPOSE = "tell how objects stand";

    private final Database database;

    JdbcHoldings(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
        String last = after.map(Key::of).orElse("");
        Object[] wanted = states.stream().map(Lane::number).toArray();
        return database.read(
                PURPOSE,
                session -> session.rows(
                        SELECT + "i.id > ? AND i.state = ANY(?) ORDER BY i.id LIMIT ?",
                        JdbcHoldings::holding,
                        last,
                        wanted,
                        atMost));
    }

    @Override
    public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
        String[] guids = entries.stream().map(ObjectGuid::toString).distinct().toArray(String[]::new);
        return database.read(
                PURPOSE, session -> session.rows(SELECT + "b.entry = ANY(?)", JdbcHoldings::holding, (Object) guids));
    }

    @Override
    public List<Holding> of(Collection<CloudObjectId> ids) {
        return database.read(
                PURPOSE,
                session -> session.rows(SELECT + "i.id = ANY(?)", JdbcHoldings::holding, (Object) Key.of(ids)));
    }

    private static Holding holding(ResultSet row) throws SQLException {
        Standing standing = Standing.of(row);
        return new Holding(
                ObjectJson.read(Key.id(standing.key()), row.getString(13)),
                Stored.baseline(row.getString(14)),
                Lane.shown(standing.state()),
                Instant.EPOCH,
                standing.shownDue(),
                standing.attempts(),
                Optional.empty(),
                Stored.conflicts(standing.parked()),
                Optional.empty());
    }
}
