package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Runs;
import dev.writeback.spi.Settlement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was written and decided. */
final class JdbcJournal implements Journal {

    private final Database database;
    private final Runs runs = new JdbcRuns();

    JdbcJournal(Database database) {
        this.database = database;
    }

    /** Keeps what was done to settled items, and of their writes those that are still in doubt. */
    static void keep(Session session, Counters counters, List<Settlement> settlements) throws SQLException {
        List<@Nullable Object[]> lines = new ArrayList<>();
        Map<String, JournalRecord.Written> doubtful = new LinkedHashMap<>();
        List<String> certain = new ArrayList<>();
        for (Settlement settlement : settlements) {
            for (JournalRecord record : settlement.journaling().records()) {
                lines.add(new Object[] {++counters.line, Key.of(record.run()), JournalJson.text(record)});
            }
            String key = Key.of(settlement.item().object().id());
            Optional<JournalRecord.Written> announced = settlement.journaling().announced();
            if (announced.isPresent()) {
                doubtful.put(key, announced.get());
            } else {
                certain.add(key);
            }
        }
        session.batch("INSERT INTO writeback_journal (number, run, content) VALUES (?, ?, ?)", lines);
        session.update("DELETE FROM writeback_announced WHERE id = ANY(?)", (Object) certain.toArray(String[]::new));
        announce(session, doubtful);
    }

    @Override
    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
        database.write("keep what is about to be written", session -> {
            Set<String> claimed = claimed(session, writes);
            Map<String, JournalRecord.Written> last = new LinkedHashMap<>();
            for (JournalRecord.Written write : writes) {
                String key = Key.of(write.object());
                if (!claimed.contains(key)) {
                    throw new IllegalStateException(
                            "a write of object %s is announced, but nobody claimed it".formatted(write.object()));
                }
                last.put(key, write);
            }
            announce(session, last);
            return true;
        });
    }

    @Override
    public Runs runs() {
        return runs;
    }

    private static void announce(Session session, Map<String, JournalRecord.Written> writes) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        writes.forEach((key, write) -> rows.add(new Object[] {JournalJson.text(write), key}));
        Upsert.run(
                session,
                "UPDATE writeback_announced SET content = ? WHERE id = ?",
                "INSERT INTO writeback_announced (content, id) VALUES (?, ?)",
                rows);
    }

    private static Set<String> claimed(Session session, Collection<JournalRecord.Written> writes) throws SQLException {
        List<CloudObjectId> ids = writes.stream().map(JournalRecord::object).toList();
        return new HashSet<>(session.rows(
                "SELECT id FROM writeback_item WHERE id = ANY(?) AND lane = 9", row -> row.getString(1), (Object)
                        Key.of(ids)));
    }

    @Override
    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
        Session.Row<JournalLine> line = row -> new JournalLine(row.getLong(1), JournalJson.read(row.getString(2)));
        return database.read(
                "read its journal",
                session -> run.isPresent()
                        ? session.rows(
                                "SELECT number, content FROM writeback_journal WHERE run = ? AND number > ?"
                                        + " ORDER BY run, number LIMIT ?",
                                line,
                                Key.of(run.get()),
                                after,
                                atMost)
                        : session.rows(
                                "SELECT number, content FROM writeback_journal WHERE number > ?"
                                        + " ORDER BY number LIMIT ?",
                                line,
                                after,
                                atMost));
    }
}
