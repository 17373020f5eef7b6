package dev.writeback.engine.run;

import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.PrimaryWrite;
import dev.writeback.engine.planning.Recovery;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One claimed object on its way through a run. Confined to the thread that claimed it. */
final class Case {

    private final WorkItem item;
    private final InstantSource time;
    private final Instant taken;
    private final List<JournalRecord> records = new ArrayList<>(0);
    private Baseline baseline;
    private Optional<ReplicaMark> seen;
    private @Nullable Written announced;
    private @Nullable Written doubt;
    private boolean handedBack;
    private boolean expired;
    private @Nullable Conclusion contended;
    private @Nullable PrimaryWrite unconfirmed;
    private Set<CloudObjectId> references = Set.of();
    private Trust trust = Trust.FULL;
    private Instant started;
    private Instant ended;
    private @Nullable Attempt lost;
    private @Nullable Conclusion conclusion;
    private Map<String, String> remarks = Map.of();

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
        this.baseline = item.baseline();
        this.seen = baseline.mark();
        this.doubt = item.announced().orElse(null);
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

    /** What is agreed, as far as it is known by now. */
    Baseline baseline() {
        return baseline;
    }

    /** The entry that something is agreed about, if anything is. */
    Optional<ObjectGuid> agreed() {
        return baseline.entry().map(EntryId::guid);
    }

    /** What a copy of the directory must have seen to be asked about the entry. */
    Optional<ReplicaMark> mark() {
        return seen;
    }

    /** That the entry was read or written at this mark; one that does not say leaves what is known. */
    void sawAt(Optional<ReplicaMark> mark) {
        seen = mark.or(() -> seen);
    }

    /** What is agreed after it, with the copy of the directory that it was last seen in; nothing if that is no news. */
    Optional<Baseline> toKeep(Baseline after) {
        Baseline next = after.entry().isEmpty() ? after : after.at(seen);
        boolean isNews = hasRecords() || !next.agreesWith(item.baseline());
        return isNews && !next.equals(item.baseline()) ? Optional.of(next) : Optional.empty();
    }

    /** A write of which it is not known whether it was made. */
    Optional<Written> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** That this is about to be written. */
    void announce(Written write) {
        announced = write;
    }

    /** That this is to be told of it, and that it counts as a warning: what is remarked on, and one sentence. */
    void remark(Map<String, String> sentences) {
        remarks = Map.copyOf(sentences);
    }

    /** What is to be told beside what its plan says; empty as a rule. */
    Map<String, String> remarks() {
        return remarks;
    }

    /** That what was announced was written. */
    void record() {
        if (announced != null) {
            records.add(announced);
            announced = null;
        }
    }

    /** That what was announced may have been written, or not. */
    void doubtWrite() {
        doubt = announced;
    }

    /** That the write in doubt was made: it is to be kept, and what is agreed follows from it. */
    void wasMade(Written write) {
        doubt = null;
        records.add(write);
        baseline = Recovery.agreed(baseline, write);
    }

    /** That the write in doubt was not made. */
    void wasNotMade() {
        doubt = null;
    }

    /** Whether the journal has something to keep. */
    boolean hasRecords() {
        return !records.isEmpty();
    }

    /** What the journal is to keep. */
    Journaling journaling() {
        return new Journaling(records, doubt());
    }

    /** That it goes back to the store as pending as it was, to be taken again once the journal has kept its records. */
    void handBack() {
        handedBack = true;
        unconfirmed = null;
    }

    boolean isHandedBack() {
        return handedBack;
    }

    /** A write that was made, and after which the entry is to be read again; nothing as a rule. */
    Optional<PrimaryWrite> unconfirmed() {
        return Optional.ofNullable(unconfirmed);
    }

    void toConfirm(PrimaryWrite write) {
        unconfirmed = write;
    }

    /** That what was written does not stand: it is handed back, with this agreed, and that counts as a failed try. */
    void contend(PrimaryWrite write, Baseline known) {
        baseline = known;
        contended = Conclusion.contended(write.plan());
        ended = time.instant();
        handBack();
    }

    /** What became of a write that does not stand, which is not the last word; nothing as a rule. */
    Optional<Conclusion> contended() {
        return Optional.ofNullable(contended);
    }

    /** That it has waited too long, and is given up. */
    void expire(Problem problem) {
        expired = true;
        fail(problem);
    }

    boolean isExpired() {
        return expired;
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
        return conclusion == null && !handedBack;
    }

    void conclude(Conclusion last) {
        conclusion = remarks.isEmpty() ? last : last.remarkable();
        unconfirmed = null;
        ended = time.instant();
    }

    /** That it failed before the directory was asked to write. */
    void fail(Problem problem) {
        conclude(Conclusion.failed(Planner.refused(id(), problem), problem));
    }
}
