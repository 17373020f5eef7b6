package dev.writeback.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves the objects of a store of version 1, which kept text where version 2 keeps bytes. */
final class FromVersion1 {

    /** The tables that version 2 has no more use for, or has under another name. */
    static final List<String> TABLES = List.of(
            "writeback_item",
            "writeback_object",
            "writeback_baseline",
            "writeback_announced",
            "writeback_journal",
            "writeback_status",
            "writeback_counter");

    private static final int PAGE = 1000;

    private static final String OLD = """
            SELECT i.id, i.revision, i.state, i.due_seconds, i.due_nanos, i.place, i.attempts, i.changed, i.awaited,
              i.parked, o.has_former, o.content, b.entry, b.content, a.content
            FROM writeback_item i
            JOIN writeback_object o ON o.id = i.id
            LEFT JOIN writeback_baseline b ON b.id = i.id
            LEFT JOIN writeback_announced a ON a.id = i.id
            WHERE i.id > ? ORDER BY i.id LIMIT ?""";

    private static final String NEW = """
            INSERT INTO writeback_standing (nr, hash, id, revision, state, lane, due_seconds, due_nanos, place, attempts,
              changed, since_seconds, since_nanos, former, awaits, note, announced)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)""";

    private final Session session;
    private final List<@Nullable Object[]> standings = new ArrayList<>();
    private final List<@Nullable Object[]> known = new ArrayList<>();
    private final List<@Nullable Object[]> agreed = new ArrayList<>();
    private String last = "";
    private long nr;

    private FromVersion1(Session session) {
        this.session = session;
    }

    static void move(Session session) throws SQLException {
        new FromVersion1(session).move();
    }

    private void move() throws SQLException {
        do {
            standings.clear();
            known.clear();
            agreed.clear();
            session.rows(OLD, this::read, last, PAGE);
            session.batch(NEW, standings);
            session.batch("INSERT INTO writeback_known (nr, content) VALUES (?, ?)", known);
            session.batch("INSERT INTO writeback_agreed (nr, entry, content) VALUES (?, ?, ?)", agreed);
        } while (standings.size() == PAGE);
        long start = session.rows(
                        "SELECT GREATEST(place, status, CAST(? AS BIGINT)) + 1 FROM writeback_counter",
                        row -> row.getLong(1),
                        nr)
                .get(0);
        session.update("ALTER SEQUENCE writeback_number RESTART WITH %d".formatted(start));
    }

    private int read(ResultSet row) throws SQLException {
        last = row.getString(1);
        int state = row.getInt(3);
        String awaited = row.getString(9);
        String parked = row.getString(10);
        standings.add(new @Nullable Object[] {
            ++nr,
            Key.hash(Key.text(last)),
            last,
            row.getLong(2),
            state,
            Lane.of(state),
            row.getLong(4),
            row.getInt(5),
            row.getLong(6),
            row.getInt(7),
            row.getLong(8),
            row.getBoolean(11),
            awaited != null,
            note(awaited, parked),
            bytes(row.getString(15))
        });
        known.add(new @Nullable Object[] {nr, bytes(row.getString(12))});
        String baseline = row.getString(14);
        if (baseline != null) {
            String entry = row.getString(13);
            agreed.add(new @Nullable Object[] {nr, entry == null ? null : UUID.fromString(entry), bytes(baseline)});
        }
        return state;
    }

    private static byte @Nullable [] note(@Nullable String awaited, @Nullable String parked) {
        if (awaited != null) {
            return bytes("{\"awaited\":%s}".formatted(awaited));
        }
        return parked == null ? null : bytes("{\"parked\":%s}".formatted(parked));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.US_ASCII);
    }
}
