package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Runs;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written and decided. */
final class JdbcJournal implements Journal {

    private static final String INSERT =
            "INSERT INTO writeback_line (number, run, content) SELECT * FROM UNNEST(?, ?, ?)";

    private static final String OF_RUN = """
            SELECT number, content FROM writeback_line
            WHERE run = ? AND number > ? AND number >= ? AND number <= ? ORDER BY number LIMIT ?""";

    private final Parts parts;
    private final JdbcRuns runs;

    JdbcJournal(Parts parts) {
        this.parts = parts;
        this.runs = new JdbcRuns(parts.database());
    }

    /** Keeps these at the end of their transaction: a line is never seen before one with a smaller number. */
    static void keep(Session session, List<Ending.Line> lines) throws SQLException {
        int count = lines.size();
        if (count == 0) {
            return;
        }
        Long[] numbers = new Long[count];
        String[] runs = new String[count];
        byte[][] contents = new byte[count][];
        Map<String, long[]> chapters = new LinkedHashMap<>();
        long first = Last.lines(session, count);
        for (int i = 0; i < count; i++) {
            long number = first + i;
            numbers[i] = number;
            runs[i] = lines.get(i).run();
            contents[i] = lines.get(i).content();
            chapters.merge(runs[i], new long[] {number, number}, (known, now) -> new long[] {known[0], now[1]});
        }
        session.update(INSERT, numbers, runs, contents);
        for (Map.Entry<String, long[]> chapter : chapters.entrySet()) {
            long[] ends = chapter.getValue();
            if (session.update("UPDATE writeback_chapter SET last_line = ? WHERE run = ?", ends[1], chapter.getKey())
                    == 0) {
                session.update(
                        "INSERT INTO writeback_chapter (run, first_line, last_line) VALUES (?, ?, ?)",
                        chapter.getKey(),
                        ends[0],
                        ends[1]);
            }
        }
    }

    @Override
    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
        if (writes.isEmpty()) {
            return;
        }
        long token = parts.node().token();
        List<Claimed> claims = claims(writes, token);
        Map<CloudObjectId, Announced> last = new LinkedHashMap<>();
        writes.forEach(write -> last.put(write.object(), Announced.of(write)));
        List<Announced> all = List.copyOf(last.values());
        long kept = parts.database().write("keep what is about to be written", session -> {
            parts.node().require(session, token);
            long batch = session.draw(1)[0];
            parts.hands().announced(batch, all);
            Announcements.keep(session, batch, token, all);
            Announcements.keepRest(session, parts.hands().without(claims, batch));
            JdbcRuns.spend(session, all.get(0).write().at(), token, worth);
            return batch;
        });
        parts.hands().onlyIn(kept, claims);
    }

    private List<Claimed> claims(Collection<JournalRecord.Written> writes, long token) {
        List<Claimed> claims = new ArrayList<>();
        for (JournalRecord.Written write : writes) {
            Claimed claim = parts.hands().of(write.object());
            if (claim == null) {
                throw new IllegalStateException(
                        "a write of object %s is announced, but nobody claimed it".formatted(write.object()));
            } else if (claim.token != token) {
                throw parts.node().relieved(claim.token);
            }
            claims.add(claim);
        }
        return claims;
    }

    @Override
    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
        Session.Row<JournalLine> line = row -> new JournalLine(row.getLong(1), JournalJson.read(row.getBytes(2)));
        return parts.database().read("read its journal", session -> {
            if (run.isEmpty()) {
                return session.rows(
                        "SELECT number, content FROM writeback_line WHERE number > ? ORDER BY number LIMIT ?",
                        line,
                        after,
                        atMost);
            }
            String key = Key.of(run.get());
            List<long[]> ends = session.rows(
                    "SELECT first_line, last_line FROM writeback_chapter WHERE run = ?",
                    row -> new long[] {row.getLong(1), row.getLong(2)},
                    key);
            return ends.isEmpty()
                    ? List.of()
                    : session.rows(OF_RUN, line, key, after, ends.get(0)[0], ends.get(0)[1], atMost);
        });
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
