package dev.writeback.engine.run;

import dev.writeback.engine.planning.Planner;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One claimed object on its way through a run. Confined to the thread that claimed it. */
final class Case {

    private final WorkItem item;
    private final InstantSource time;
    private final Instant taken;
    private Set<CloudObjectId> references = Set.of();
    private Trust trust = Trust.FULL;
    private Instant started;
    private Instant ended;
    private @Nullable Attempt lost;
    private @Nullable Conclusion conclusion;

    /**
     * A write that did not come to an end.
     *
     * @param plan what was to be written
     * @param problem what came in between
     * @param trace whether something of it may be in the directory
     */
    record Attempt(Plan plan, Problem problem, Trace trace) {}

    /** Whether a write may have left something in the directory. */
    enum Trace {
        NONE,
        POSSIBLE
    }

    /** Whether the names of the entries that an object refers to are believed to be theirs. */
    private enum Trust {
        FULL,
        DOUBTED,
        RENEWED
    }

    Case(WorkItem item, InstantSource time) {
        this.item = item;
        this.time = time;
        this.taken = time.instant();
        this.started = taken;
        this.ended = started;
    }

    WorkItem item() {
        return item;
    }

    CloudObjectId id() {
        return item.object().id();
    }

    /** What counts as agreed in this run. */
    Baseline baseline() {
        return item.baseline();
    }

    /** When it was taken up: the time that its mapping sees. */
    Instant taken() {
        return taken;
    }

    /** The objects that it refers to. */
    Set<CloudObjectId> references() {
        return references;
    }

    void refer(Set<CloudObjectId> objects) {
        references = objects;
    }

    /** Doubts the names of the entries that it refers to, once at most; false if there is nothing to doubt any more. */
    boolean doubtNames() {
        if (references.isEmpty() || trust != Trust.FULL) {
            return false;
        }
        trust = Trust.DOUBTED;
        return true;
    }

    /** Whether the names are in doubt; then they are to be found anew, and are believed after that. */
    boolean takeDoubt() {
        boolean doubted = trust == Trust.DOUBTED;
        trust = doubted ? Trust.RENEWED : trust;
        return doubted;
    }

    /** That its turn has come; what it waited for the others of its batch does not count. */
    void begin() {
        if (lost == null) {
            started = time.instant();
        }
    }

    /** When it was concluded. */
    Instant ended() {
        return ended;
    }

    /** How long it took from its turn to its conclusion. */
    Duration took() {
        return Duration.between(started, ended);
    }

    /** The write that was lost last; nothing if none was. */
    @Nullable
    Attempt lost() {
        return lost;
    }

    void lose(Attempt attempt) {
        lost = attempt;
    }

    /** What became of it; nothing as long as that is open. */
    @Nullable
    Conclusion conclusion() {
        return conclusion;
    }

    boolean isOpen() {
        return conclusion == null;
    }

    void conclude(Conclusion last) {
        conclusion = last;
        ended = time.instant();
    }

    /** That it failed before the directory was asked to write. */
    void fail(Problem problem) {
        conclude(Conclusion.failed(Planner.refused(id(), problem), problem));
    }
}
