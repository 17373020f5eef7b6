package dev.writeback.engine.run;

import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes open cases to the directory in rounds: one lookup for all, one decision each, one announcement for all that is to
 * be written, one write each; and again for those that somebody else changed meanwhile.
 */
final class Rounds {

    /** How often an object is read and written before it counts as contended. */
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Parts parts;
    private final Brake brake;
    private final Matching matching;
    private final Doubts doubts;
    private final Confirmation confirmation;
    private final AddressCheck addresses;
    private final Export export;

    Rounds(Parts parts, Brake brake, Tally tally, AddressCheck addresses, Export export) {
        this.addresses = addresses;
        this.parts = parts;
        this.brake = brake;
        this.matching = Matching.ofEntries(parts, tally);
        this.doubts = new Doubts(parts, brake, tally);
        this.confirmation = new Confirmation(parts, tally);
        this.export = export;
    }

    /** Finds out what earlier workers have done to these objects without keeping it; to be called first. */
    void resolve(List<Case> cases) {
        doubts.resolve(cases);
    }

    /** Takes each open case to its end; those that the run ends too early for stay open. */
    void run(List<Case> cases, Course course) {
        for (int round = 1; round <= MOST && mayGoOn(cases); round++) {
            List<Case> open = stillOpen(cases);
            if (round > 1) {
                course.again(open);
            }
            round(open, course);
        }
        for (Case one : stillOpen(cases)) {
            if (!brake.isPulled() || mayHaveBeenWritten(one)) {
                giveUp(one);
            }
        }
    }

    static List<Case> stillOpen(List<Case> cases) {
        return cases.stream().filter(Case::isOpen).toList();
    }

    /** Given back as untouched, such an object would later look as if nothing had ever been written to it. */
    private static boolean mayHaveBeenWritten(Case one) {
        Attempt lost = one.lost();
        return lost != null && lost.trace() == Trace.POSSIBLE;
    }

    private boolean mayGoOn(List<Case> cases) {
        return !brake.isPulled() && cases.stream().anyMatch(Case::isOpen);
    }

    private void round(List<Case> cases, Course course) {
        if (brake.isPulled()) {
            return;
        }
        List<LookupOutcome> outcomes = matching.lookup(cases, course);
        List<Draft> drafts = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size() && !brake.isPulled(); i++) {
            Case one = cases.get(i);
            LookupOutcome outcome = outcomes.get(i);
            one.begin();
            guarded(one, () -> matched(one, outcome).ifPresent(entry -> decide(one, entry, course, drafts)));
        }
        export(drafts);
        confirmation.confirm(cases, course);
    }

    private void export(List<Draft> drafts) {
        if (drafts.isEmpty() || brake.isPulled()) {
            return;
        }
        try {
            writeAdmitted(addresses.admitted(drafts));
        } finally {
            addresses.release(drafts);
        }
    }

    private void writeAdmitted(List<Draft> admitted) {
        List<Draft> drafts = new ArrayList<>(admitted.size());
        for (Draft draft : admitted) {
            if (draft.plan().writes()) {
                drafts.add(draft);
            } else {
                draft.one().conclude(withoutWrite(draft.one(), draft.plan()));
            }
        }
        if (drafts.isEmpty() || brake.isPulled()) {
            return;
        }
        export.announce(drafts);
        int atOnce = export.atOnce();
        for (int from = 0; from < drafts.size() && !brake.isPulled(); from += atOnce) {
            export.writeAll(drafts.subList(from, Math.min(drafts.size(), from + atOnce)).stream()
                    .filter(draft -> draft.one().isOpen())
                    .toList());
        }
        new WrittenMarks(parts.directory()).mark(drafts);
    }

    private Optional<DirectoryEntry> matched(Case one, LookupOutcome outcome) {
        return outcome.match(
                found -> Optional.of(found.entry()),
                notFound -> failed(one, notFound.problem()),
                ambiguous -> failed(one, ambiguous.problem()),
                unavailable -> unavailable(one, unavailable));
    }

    private static Optional<DirectoryEntry> failed(Case one, Problem problem) {
        one.fail(problem);
        return Optional.empty();
    }

    private Optional<DirectoryEntry> unavailable(Case one, LookupOutcome.Unavailable outcome) {
        if (Matching.isOfOneObject(outcome)) {
            return failed(one, outcome.problem());
        }
        brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, outcome.problem());
        return Optional.empty();
    }

    private void decide(Case one, DirectoryEntry entry, Course course, List<Draft> drafts) {
        one.sawAt(entry.mark());
        doubts.resolve(one, entry);
        if (!one.isOpen()) {
            return;
        }
        Plan plan = parts.guard().check(course.plan(one, entry), entry);
        if (plan.writes()) {
            drafts.add(new Draft(one, plan, entry));
        } else {
            one.conclude(withoutWrite(one, plan));
        }
    }

    /** Nothing to write: it was so all along, or the write whose answer was lost has done it. */
    private static Conclusion withoutWrite(Case one, Plan plan) {
        Conclusion end = Conclusion.withEntry(plan);
        Attempt lost = one.lost();
        if (lost == null
                || lost.trace() == Trace.NONE
                || !one.hasRecords()
                || end.agreed().isEmpty()) {
            return end;
        }
        return Conclusion.foundWritten(lost.plan(), plan);
    }

    /** An object that breaks the planner or a plug-in fails alone. */
    static void guarded(Case one, Runnable step) {
        try {
            step.run();
        } catch (Throwable fault) {
            LOG.warn("object {} ended in a {}", one.id(), fault.getClass().getName());
            LOG.debug("the object", fault);
            one.fail(Problems.internal("Object " + one.id(), fault));
        }
    }

    private static void giveUp(Case one) {
        Attempt lost = one.lost();
        if (lost != null) {
            Problem problem = lost.trace() == Trace.POSSIBLE
                    ? lost.problem()
                    : Problems.contended(one.id(), MOST, lost.problem());
            one.conclude(Conclusion.notWritten(lost.plan(), problem));
        }
    }
}
