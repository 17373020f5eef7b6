package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Status;
import dev.writeback.plan.Verdict;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Undo restores what a run changed, unless somebody has changed it since, and then it says so. */
final class ReversibleLaw {

    private ReversibleLaw() {}

    /** What stands before the first run of the history comes before the run that is undone, edits after it come after. */
    static void check(Trial trial) {
        List<HistoryStep> steps = trial.history().steps();
        int middle = steps.indexOf(new HistoryStep.Ran());
        int end = middle < 0 ? steps.size() : middle;
        History before = new History(steps.subList(0, end)).only(step -> !(step instanceof HistoryStep.Ran));
        try (World world = trial.world()) {
            if (!world.engine().undoes()) {
                return;
            }
            world.play(before);
            Map<String, String> expected = world.field().contents();
            world.run();
            Optional<String> run =
                    world.statuses().stream().map(Status::cycleId).findFirst();
            Map<HistoryStep.Edited, List<AttributeValue>> edits = new LinkedHashMap<>();
            for (HistoryStep step : steps.subList(end, steps.size())) {
                if (step instanceof HistoryStep.Edited edit) {
                    edits.keySet().removeIf(other -> isOfOne(other, edit));
                    edits.put(edit, world.field().values(edit.mailbox(), edit.attribute()));
                    world.field().edit(edit);
                }
            }
            int told = world.statuses().size();
            run.ifPresent(world.engine()::undo);
            checkRestored(trial, world, expected, edits.keySet());
            edits.forEach((edit, written) -> checkLeft(trial, world, edit, written, told));
        }
    }

    private static boolean isOfOne(HistoryStep.Edited one, HistoryStep.Edited other) {
        return one.mailbox().equals(other.mailbox()) && one.attribute().equals(other.attribute());
    }

    private static void checkRestored(
            Trial trial, World world, Map<String, String> expected, Iterable<HistoryStep.Edited> edits) {
        Map<String, String> restored = new LinkedHashMap<>(expected);
        Map<String, String> found = world.field().contents();
        edits.forEach(edit -> {
            String place = world.field().place(edit);
            restored.remove(place);
            found.remove(place);
        });
        assertThat(Differences.of(restored, found))
                .as(trial.about("the directory as it was before the run, but for what was edited since"))
                .isEmpty();
    }

    private static void checkLeft(
            Trial trial, World world, HistoryStep.Edited edit, List<AttributeValue> written, int told) {
        boolean list = Optional.ofNullable(world.field().carried().get(edit.attribute()))
                .filter(it -> it.arity() == CarriedAttribute.Arity.MANY)
                .isPresent();
        if (list || edit.values().equals(written)) {
            return;
        }
        assertThat(world.field().values(edit.mailbox(), edit.attribute()))
                .as(trial.about("what was set since the run is left: " + edit))
                .isEqualTo(edit.values());
        List<AttributeDecision> decisions = world
                .statuses()
                .subList(told, world.statuses().size())
                .stream()
                .filter(status ->
                        status.object().equals(Optional.of(edit.mailbox().id())))
                .flatMap(status -> status.plan().stream())
                .flatMap(plan -> plan.decision(edit.attribute()).stream())
                .toList();
        assertThat(decisions)
                .as(trial.about("the undo says that it leaves what was set since the run: " + edit))
                .allMatch(one -> one.verdict() == Verdict.KEPT
                        || one.verdict() == Verdict.UNCHANGED
                        || !one.omissions().isEmpty());
    }
}
