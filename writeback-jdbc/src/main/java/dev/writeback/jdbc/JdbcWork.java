package dev.writeback.jdbc;

import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Hands objects out and takes them back. */
final class JdbcWork implements WorkQueue {

    private static final String ITEMS = """
            SELECT s.nr, s.revision, s.attempts, s.since_seconds, s.since_nanos, s.note, s.announced, k.content, a.content
            FROM writeback_standing s
            JOIN writeback_known k ON k.nr = s.nr
            LEFT JOIN writeback_agreed a ON a.nr = s.nr
            WHERE s.nr = ANY(?)""";

    private static final String HOLD = "UPDATE writeback_standing SET holder = ? WHERE nr = ANY(?)";

    private final Parts parts;

    JdbcWork(Parts parts) {
        this.parts = parts;
    }

    /** What is taken is read when it is nobody else's any more, so that no lock is held meanwhile. */
    @Override
    public List<WorkItem> claim(Claim claim) {
        if (claim instanceof Claim.Overdue overdue && !Oldest.mayBeOverdue(parts, overdue.before())) {
            return List.of();
        }
        long token = parts.node().token();
        parts.node().recover(token);
        List<Claimed> taken = new ArrayList<>();
        try {
            parts.database().write("hand out work", session -> {
                parts.hands().letGo(taken);
                taken.clear();
                parts.node().require(session, token);
                parts.node().relieveOthers(session, token);
                taken.addAll(take(session, claim, token));
                parts.hands().take(taken);
                return true;
            });
            return taken.isEmpty()
                    ? List.of()
                    : parts.database().read("hand out work", session -> read(session, taken));
        } catch (RuntimeException fault) {
            parts.hands().lose(taken);
            throw fault;
        }
    }

    private List<Claimed> take(Session session, Claim claim, long token) throws SQLException {
        long change = Last.change(session);
        List<Claimed> taken = new Choice(session, parts.hands())
                .of(claim).stream()
                        .map(free -> new Claimed(free.id(), free.nr(), token, change))
                        .toList();
        if (token != 0 && !taken.isEmpty()) {
            session.update(HOLD, token, taken.stream().map(one -> one.nr).toArray(Long[]::new));
        }
        return taken;
    }

    private static List<WorkItem> read(Session session, List<Claimed> taken) throws SQLException {
        Map<Long, Claimed> byNumber = new HashMap<>();
        taken.forEach(one -> byNumber.put(one.nr, one));
        Map<Long, WorkItem> items = new HashMap<>();
        session.rows(
                ITEMS,
                row -> {
                    Claimed claimed = byNumber.get(row.getLong(1));
                    return claimed == null ? null : items.put(claimed.nr, item(row, claimed));
                },
                (Object) byNumber.keySet().toArray(Long[]::new));
        return taken.stream()
                .flatMap(one -> Stream.ofNullable(items.get(one.nr)))
                .toList();
    }

    private static WorkItem item(ResultSet row, Claimed claimed) throws SQLException {
        Note note = Note.read(row.getBytes(6));
        byte[] announced = row.getBytes(7);
        byte[] baseline = row.getBytes(9);
        claimed.isAgreed = baseline != null;
        return new WorkItem(
                ObjectJson.read(claimed.id, row.getBytes(8)),
                BaselineJson.orNone(baseline),
                row.getLong(2),
                row.getInt(3),
                note.awaited(),
                Instant.ofEpochSecond(row.getLong(4), row.getInt(5)),
                note.held(),
                Optional.ofNullable(announced).map(JournalJson::written));
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        List<Claimed> claims = new ArrayList<>();
        Settling settling = Settling.of(parts, List.copyOf(settlements), claims);
        try {
            parts.database().write("keep what became of work", session -> {
                settling.in(session);
                return true;
            });
        } catch (RuntimeException fault) {
            parts.hands().lose(claims);
            throw fault;
        }
        settling.done();
    }

    @Override
    public int reopen(Selection selection, Instant now) {
        parts.hands().waitsSince(now);
        return new Reopening(parts.database(), now).of(selection);
    }

    @Override
    public boolean holds() {
        return parts.node().holds();
    }
}
