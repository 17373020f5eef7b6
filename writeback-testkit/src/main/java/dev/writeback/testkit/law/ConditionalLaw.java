package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.List;
import java.util.Optional;

/** What somebody writes between a read and a write stays, or is overwritten by a decision that was told it. */
final class ConditionalLaw {

    private ConditionalLaw() {}

    static void check(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle();
            List<HistoryStep.Edited> edits = world.interferences();
            for (int i = 0; i < edits.size(); i++) {
                HistoryStep.Edited edit = edits.get(i);
                boolean last = edits.subList(i + 1, edits.size()).stream().noneMatch(it -> isOfOne(it, edit))
                        && trial.history().steps().stream()
                                .noneMatch(it -> it instanceof HistoryStep.Edited other && isOfOne(other, edit));
                if (last) {
                    edit.values()
                            .forEach(value -> assertThat(stays(world, edit, value) || isSeen(world, edit, value))
                                    .as(trial.about(
                                            "%s is there in the end, or a status of %s tells that it was, since %s"
                                                    .formatted(value, edit.mailbox(), edit)))
                                    .isTrue());
                }
            }
        }
    }

    private static boolean isOfOne(HistoryStep.Edited one, HistoryStep.Edited other) {
        return one.mailbox().equals(other.mailbox()) && one.attribute().equals(other.attribute());
    }

    private static boolean stays(World world, HistoryStep.Edited edit, AttributeValue value) {
        return world.field().values(edit.mailbox(), edit.attribute()).contains(value);
    }

    private static boolean isSeen(World world, HistoryStep.Edited edit, AttributeValue value) {
        return world.statuses().stream()
                .filter(status ->
                        status.object().equals(Optional.of(edit.mailbox().id())))
                .flatMap(status -> status.plan().stream())
                .flatMap(plan -> plan.decision(edit.attribute()).stream())
                .anyMatch(decision -> decision.directory().contains(value));
    }
}
