package dev.writeback.engine;

import dev.writeback.engine.guard.DestructionBudget;
import org.jspecify.annotations.Nullable;

/**
 * How far a run may go.
 *
 * @param destructiveChanges how many values a run may remove without another in their place; it is held before the
 *     write that would pass this; 0 or more
 * @param writesPerSecond the most entries written a second, 1 or more; null for no limit
 */
public record Limits(int destructiveChanges, @Nullable Integer writesPerSecond) {

    private static final Limits STANDARD = new Limits(DestructionBudget.STANDARD, null);

    public Limits {
        if (destructiveChanges < 0) {
            throw new IllegalArgumentException(
                    "limits.destructiveChanges is %d; it must be 0 or more".formatted(destructiveChanges));
        }
        if (writesPerSecond != null && writesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "limits.writesPerSecond is %d; it must be 1 or more, or null for no limit"
                            .formatted(writesPerSecond));
        }
    }

    /** 500 destructive changes a run, and as many writes a second as the directory takes. */
    public static Limits standard() {
        return STANDARD;
    }

    /** These limits with another number of destructive changes. */
    public Limits withDestructiveChanges(int changes) {
        return new Limits(changes, writesPerSecond);
    }

    /** These limits with another number of writes a second; null for no limit. */
    public Limits withWritesPerSecond(@Nullable Integer writes) {
        return new Limits(destructiveChanges, writes);
    }
}
