package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Status;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Undo restores what a run changed, unless somebody has changed it since, and then it says so. */
final class ReversibleLaw {

    private static final HistoryStep RUN = new HistoryStep.Ran();

    private ReversibleLaw() {}

    /** The last run after which somebody edits is undone, or the last of all; of what comes after it, the edits are played. */
    static void check(Trial trial) {
        List<HistoryStep> steps = trial.history().steps();
        int undone = undone(steps);
        List<HistoryStep> late = steps.subList(Math.min(undone + 1, steps.size()), steps.size());
        try (World world = trial.world()) {
            if (!world.engine().undoes()) {
                return;
            }
            world.play(new History(steps.subList(0, undone)));
            Map<String, String> expected = world.field().contents();
            Map<HistoryStep.Edited, LateEdit> edits = new LinkedHashMap<>();
            late.forEach(step -> {
                if (step instanceof HistoryStep.Edited edit) {
                    List<AttributeValue> before = world.field().values(edit.mailbox(), edit.attribute());
                    edits.keySet().removeIf(other -> isOfOne(other, edit));
                    edits.put(edit, new LateEdit(trial, world, edit, before));
                }
            });
            Optional<String> run = run(world);
            edits.values().forEach(LateEdit::play);
            int told = world.statuses().size();
            run.ifPresent(world.engine()::undo);
            checkRestored(trial, world, expected, edits.keySet());
            edits.values().forEach(edit -> edit.checkLeft(told));
        }
    }

    private static int undone(List<HistoryStep> steps) {
        int edited = steps.size();
        while (edited > 0 && !(steps.get(edited - 1) instanceof HistoryStep.Edited)) {
            edited--;
        }
        int before = steps.subList(0, edited).lastIndexOf(RUN);
        int last = before < 0 ? steps.lastIndexOf(RUN) : before;
        return last < 0 ? steps.size() : last;
    }

    private static Optional<String> run(World world) {
        int told = world.statuses().size();
        world.run();
        return world.statuses().stream().skip(told).map(Status::cycleId).findFirst();
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
}
