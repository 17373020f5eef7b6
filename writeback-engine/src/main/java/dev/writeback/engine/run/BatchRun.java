package dev.writeback.engine.run;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.References;
import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch of claimed objects to the directory: one lookup for all, one write each, and one lookup more for those
 * that somebody else changed meanwhile.
 */
final class BatchRun {

    /** How often an object is read and written before it counts as contended. */
    static final int ROUNDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final Matching matching;
    private final Referents referents;
    private final Export export;

    BatchRun(Parts parts, Cycle cycle, Brake brake, Tally tally, Export export) {
        this.parts = parts;
        this.cycle = cycle;
        this.brake = brake;
        this.matching = Matching.ofEntries(parts, tally);
        this.referents = new Referents(parts, tally, brake);
        this.export = export;
    }

    /** The items as cases, all of them open. */
    List<Case> open(Collection<WorkItem> items) {
        return items.stream().map(item -> new Case(item, parts.time())).toList();
    }

    /** Takes each case to its end; those that the run ends too early for stay open. */
    void process(List<Case> cases) {
        cases.forEach(one -> guarded(one, () -> decideWithoutEntry(one, References.none())));
        cases.forEach(one -> guarded(one, () -> refer(one)));
        References references = referents.of(stillOpen(cases));
        cases.forEach(one -> guarded(one, () -> decideOnReferences(one, references)));
        for (int round = 1; round <= ROUNDS && mayGoOn(cases); round++) {
            List<Case> open = stillOpen(cases);
            round(open, round == 1 ? references : referents.of(open));
        }
        for (Case one : stillOpen(cases)) {
            if (!brake.isPulled() || mayHaveBeenWritten(one)) {
                giveUp(one);
            }
        }
    }

    /** Given back as untouched, such an object would later look as if nothing had ever been written to it. */
    private static boolean mayHaveBeenWritten(Case one) {
        Attempt lost = one.lost();
        return lost != null && lost.trace() == Trace.POSSIBLE;
    }

    private boolean mayGoOn(List<Case> cases) {
        return !brake.isPulled() && cases.stream().anyMatch(Case::isOpen);
    }

    private static List<Case> stillOpen(List<Case> cases) {
        return cases.stream().filter(Case::isOpen).toList();
    }

    private void decideWithoutEntry(Case one, References references) {
        parts.planner()
                .planWithoutEntry(cycle.pass(), one.item().object(), one.baseline(), circumstances(one, references))
                .ifPresent(plan -> one.conclude(Conclusion.withoutEntry(plan)));
    }

    private void refer(Case one) {
        if (one.isOpen()) {
            one.refer(parts.planner().references(one.item().object()));
        }
    }

    private void decideOnReferences(Case one, References references) {
        if (one.isOpen() && !one.references().isEmpty() && !brake.isPulled()) {
            decideWithoutEntry(one, references);
        }
    }

    private Circumstances circumstances(Case one, References references) {
        return new Circumstances(one.taken(), parts.random(), references, cycle.domains());
    }

    private void round(List<Case> cases, References references) {
        if (brake.isPulled()) {
            return;
        }
        List<LookupOutcome> outcomes = matching.lookup(
                cases.stream().map(one -> one.item().object().anchorValues()).toList());
        for (int i = 0; i < cases.size() && !brake.isPulled(); i++) {
            Case one = cases.get(i);
            LookupOutcome outcome = outcomes.get(i);
            one.begin();
            guarded(one, () -> matched(one, outcome).ifPresent(entry -> decide(one, entry, references)));
        }
    }

    private Optional<DirectoryEntry> matched(Case one, LookupOutcome outcome) {
        return outcome.match(
                found -> Optional.of(found.entry()),
                notFound -> failed(one, notFound.problem()),
                ambiguous -> failed(one, ambiguous.problem()),
                unavailable -> unavailable(one, unavailable.problem()));
    }

    private static Optional<DirectoryEntry> failed(Case one, Problem problem) {
        one.fail(problem);
        return Optional.empty();
    }

    private Optional<DirectoryEntry> unavailable(Case one, Problem problem) {
        if (Matching.isOfOneObject(problem)) {
            return failed(one, problem);
        }
        brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, problem);
        return Optional.empty();
    }

    private void decide(Case one, DirectoryEntry entry, References references) {
        Plan plan = parts.planner()
                .plan(cycle.pass(), one.item().object(), entry, one.baseline(), circumstances(one, references));
        plan = parts.guard().check(plan, entry);
        if (plan.writes()) {
            export.write(one, plan, entry);
        } else {
            one.conclude(withoutWrite(one, plan));
        }
    }

    /** Nothing to write: it was so all along, or the write whose answer was lost has done it. */
    private static Conclusion withoutWrite(Case one, Plan plan) {
        Conclusion end = Conclusion.withEntry(plan);
        Attempt lost = one.lost();
        if (lost == null || lost.trace() == Trace.NONE || end.agreed().isEmpty()) {
            return end;
        }
        return Conclusion.foundWritten(lost.plan(), plan);
    }

    /** An object that breaks the planner or a plug-in fails alone. */
    private static void guarded(Case one, Runnable step) {
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
                    : Problems.contended(one.id(), ROUNDS, lost.problem());
            one.conclude(Conclusion.notWritten(lost.plan(), problem));
        }
    }
}
