package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes that may have been made or not: one row a batch, as long as the batch is in somebody's hands. */
final class Announcements {

    private static final String SELECT = "SELECT number, content FROM writeback_announcement";
    private static final String DELETE = "DELETE FROM writeback_announcement WHERE number = ANY(?)";

    private Announcements() {}

    static void keep(Session session, long batch, long token, List<Announced> writes) throws SQLException {
        session.update(
                "INSERT INTO writeback_announcement (number, holder, content) VALUES (?, ?, ?)",
                batch,
                token,
                content(writes));
    }

    /** Keeps what is left of batches. */
    static void keepRest(Session session, Map<Long, List<Announced>> left) throws SQLException {
        List<Long> empty = new ArrayList<>();
        List<@Nullable Object[]> rest = new ArrayList<>();
        left.forEach((batch, writes) -> {
            if (writes.isEmpty()) {
                empty.add(batch);
            } else {
                rest.add(new Object[] {content(writes), batch});
            }
        });
        if (!empty.isEmpty()) {
            session.update(DELETE, (Object) empty.toArray(Long[]::new));
        }
        session.batch("UPDATE writeback_announcement SET content = ? WHERE number = ?", rest);
    }

    private static byte[] content(List<Announced> writes) {
        return JsonText.array(writes.stream().map(Announced::content).toList());
    }

    /** No batch is in anybody's hands: each write goes to the standing of its object. */
    static int giveUpAll(Session session) throws SQLException {
        return giveUp(session, session.rows(SELECT + " ORDER BY number", Batch::of));
    }

    static void giveUpOf(Session session, Long[] tokens) throws SQLException {
        giveUp(session, session.rows(SELECT + " WHERE holder = ANY(?) ORDER BY number", Batch::of, (Object) tokens));
    }

    /** Lets be handed out again what fell out of this process's hands, unless it was kept after all. */
    static void recover(Session session, Hands.Lost lost, long token) throws SQLException {
        Long[] batches = lost.batches().toArray(Long[]::new);
        giveUp(session, session.rows(SELECT + " WHERE number = ANY(?) ORDER BY number", Batch::of, (Object) batches));
        if (token != 0) {
            Long[] numbers = lost.numbers().toArray(Long[]::new);
            session.update(
                    "UPDATE writeback_standing SET holder = NULL WHERE nr = ANY(?) AND holder = ?", numbers, token);
        }
    }

    private static int giveUp(Session session, Collection<Batch> batches) throws SQLException {
        Map<CloudObjectId, JournalRecord.Written> last = new LinkedHashMap<>();
        batches.forEach(batch -> batch.writes().forEach(write -> last.put(write.object(), write)));
        Map<CloudObjectId, Long> numbers = Standing.numbers(session, last.keySet());
        List<@Nullable Object[]> rows = new ArrayList<>();
        numbers.forEach((id, nr) ->
                rows.add(new Object[] {JournalJson.bytes(Objects.requireNonNull(last.get(id))), nr}));
        session.batch("UPDATE writeback_standing SET announced = ? WHERE nr = ?", rows);
        if (!batches.isEmpty()) {
            session.update(DELETE, (Object) batches.stream().map(Batch::number).toArray(Long[]::new));
        }
        return batches.size();
    }

    private record Batch(long number, List<JournalRecord.Written> writes) {
        static Batch of(ResultSet row) throws SQLException {
            return new Batch(row.getLong(1), JournalJson.writes(row.getBytes(2)));
        }
    }
}
