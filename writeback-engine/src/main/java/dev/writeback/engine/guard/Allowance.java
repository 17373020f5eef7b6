package dev.writeback.engine.guard;

import dev.writeback.plan.Destruction;
import java.util.List;
import java.util.Optional;

/**
 * How far one run may go. A pure value.
 *
 * @param bounds its limits
 * @param objects how many objects the store knows
 * @param lastHour what other runs destroyed and touched in the hour before it began
 */
public record Allowance(List<Bound> bounds, long objects, Destruction lastHour) {
    public Allowance {
        bounds = List.copyOf(bounds);
    }

    /** Of a run that may go as far as it likes. */
    public static Allowance unlimited() {
        return new Allowance(List.of(), 0, Destruction.none());
    }

    /**
     * The first limit that the run would pass.
     *
     * @param soFar what it has destroyed and touched
     * @param more what it is about to; a limit on what this has nothing of is not looked at
     */
    public Optional<Excess> excess(Destruction soFar, Destruction more) {
        for (Bound bound : bounds) {
            Measure measure = bound.measure();
            if (measure.of(more) == 0) {
                continue;
            }
            long earlier = bound.span() == Bound.Span.HOUR ? measure.of(lastHour) : 0;
            long amount = earlier + measure.of(soFar) + measure.of(more);
            if (bound.isPassedBy(amount, objects)) {
                return Optional.of(new Excess(bound, amount, objects));
            }
        }
        return Optional.empty();
    }
}
