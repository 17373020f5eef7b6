package dev.writeback.engine.simulation;

import dev.writeback.engine.Arriving;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Plays a history and says what is wrong in the end. */
final class Simulation {

    /** Those that leave something to a person. */
    private static final Set<Authority.Kind> PARKING = Set.of(Authority.Kind.MANUAL, Authority.Kind.RESOLVER);

    private final Baton baton;
    private final World world;
    private final Witness witness;

    private Simulation(History history, Baton baton, Consumer<String> transcript) {
        this.baton = baton;
        world = new World(history, baton, transcript);
        witness = world.witness;
    }

    /** What was wrong, in sentences; nothing as a rule. */
    static List<String> wrong(History history, Baton baton) {
        return new Simulation(history, baton, World.SILENT).run();
    }

    /** Everything that happened, line by line, and how everything stood in the end. */
    static List<String> transcript(History history, Baton baton) {
        List<String> lines = new ArrayList<>();
        Simulation simulation = new Simulation(history, baton, lines::add);
        simulation.run();
        IntStream.range(0, World.ENTRIES).forEach(entry -> lines.addAll(state(simulation.world, entry)));
        simulation.world.statuses.all().forEach(status -> lines.add(status.toString()));
        simulation
                .world
                .store
                .records()
                .holdings()
                .page(Holdings.EVERY, Optional.empty(), World.OBJECTS)
                .forEach(holding -> lines.add(holding.toString()));
        return lines;
    }

    private List<String> run() {
        world.play();
        if (witness.isContent()) {
            everyObjectRests();
            everyChangeHasItsLastWord();
            theJournalTellsOfEachWrite();
            anotherPlanWritesNothing();
            itEndsWhereTheJoinEnds();
        }
        if (witness.isContent()) {
            aReconciliationBringsTheCloudsValues();
        }
        return witness.wrong();
    }

    private void everyObjectRests() {
        for (Holding holding : holdings()) {
            Holding.State state = holding.state();
            boolean mayPark = PARKING.contains(world.history.policy().kind());
            boolean rests = state == Holding.State.RESTING || state == Holding.State.OUT_OF_SCOPE;
            if (!rests && !(mayPark && state == Holding.State.PARKED)) {
                witness.sees("in the end %s is %s".formatted(holding.object().id(), holding.state()));
            }
        }
        for (int i = 0; i < World.OBJECTS; i++) {
            if (world.cloud.knows(i) != isHeld(i)) {
                witness.sees("the store does not know object %d".formatted(i));
            }
        }
    }

    private boolean isHeld(int object) {
        return !world.store
                .records()
                .holdings()
                .of(List.of(Mailboxes.id(object)))
                .isEmpty();
    }

    private List<Holding> holdings() {
        return world.store.records().holdings().page(Holdings.EVERY, Optional.empty(), World.OBJECTS);
    }

    private void everyChangeHasItsLastWord() {
        for (int i = 0; i < World.OBJECTS; i++) {
            Optional<Status> last = world.statuses.last(Mailboxes.id(i));
            if (world.cloud.knows(i)
                    && last.filter(status -> status.result() != Step.Result.FAILURE)
                            .isEmpty()) {
                witness.sees("the last word about object %d is %s".formatted(i, last.map(Status::result)));
            }
        }
    }

    private void theJournalTellsOfEachWrite() {
        witness.ledger()
                .differsFrom(
                        world.store.records().journal().read(Optional.empty(), 0, Integer.MAX_VALUE),
                        world.history.isEdited())
                .ifPresent(witness::sees);
    }

    /**
     * Unless drift is to be repaired and nobody can see it: where the directory does not tell of it, or tells one node of it
     * while the other has written to the entry and not settled that.
     */
    private void anotherPlanWritesNothing() {
        Policy policy = world.history.policy();
        boolean isSeen = policy.eyes() == Policy.Eyes.WATCHING && !world.history.hasTwoNodes();
        if (policy.drift() == Drift.REPAIR && world.history.isEdited() && !isSeen) {
            return;
        }
        for (Holding holding : holdings()) {
            int number = number(holding);
            if (number < World.OBJECTS - 1 && world.cloud.wants(number).isPresent() && !waitsForSomebody(holding)) {
                Plan plan = world.planner()
                        .plan(
                                holding.object(),
                                world.directory.entry(Mailboxes.guid(number)),
                                holding.baseline(),
                                Circumstances.plain());
                if (plan.writes()) {
                    witness.sees("all rests, and a further plan writes %s".formatted(plan.modifications()));
                }
            }
        }
    }

    /** What a person must decide is looked at again by nobody but a person. */
    private boolean waitsForSomebody(Holding holding) {
        return world.statuses
                .last(holding.object().id())
                .flatMap(Status::plan)
                .filter(plan -> !plan.decisions(Verdict.PARKED).isEmpty())
                .isPresent();
    }

    private static int number(Holding holding) {
        return IntStream.range(0, World.OBJECTS)
                .filter(i -> Mailboxes.id(i).equals(holding.object().id()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Where nobody edits the directory, the end is that of one run over the join of all statements. Of what the cloud has
     * given up, the entry stays as it was then, so there it is not.
     */
    private void itEndsWhereTheJoinEnds() {
        if (world.history.isEdited()) {
            return;
        }
        World once = new World(world.history.withEvents(List.of()), baton, World.SILENT);
        List<CloudChange> all = world.network.all();
        Arriving.at(once.store, "cloud", all, "0");
        once.rest();
        for (int i = 0; i < World.OBJECTS; i++) {
            if (world.cloud.wants(i).isPresent() && !state(once, i).equals(state(world, i))) {
                witness.sees("it ends with %s, and the join of all statements with %s"
                        .formatted(state(world, i), state(once, i)));
            }
        }
    }

    private void aReconciliationBringsTheCloudsValues() {
        world.run(Cycle.Kind.INITIAL);
        world.rest();
        for (int i = 0; i < World.OBJECTS - 1; i++) {
            int number = i;
            world.cloud.wants(i).ifPresent(wanted -> compare(number, wanted));
        }
        int writes = witness.writes();
        world.store.work().reopen(new Selection.All(), world.time.instant());
        world.rest();
        world.run(Cycle.Kind.INITIAL);
        if (witness.writes() > writes) {
            witness.sees("a second reconciliation writes");
        }
    }

    private void compare(int object, Map<Field, List<String>> wanted) {
        wanted.forEach((field, texts) -> {
            List<AttributeValue> values = field.values(texts);
            List<AttributeValue> now = witness.now(object, field);
            boolean fits = field.takesMany() ? now.containsAll(values) : now.equals(values);
            boolean isClouds = isCloudsInTheEnd(world.history.policy().of(field));
            if (isClouds && !fits) {
                witness.sees("reconciled, object %d has %s and not %s in %s".formatted(object, now, values, field));
            }
        });
    }

    /** Where a reconciliation brings the cloud's values, whatever happened before. */
    private static boolean isCloudsInTheEnd(Policy policy) {
        return policy.kind() == Authority.Kind.CLOUD
                && policy.drift() != Drift.ACCEPT
                && policy.first() != FirstContact.DIRECTORY;
    }

    private static List<String> state(World world, int entry) {
        return Field.FLOWING.stream()
                .map(field -> entry + " " + field + " "
                        + world.witness.now(entry, field).stream()
                                .map(AttributeValue::toString)
                                .sorted()
                                .toList())
                .toList();
    }
}
