package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No value can be left out of a write, and none is sent that does not change. */
final class MinimalLaw {

    private static final int MOST_PARTS = 6;

    private MinimalLaw() {}

    static void check(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle();
            assertThat(world.writes().stream()
                            .flatMap(write -> write.modifications().stream())
                            .filter(one -> sendsWhatIsThere(one, world)))
                    .as(trial.about("modifications that do not remove a value to add it again"))
                    .isEmpty();
        }
        History still =
                trial.history().only(step -> step instanceof HistoryStep.News || step instanceof HistoryStep.Edited);
        try (World world = trial.world()) {
            List<EntryWrite> parts = new ArrayList<>();
            world.play(still).plans().stream().filter(Plan::writes).forEach(plan -> parts.addAll(Leaving.each(plan)));
            parts.stream().limit(MOST_PARTS).forEach(rest -> checkLeftOut(trial, still, rest));
        }
    }

    private static boolean sendsWhatIsThere(Modification modification, World world) {
        AttributeSyntax syntax = Optional.ofNullable(world.field().carried().get(modification.attribute()))
                .map(it -> it.syntax())
                .orElse(AttributeSyntax.CASE_EXACT);
        List<AttributeValue> add = modification.add();
        return modification.remove().stream().anyMatch(gone -> add.stream().anyMatch(it -> syntax.same(gone, it)));
    }

    private static void checkLeftOut(Trial trial, History still, EntryWrite rest) {
        try (World world = trial.world()) {
            world.play(still);
            boolean fits =
                    rest.server().isEmpty() || world.field().directory().write(rest) instanceof WriteOutcome.Applied;
            if (fits) {
                assertThat(world.plans().stream()
                                .filter(Plan::writes)
                                .filter(plan -> plan.entry().equals(Optional.of(rest.entry()))))
                        .as(trial.about("a plan for %s that writes what was left out, where only this was written: %s"
                                .formatted(rest.entry(), rest.server().isEmpty() ? "nothing" : rest.modifications())))
                        .isNotEmpty();
            }
        }
    }
}
