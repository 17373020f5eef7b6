package dev.writeback.jdbc;

import dev.writeback.spi.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an object stands in the queue: its row of {@code writeback_item}. */
record Standing(
        String key,
        long revision,
        int state,
        int lane,
        Instant due,
        long place,
        int attempts,
        long changed,
        long claimedAfter,
        @Nullable String awaited,
        @Nullable String parked) {

    static final String COLUMNS =
            "i.id, i.revision, i.state, i.lane, i.due_seconds, i.due_nanos, i.place, i.attempts, i.changed,"
                    + " i.claimed_after, i.awaited, i.parked";

    static final String UPDATE = """
            UPDATE writeback_item SET state = ?, lane = ?, due_seconds = ?, due_nanos = ?, place = ?, attempts = ?,
              awaited = ?, parked = ? WHERE id = ?""";

    static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getString(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                Instant.ofEpochSecond(row.getLong(5), row.getInt(6)),
                row.getLong(7),
                row.getInt(8),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12));
    }

    boolean isClaimed() {
        return lane == Lane.CLAIMED;
    }

    boolean isWaiting() {
        return state == Lane.WAITING;
    }

    /** When it is looked at again by itself. */
    Optional<Instant> shownDue() {
        return state == Lane.ESCROWED || state == Lane.WAITING ? Optional.of(due) : Optional.empty();
    }

    /** Back in nobody's hands; a place is taken if it goes to the end of the queue. */
    Standing settled(Settlement settlement, Counters counters) {
        Settlement.End end = settlement.end();
        boolean newer = revision != settlement.item().revision();
        int failures = attempts(settlement, newer);
        if (newer || end instanceof Settlement.Released) {
            return standing(state, due, place, failures, awaited, parked);
        } else if (end instanceof Settlement.Escrowed escrowed) {
            return standing(Lane.ESCROWED, escrowed.until(), ++counters.place, failures, null, null);
        } else if (end instanceof Settlement.Waiting waiting) {
            String objects = ValuesJson.ids(waiting.objects());
            return standing(Lane.WAITING, waiting.until(), ++counters.place, failures, objects, null);
        } else if (end instanceof Settlement.Parked conflicts) {
            String open = JournalJson.conflicts(conflicts.conflicts());
            return standing(Lane.PARKED, Instant.EPOCH, place, failures, null, open);
        }
        return standing(Lane.RESTING, Instant.EPOCH, place, failures, null, null);
    }

    /** The same, pending again because of what it waits for. */
    Standing woken(Counters counters) {
        return standing(Lane.PENDING, Instant.EPOCH, ++counters.place, attempts, awaited, parked);
    }

    private int attempts(Settlement settlement, boolean newer) {
        Settlement.End end = settlement.end();
        if (end instanceof Settlement.Released) {
            return attempts;
        }
        boolean begun = end instanceof Settlement.Done
                || end instanceof Settlement.Parked
                || (end instanceof Settlement.Waiting && newer);
        return begun ? 0 : settlement.item().attempts() + 1;
    }

    private Standing standing(
            int newState,
            Instant newDue,
            long newPlace,
            int newAttempts,
            @Nullable String newAwaited,
            @Nullable String newParked) {
        return new Standing(
                key,
                revision,
                newState,
                Lane.of(newState),
                newDue,
                newPlace,
                newAttempts,
                changed,
                claimedAfter,
                newAwaited,
                newParked);
    }

    /** The parameters of {@link #UPDATE}. */
    @Nullable
    Object[] update() {
        return new @Nullable Object[] {
            state, lane, due.getEpochSecond(), due.getNano(), place, attempts, awaited, parked, key
        };
    }
}
