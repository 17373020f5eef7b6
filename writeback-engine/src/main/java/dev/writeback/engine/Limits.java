package dev.writeback.engine;

import dev.writeback.engine.guard.Bound;
import dev.writeback.engine.guard.Measure;
import dev.writeback.engine.guard.Restraint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far runs may go. A run that would go further is held: nothing more is written until somebody approves or rejects
 * what it was to write.
 *
 * <pre>{@code
 * Limits.standard()
 *         .withDestructiveChanges(100)
 *         .withHour(Budget.unlimited().withAddresses(Most.of(200)).withEntries(Most.percent(20)))
 * }</pre>
 *
 * @param cycle what one run may destroy; by default 500 values, and as many addresses and entries as there are. The number
 *     of values is always limited
 * @param hour what all runs of one store together may destroy in an hour; unlimited by default
 * @param failedPercent how many of a hundred objects that are taken up for the first time may fail, 0 to 100; counted from
 *     100 such objects on; null for no limit; 50 by default
 * @param missingPercent how many of a hundred objects may be missing when the source is read from its start again, 1 to
 *     100: that many are too many; counted if there were 10 objects or more before; null for no limit; 50 by default
 * @param writesPerSecond the most entries written a second, 1 or more; null for no limit, which is the default
 */
public record Limits(
        Budget cycle,
        Budget hour,
        @Nullable Integer failedPercent,
        @Nullable Integer missingPercent,
        @Nullable Integer writesPerSecond) {

    private static final int DESTRUCTIVE_CHANGES = 500;
    private static final int SHARE = 50;
    private static final int ALL = 100;
    private static final Limits STANDARD = new Limits(DESTRUCTIVE_CHANGES, null);

    public Limits {
        if (cycle.values().number() == null) {
            throw new IllegalArgumentException("limits.destructiveChanges is missing; it must be 0 or more");
        }
        require("limits.failedPercent", failedPercent, 0, ALL);
        require("limits.missingPercent", missingPercent, 1, ALL);
        require("limits.writesPerSecond", writesPerSecond, 1, Integer.MAX_VALUE);
    }

    /** The standard, but for these. */
    public Limits(int destructiveChanges, @Nullable Integer writesPerSecond) {
        this(
                Budget.unlimited().withValues(destructive(destructiveChanges, null)),
                Budget.unlimited(),
                SHARE,
                SHARE,
                writesPerSecond);
    }

    /** What each parameter says is the default. */
    public static Limits standard() {
        return STANDARD;
    }

    /** How many values a run may remove without another in their place. */
    public int destructiveChanges() {
        Integer number = cycle.values().number();
        return number == null ? DESTRUCTIVE_CHANGES : number;
    }

    /** These limits with another number of destructive changes a run. */
    public Limits withDestructiveChanges(int changes) {
        return withCycle(cycle.withValues(destructive(changes, cycle.values().percent())));
    }

    /** These limits with another budget of one run. */
    public Limits withCycle(Budget budget) {
        return new Limits(budget, hour, failedPercent, missingPercent, writesPerSecond);
    }

    /** These limits with another budget of an hour. */
    public Limits withHour(Budget budget) {
        return new Limits(cycle, budget, failedPercent, missingPercent, writesPerSecond);
    }

    /** These limits with another share of objects that may fail; null for no limit. */
    public Limits withFailedPercent(@Nullable Integer percent) {
        return new Limits(cycle, hour, percent, missingPercent, writesPerSecond);
    }

    /** These limits with another share of objects that may not be missing; null for no limit. */
    public Limits withMissingPercent(@Nullable Integer percent) {
        return new Limits(cycle, hour, failedPercent, percent, writesPerSecond);
    }

    /** These limits with another number of writes a second; null for no limit. */
    public Limits withWritesPerSecond(@Nullable Integer writes) {
        return new Limits(cycle, hour, failedPercent, missingPercent, writes);
    }

    /** The same, for the run. */
    Restraint restraint() {
        List<Bound> bounds = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            add(bounds, measure, Bound.Span.CYCLE, cycle.of(measure));
            add(bounds, measure, Bound.Span.HOUR, hour.of(measure));
        }
        return new Restraint(bounds, optional(failedPercent), optional(missingPercent));
    }

    private static void add(List<Bound> bounds, Measure measure, Bound.Span span, Most most) {
        String section = span == Bound.Span.HOUR ? "limits.hour." : "limits.";
        Integer number = most.number();
        if (number != null) {
            bounds.add(new Bound(section + measure.key(), measure, span, Bound.Unit.NUMBER, number));
        }
        Integer percent = most.percent();
        if (percent != null) {
            bounds.add(new Bound(section + "percent." + measure.key(), measure, span, Bound.Unit.PERCENT, percent));
        }
    }

    private static OptionalInt optional(@Nullable Integer percent) {
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    private static Most destructive(int changes, @Nullable Integer percent) {
        require("limits.destructiveChanges", changes, 0, Integer.MAX_VALUE);
        return new Most(changes, percent);
    }

    private static void require(String key, @Nullable Integer value, int least, int most) {
        if (value == null || (value >= least && value <= most)) {
            return;
        }
        String right = most == Integer.MAX_VALUE ? "%d or more".formatted(least) : "%d to %d".formatted(least, most);
        throw new IllegalArgumentException("%s is %d; it must be %s".formatted(key, value, right));
    }
}
