package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody writes between a read and a write stays, or is overwritten by a decision that was told it. */
final class ConditionalLaw {

    private ConditionalLaw() {}

    static void check(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle();
            List<Interference> all = world.interferences();
            for (int i = 0; i < all.size(); i++) {
                HistoryStep.Edited edit = all.get(i).edit();
                boolean last = all.subList(i + 1, all.size()).stream().noneMatch(it -> isOfOne(it.edit(), edit))
                        && trial.history().steps().stream()
                                .noneMatch(it -> it instanceof HistoryStep.Edited other && isOfOne(other, edit));
                if (last) {
                    check(trial, world, all.get(i));
                }
            }
        }
    }

    private static void check(Trial trial, World world, Interference it) {
        HistoryStep.Edited edit = it.edit();
        List<AttributeValue> left = world.field().values(edit.mailbox(), edit.attribute());
        for (AttributeValue value : edit.values()) {
            assertThat(left.contains(value)
                            || isSeen(
                                    world,
                                    it,
                                    values -> values.stream().anyMatch(one -> isOne(world, edit, one, value))))
                    .as(trial.about("%s is there in the end, or a status of %s tells that it was, since %s"
                            .formatted(value, edit.mailbox(), edit)))
                    .isTrue();
        }
        if (edit.values().isEmpty() && !it.before().isEmpty()) {
            assertThat(isTakenAway(world, it, left) || isSeen(world, it, List::isEmpty))
                    .as(trial.about("%s stays away, or a status of %s tells that nothing was there, since %s"
                            .formatted(it.before(), edit.mailbox(), edit)))
                    .isTrue();
        }
    }

    private static boolean isOfOne(HistoryStep.Edited one, HistoryStep.Edited other) {
        return one.mailbox().equals(other.mailbox()) && one.attribute().equals(other.attribute());
    }

    /** A primary address that becomes a secondary one is one value to the directory. */
    private static boolean isOne(World world, HistoryStep.Edited edit, AttributeValue one, AttributeValue other) {
        CarriedAttribute attribute = world.field().carried().get(edit.attribute());
        return attribute == null ? one.equals(other) : attribute.syntax().isOne(one, other);
    }

    /** To a list, others may be added without a look at what was taken away. */
    private static boolean isTakenAway(World world, Interference it, List<AttributeValue> left) {
        CarriedAttribute attribute = world.field().carried().get(it.edit().attribute());
        return left.isEmpty()
                || (attribute != null
                        && attribute.arity() == CarriedAttribute.Arity.MANY
                        && it.before().stream().noneMatch(left::contains));
    }

    private static boolean isSeen(World world, Interference it, Predicate<List<AttributeValue>> fits) {
        return world.statuses().stream()
                .skip(it.told())
                .filter(status ->
                        status.object().equals(Optional.of(it.edit().mailbox().id())))
                .flatMap(status -> status.plan().stream())
                .flatMap(plan -> plan.decision(it.edit().attribute()).stream())
                .anyMatch(decision -> fits.test(decision.directory()));
    }
}
