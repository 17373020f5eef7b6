package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How an object stands, as far as it counts for how it goes on. */
record Standing(long nr, long revision, int state, int lane, long place, boolean former, long holder) {

    private static final String SELECT =
            "SELECT nr, revision, state, lane, place, former, holder FROM writeback_standing WHERE nr = ANY(?)"
                    + " ORDER BY nr";

    /** These objects, which nobody else changes until the transaction ends. */
    static Map<Long, Standing> locked(Session session, Long[] numbers) throws SQLException {
        Map<Long, Standing> all = new HashMap<>();
        session.rows(SELECT + session.dialect().locked(), row -> all.put(row.getLong(1), of(row)), (Object) numbers);
        return all;
    }

    private static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getLong(7));
    }

    /** The numbers of those objects that are known. */
    static Map<CloudObjectId, Long> numbers(Session session, Collection<CloudObjectId> ids) throws SQLException {
        Map<CloudObjectId, Long> numbers = new HashMap<>();
        if (ids.isEmpty()) {
            return numbers;
        }
        Set<CloudObjectId> wanted = new HashSet<>(ids);
        session.rows(
                "SELECT nr, id FROM writeback_standing WHERE hash = ANY(?)",
                row -> {
                    CloudObjectId id = Key.id(row.getString(2));
                    return wanted.contains(id) ? numbers.put(id, row.getLong(1)) : null;
                },
                (Object) Key.hashes(ids));
        return numbers;
    }
}
