package dev.writeback.engine.guard;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What holds a run, so that a person looks first. Pure functions of numbers.
 *
 * @param bounds the limits on what is destroyed and touched
 * @param failedPercent how many of a hundred objects may fail; nothing if that does not matter
 * @param missingPercent how many of a hundred objects are too many to be missing; nothing if that does not matter
 */
public record Restraint(List<Bound> bounds, OptionalInt failedPercent, OptionalInt missingPercent) {

    /** Fewer objects say nothing about how many fail. */
    private static final long FEWEST_TAKEN = 100;

    /** Fewer objects say nothing about how many are missing. */
    private static final long FEWEST_STATED = 10;

    private static final int ALL = 100;
    private static final String DECIDE = "then 'approve' what the run was to write, or 'reject' it.";

    public Restraint {
        bounds = List.copyOf(bounds);
    }

    /** One that holds only what would lose more values than this in one run. */
    public static Restraint ofValues(long most) {
        return new Restraint(List.of(Bound.ofCycle(Measure.VALUES, most)), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Whether it matters how many objects there are, or what other runs did. */
    public boolean needsAccount() {
        return bounds.stream().anyMatch(bound -> bound.span() == Bound.Span.HOUR || bound.unit() == Bound.Unit.PERCENT);
    }

    /**
     * Why a run is to be held because too much of it fails.
     *
     * @param taken how many objects it has taken up
     * @param failed how many of them failed
     */
    public Optional<Problem> failing(long taken, long failed) {
        if (failedPercent.isEmpty() || taken < FEWEST_TAKEN || failed * ALL <= failedPercent.getAsInt() * taken) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ErrorCode.FAILURE_LIMIT,
                "The run is held: %d of the %d objects that it took up for the first time failed, and limits.failedPercent allows %d %%."
                        .formatted(failed, taken, failedPercent.getAsInt()),
                "Look at why they failed with 'status' and mend it; " + DECIDE));
    }

    /**
     * Why nothing is to be written after a source stated all of its objects.
     *
     * @param before how many it stated the last time; nothing if that is not known
     * @param now how many it states
     */
    public Optional<Problem> shrunk(OptionalLong before, long now) {
        if (missingPercent.isEmpty() || before.isEmpty() || before.getAsLong() < FEWEST_STATED) {
            return Optional.empty();
        }
        long missing = before.getAsLong() - now;
        if (missing * ALL < missingPercent.getAsInt() * before.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ErrorCode.SOURCE_SHRUNK,
                "The run is held: the source was read from its start and states %d objects, where it stated %d before; limits.missingPercent holds a run if %d %% of them are missing."
                        .formatted(now, before.getAsLong(), missingPercent.getAsInt()),
                "Look whether the source is complete; " + DECIDE));
    }
}
