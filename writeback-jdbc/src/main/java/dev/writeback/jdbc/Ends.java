package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Settlement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How items go on that are settled, within one transaction. Most are simply done. */
final class Ends {

    private static final String DONE = """
            UPDATE writeback_standing SET state = 0, lane = 0, due_seconds = 0, due_nanos = 0, attempts = 0, awaits = FALSE,
              holder = NULL, note = NULL, announced = NULL WHERE nr = ANY(?)""";

    private static final String END = """
            UPDATE writeback_standing SET state = ?, lane = ?, due_seconds = ?, due_nanos = ?, place = ?, attempts = ?,
              awaits = ?, note = ?, announced = ?, holder = NULL WHERE nr = ?""";

    private static final String OUTDATED =
            "UPDATE writeback_standing SET attempts = ?, announced = ?, holder = NULL WHERE nr = ?";

    private static final String RELEASE = "UPDATE writeback_standing SET announced = ?, holder = NULL WHERE nr = ?";

    private final Session session;
    private final Map<Long, Standing> standings;
    private final List<Long> done = new ArrayList<>();
    private final List<@Nullable Object[]> outdated = new ArrayList<>();
    private final List<@Nullable Object[]> released = new ArrayList<>();
    private final List<Ending> others = new ArrayList<>();
    private final List<String> noLongerWaiting = new ArrayList<>();

    Ends(Session session, Map<Long, Standing> standings) {
        this.session = session;
        this.standings = standings;
    }

    void keep(List<Ending> endings) throws SQLException {
        for (Ending ending : endings) {
            Standing standing = standings.get(ending.claim.nr);
            if (standing != null) {
                sort(ending, standing);
            }
        }
        if (!done.isEmpty()) {
            session.update(DONE, (Object) done.toArray(Long[]::new));
        }
        session.batch(OUTDATED, outdated);
        session.batch(RELEASE, released);
        Waiters.forget(session, noLongerWaiting);
        end();
    }

    /** Whether something is as pending as it was. */
    boolean haveSomethingBack() {
        return !outdated.isEmpty() || !released.isEmpty();
    }

    private void sort(Ending ending, Standing standing) {
        long nr = ending.claim.nr;
        if (ending.isReleased()) {
            released.add(new @Nullable Object[] {ending.doubtful, nr});
            return;
        } else if (ending.isOutdated(standing)) {
            outdated.add(new @Nullable Object[] {ending.attempts(standing), ending.doubtful, nr});
            return;
        } else if (ending.isPlain(standing)) {
            done.add(nr);
        } else {
            others.add(ending);
        }
        if (standing.state() == Lane.WAITING) {
            noLongerWaiting.add(Key.of(ending.claim.id));
        }
    }

    private void end() throws SQLException {
        if (others.isEmpty()) {
            return;
        }
        Map<CloudObjectId, Long> changed = changesOfAwaited();
        long[] places = session.draw(others.size());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Ending ending = others.get(i);
            Standing standing = standings.get(ending.claim.nr);
            if (standing == null) {
                continue;
            }
            boolean awaits = ending.state() == Lane.WAITING;
            boolean isWoken = awaits
                    && awaited(ending).stream().anyMatch(id -> changed.getOrDefault(id, 0L) > ending.claim.after);
            if (awaits && !isWoken) {
                Waiters.add(session, Key.of(ending.claim.id), awaited(ending));
            }
            long place = ending.due().isPresent() ? places[i] : standing.place();
            rows.add(row(ending, standing, isWoken ? Lane.PENDING : ending.state(), place));
        }
        session.batch(END, rows);
    }

    private static @Nullable Object[] row(Ending ending, Standing standing, int state, long place) {
        Instant due = state == Lane.PENDING ? Instant.EPOCH : ending.due().orElse(Instant.EPOCH);
        return new @Nullable Object[] {
            state,
            Lane.of(state),
            due.getEpochSecond(),
            due.getNano(),
            place,
            ending.attempts(standing),
            ending.state() == Lane.WAITING,
            ending.note,
            ending.doubtful,
            ending.claim.nr
        };
    }

    private static List<CloudObjectId> awaited(Ending ending) {
        return ending.settlement.end() instanceof Settlement.Waiting waiting ? waiting.objects() : List.of();
    }

    /** Which change was the last of each object that somebody is to wait for from now on. */
    private Map<CloudObjectId, Long> changesOfAwaited() throws SQLException {
        List<CloudObjectId> awaited =
                others.stream().flatMap(one -> awaited(one).stream()).toList();
        Map<CloudObjectId, Long> changed = new HashMap<>();
        if (!awaited.isEmpty()) {
            session.rows(
                    "SELECT id, changed FROM writeback_standing WHERE hash = ANY(?)",
                    row -> changed.put(Key.id(row.getString(1)), row.getLong(2)),
                    (Object) Key.hashes(awaited));
        }
        return changed;
    }
}
