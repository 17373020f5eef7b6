package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Verdict;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.List;
import java.util.Optional;

/** An edit after a run that is undone: what somebody set since is left, and of a list each value that is not the run's. */
final class LateEdit {

    private final Trial trial;
    private final World world;
    private final HistoryStep.Edited edit;
    private final List<AttributeValue> before;
    private List<AttributeValue> written = List.of();

    LateEdit(Trial trial, World world, HistoryStep.Edited edit, List<AttributeValue> before) {
        this.trial = trial;
        this.world = world;
        this.edit = edit;
        this.before = before;
    }

    void play() {
        written = world.field().values(edit.mailbox(), edit.attribute());
        world.field().edit(edit);
    }

    void checkLeft(int told) {
        Optional<CarriedAttribute> list = Optional.ofNullable(
                        world.field().carried().get(edit.attribute()))
                .filter(it -> it.arity() == CarriedAttribute.Arity.MANY);
        if (list.isPresent()) {
            checkList(list.get().syntax());
        } else if (!edit.values().equals(written)) {
            checkValue(told);
        }
    }

    private void checkList(AttributeSyntax syntax) {
        List<AttributeValue> found = world.field().values(edit.mailbox(), edit.attribute());
        assertThat(edit.values().stream()
                        .filter(value -> before.contains(value) || !has(written, value, syntax))
                        .filter(value -> !has(found, value, syntax)))
                .as(trial.about("each value that was set since the run, and that the run had not written, is left: %s"
                        .formatted(edit)))
                .isEmpty();
    }

    private static boolean has(List<AttributeValue> values, AttributeValue value, AttributeSyntax syntax) {
        return values.stream().anyMatch(one -> syntax.isOne(one, value));
    }

    private void checkValue(int told) {
        assertThat(world.field().values(edit.mailbox(), edit.attribute()))
                .as(trial.about("what was set since the run is left: " + edit))
                .isEqualTo(edit.values());
        List<AttributeDecision> decisions = world.statuses().stream()
                .skip(told)
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
