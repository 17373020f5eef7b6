package dev.writeback.engine.run;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.References;
import dev.writeback.engine.mapping.Resolution;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.spi.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Brings a batch of claimed objects to the directory: one lookup for all, one write each, and one lookup more for those
 * that somebody else changed meanwhile.
 */
final class BatchRun {

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final Referents referents;
    private final Rounds rounds;

    BatchRun(Parts parts, Cycle cycle, Brake brake, Tally tally, Export export) {
        this.parts = parts;
        this.cycle = cycle;
        this.brake = brake;
        this.referents = new Referents(parts, tally, brake);
        this.rounds = new Rounds(
                parts,
                brake,
                tally,
                new AddressCheck(parts, cycle, tally, brake, AddressCheck.Strictness.ADDRESS),
                export);
    }

    /** The items as cases, all of them open. */
    List<Case> open(Collection<WorkItem> items) {
        return items.stream().map(item -> new Case(item, parts.time())).toList();
    }

    /** Takes each case to its end; those that the run ends too early for stay open. */
    void process(List<Case> cases) {
        rounds.resolve(cases);
        cases.forEach(one -> Rounds.guarded(one, () -> decideWithoutEntry(one, References.none())));
        cases.forEach(one -> Rounds.guarded(one, () -> refer(one)));
        ByTheCloud course = new ByTheCloud();
        course.again(Rounds.stillOpen(cases));
        cases.forEach(one -> Rounds.guarded(one, () -> decideOnReferences(one, course.references)));
        rounds.run(cases, course);
    }

    /** Takes an entry to what the cloud states. */
    private final class ByTheCloud implements Course {

        private References references = References.none();

        @Override
        public void again(List<Case> open) {
            references = referents.of(open);
        }

        @Override
        public List<Anchor> anchors(Case one) {
            return one.item().object().anchorValues();
        }

        /** An entry cannot hold every other one's name. */
        private References from(DirectoryEntry entry) {
            return object -> {
                Resolution resolution = references.of(object);
                return resolution instanceof Resolution.Resolved found
                                && !parts.directory().canName(entry, found.dn())
                        ? new Resolution.Foreign("has its entry in another forest, which no entry here can name")
                        : resolution;
            };
        }

        @Override
        public Plan plan(Case one, DirectoryEntry entry) {
            return parts.planner()
                    .plan(
                            cycle.pass(),
                            one.item().object(),
                            entry,
                            one.baseline(),
                            circumstances(one, one.references().isEmpty() ? references : from(entry)));
        }
    }

    private void decideWithoutEntry(Case one, References references) {
        if (!one.isOpen() || one.doubt().isPresent()) {
            return;
        }
        WorkItem item = one.item();
        Optional<Plan> plan = mustLook(item)
                ? parts.planner().planWithoutLook(item.object(), one.baseline())
                : parts.planner()
                        .planWithoutEntry(cycle.pass(), item.object(), one.baseline(), circumstances(one, references));
        plan.ifPresent(it -> one.conclude(Conclusion.withoutEntry(it)));
    }

    /** What failed may have failed because of the entry, whatever the cloud says. */
    private boolean mustLook(WorkItem item) {
        return cycle.kind() == Cycle.Kind.DRIFT || item.attempts() > 0;
    }

    private void refer(Case one) {
        if (one.isOpen()) {
            one.refer(parts.planner().references(one.item().object()));
            if (cycle.kind() == Cycle.Kind.DRIFT) {
                // What looks like drift may be the new name of an entry that the object refers to.
                one.doubtNames();
            }
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
}
