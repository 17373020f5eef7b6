package dev.writeback.engine;

import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How everything stands.
 *
 * @param objects how many objects stand how; a state that none has is left out
 * @param held the runs that somebody must decide about, the oldest first; none as a rule
 * @param last the run that the store remembers last; nothing if it remembers none
 * @param undelivered how many statuses the reporter has not taken yet; up to 1,000 are counted
 * @param problem why this is not all; nothing if it is
 */
public record StatusReport(
        Map<Holding.State, Long> objects,
        List<RunRecord> held,
        Optional<RunRecord> last,
        int undelivered,
        Optional<Problem> problem) {
    public StatusReport {
        Map<Holding.State, Long> copy = new EnumMap<>(Holding.State.class);
        copy.putAll(objects);
        objects = Collections.unmodifiableMap(copy);
        held = List.copyOf(held);
    }

    /** How many objects stand like this. */
    public long objects(Holding.State state) {
        return objects.getOrDefault(state, 0L);
    }
}
