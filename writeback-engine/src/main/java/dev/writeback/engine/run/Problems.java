package dev.writeback.engine.run;

import dev.writeback.engine.exchange.Spelling;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Parking;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The problems that the run itself finds, as sentences for a person. None of them holds a value of an attribute. */
final class Problems {

    private static final String REPORT =
            "Look at the log at level DEBUG, and tell whoever wrote the part that the diagnostic names.";

    private Problems() {}

    /** A fault of a plug-in or of this program. Its message is left out, for it may hold values. */
    static Problem internal(String what, Throwable fault) {
        return new Problem(
                ErrorCode.INTERNAL_ERROR,
                "%s ended in a %s.".formatted(what, fault.getClass().getSimpleName()),
                REPORT,
                place(fault));
    }

    static Problem store(RuntimeException fault) {
        if (fault instanceof StoreException) {
            return new Problem(
                    ErrorCode.INTERNAL_ERROR,
                    "The store failed: %s".formatted(fault.getMessage()),
                    "Mend the store and run again; nothing that it kept is lost.",
                    place(fault));
        }
        return internal("The store", fault);
    }

    static Problem unkept(CloudObjectId object, RuntimeException fault) {
        return new Problem(
                ErrorCode.INTERNAL_ERROR,
                "The store cannot keep what became of object %s, though it keeps that of others: %s"
                        .formatted(object, store(fault).reason()),
                REPORT,
                place(fault));
    }

    static Problem unannounced(CloudObjectId object, RuntimeException fault) {
        return new Problem(
                ErrorCode.INTERNAL_ERROR,
                "The store cannot keep what is about to be written to object %s, so it was not written: %s"
                        .formatted(object, store(fault).reason()),
                REPORT,
                place(fault));
    }

    /** Whoever was silent for too long may have lost its work to another, and does not know. */
    static Problem silent() {
        return Problem.of(
                ErrorCode.INTERNAL_ERROR,
                "This node was silent for so long that its work is another node's by now; it writes nothing more of it.",
                "Nothing to do: the work goes on where it is, and this node takes part again with its next run.");
    }

    static Problem expired(WorkItem item, Duration retention, Optional<Problem> last) {
        CloudObjectId object = item.object().id();
        return new Problem(
                ErrorCode.EXPIRED,
                "Object %s has waited since %s, longer than retry.retention (%s), and was given up; %s"
                        .formatted(
                                object,
                                item.since(),
                                retention,
                                last.map(problem -> "what was wrong last: " + problem.reason())
                                        .orElse("it could not be tried in all that time.")),
                "Mend what is wrong, then run retry %s, or reconcile; a new statement of the cloud takes it up too."
                        .formatted(object),
                last.map(Problem::diagnostic).orElse(""));
    }

    static Problem source(String name, Throwable fault) {
        return new Problem(
                ErrorCode.SOURCE_UNAVAILABLE,
                "Reading the source '%s' ended in a %s."
                        .formatted(name, fault.getClass().getSimpleName()),
                REPORT,
                place(fault));
    }

    static Problem expiredAgain(String name) {
        return Problem.of(
                ErrorCode.SOURCE_UNAVAILABLE,
                "The source '%s' says that its cursor expired, although it was read from the start.".formatted(name),
                "Tell whoever wrote the source: without a cursor it must deliver every object.");
    }

    static Problem malformed(RejectedChange rejected) {
        return Problem.of(
                ErrorCode.MALFORMED_CHANGE,
                "%s: %s".formatted(rejected.place(), rejected.reason()),
                "Correct it at its origin and deliver it again; the others went on.");
    }

    static Problem contended(CloudObjectId object, int rounds, Problem last) {
        return new Problem(
                ErrorCode.ENTRY_CONFLICT,
                "The entry of object %s was changed by somebody else each of the %d times that it was to be written."
                        .formatted(object, rounds),
                "Find out what else writes these attributes; the object is tried again later.",
                last.diagnostic());
    }

    static Problem primaryContended(CloudObjectId object) {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "The entry of object %s has not the one primary address that it should have, each time that it was written."
                        .formatted(object),
                "Find out what else writes its addresses; the object is tried again later.");
    }

    static Problem undoContended(CloudObjectId object) {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "The entry of object %s has not the one primary address that it should have, for somebody changed it while it went back."
                        .formatted(object),
                "Look at its addresses; a reconciliation brings what the cloud states.");
    }

    static Problem notParked(Deciding.Decision decision, List<Parking> open) {
        String others = open.stream()
                .map(parking -> parking.attribute().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        String near = Spelling.hint(
                decision.attribute().toString(),
                open.stream().map(parking -> parking.attribute().toString()).toList());
        return Problem.of(
                ErrorCode.PLAN_OUTDATED,
                "Nothing is to be decided about %s of object %s%s."
                        .formatted(decision.attribute(), decision.object(), near),
                others.isEmpty()
                        ? "The object has no conflict that waits for a person."
                        : "Decide about what is parked: %s.".formatted(others));
    }

    static Problem moved(Deciding.Decision decision) {
        return Problem.of(
                ErrorCode.PLAN_OUTDATED,
                "%s of object %s has changed on one of the two sides since it was parked."
                        .formatted(decision.attribute(), decision.object()),
                "Run again, look at both values and decide on those.");
    }

    static Problem unknownObject(CloudObjectId object) {
        return Problem.of(
                ErrorCode.ENTRY_NOT_FOUND,
                "The source has said nothing about object %s, or a run is working on it now.".formatted(object),
                "Compare the id with the cloud's, and try again when no run is going on.");
    }

    static Problem unknownRun(String run) {
        return Problem.of(
                ErrorCode.RUN_NOT_FOUND,
                "The journal holds nothing of a run %s.".formatted(run),
                "Name the cycleId of a status, and use the store that the run was made with.");
    }

    static Problem inOtherHands(int objects) {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "Another worker has taken objects of the run, %d in all, and their entries are as they were."
                        .formatted(objects),
                "Undo the run again when that worker is done; what has gone back already stays so.");
    }

    static Problem unknownToPlan(CloudObjectId object) {
        return Problem.of(
                ErrorCode.PLAN_OUTDATED,
                "The source has said nothing about object %s, so its saved plan was made from another one."
                        .formatted(object),
                "Apply the plan where it was made, or make a new one.");
    }

    static Problem inOtherHands(CloudObjectId object) {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "A run is working on object %s now.".formatted(object),
                "Apply the plan again when no run is going on.");
    }

    static Problem plannedTwice(EntryId entry) {
        return Problem.of(
                ErrorCode.REJECTED,
                "More than one plan of the document is about %s or its object.".formatted(entry),
                "Make a new plan, which has one for each.");
    }

    static Problem refusedBecauseOf(RunRecord run) {
        Problem why = HeldRuns.problem(run);
        return Problem.of(
                why.code(),
                "Nothing is written as long as run %s is held. %s".formatted(run.id(), why.reason()),
                why.action());
    }

    static Problem heldMeanwhile(CloudObjectId object) {
        return Problem.of(
                ErrorCode.DESTRUCTION_LIMIT,
                "Another run is held that was to write object %s.".formatted(object),
                "Look at what it was to write with 'status'; then 'approve' it, or 'reject' it.");
    }

    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? fault.getClass().getName() : fault.getClass().getName() + " at " + trace[0];
    }
}
