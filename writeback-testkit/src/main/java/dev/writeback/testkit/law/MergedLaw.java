package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Verdict;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one side alone says stays, and what both say alike is no conflict. */
final class MergedLaw {

    private static final AttributeName MAIL = AttributeName.of("mail");

    private MergedLaw() {}

    /** An attribute that the cloud never mentions is as somebody in the directory left it. */
    static void checkAbsent(Trial trial) {
        Set<AttributeName> stated = new LinkedHashSet<>();
        Map<String, String> left = new LinkedHashMap<>();
        for (HistoryStep step : trial.history().steps()) {
            if (step instanceof HistoryStep.Stated it) {
                stated.addAll(it.attributes().keySet());
            } else if (step instanceof HistoryStep.Edited edit) {
                left.put(edit.mailbox() + " " + edit.attribute(), edit.values().toString());
            }
        }
        try (World world = trial.world()) {
            world.play(trial.history()).settle().reconcile();
            Map<String, String> found = new LinkedHashMap<>();
            world.field().carried().values().stream()
                    // Mail may be carried by what is said of the addresses.
                    .filter(one ->
                            !stated.contains(one.cloud()) && !one.directory().equals(MAIL))
                    .forEach(one -> Field.mailboxes()
                            .forEach(mailbox -> found.put(
                                    mailbox + " " + one.directory(),
                                    world.field()
                                            .values(mailbox, one.directory())
                                            .toString())));
            left.keySet().retainAll(found.keySet());
            assertThat(Differences.of(left, found))
                    .as(trial.about("attributes that the cloud never mentions as they were left"))
                    .isEmpty();
        }
    }

    /** Where both sides change to the same, there is no conflict and nothing to write. */
    static void checkAlike(Trial trial) {
        for (HistoryStep step : trial.history().steps()) {
            if (step instanceof HistoryStep.Stated it) {
                checkAlike(trial, it);
            }
        }
    }

    private static void checkAlike(Trial trial, HistoryStep.Stated step) {
        try (World world = trial.world()) {
            Map<AttributeName, List<CarriedAttribute>> bySource = world.field().carried().values().stream()
                    .filter(one ->
                            one.syntax() == AttributeSyntax.CASE_IGNORE || one.syntax() == AttributeSyntax.ADDRESS)
                    .collect(Collectors.groupingBy(CarriedAttribute::cloud));
            Map<AttributeName, List<AttributeValue>> said = new LinkedHashMap<>();
            Set<AttributeName> alike = new LinkedHashSet<>();
            step.attributes()
                    .forEach((name, values) -> bySource.getOrDefault(name, List.of())
                            .forEach(one -> {
                                said.put(name, values);
                                alike.add(one.directory());
                                world.field().edit(new HistoryStep.Edited(step.mailbox(), one.directory(), values));
                            }));
            HistoryStep.Stated same = new HistoryStep.Stated(step.mailbox(), step.version(), said);
            world.deliver(List.of(same.change())).run();
            assertQuiet(trial, world, same, alike);
        }
    }

    private static void assertQuiet(Trial trial, World world, HistoryStep same, Set<AttributeName> alike) {
        assertThat(world.writes().stream()
                        .flatMap(write -> write.modifications().stream())
                        .filter(one -> alike.contains(one.attribute())))
                .as(trial.about("no write of what both sides say: " + same))
                .isEmpty();
        assertThat(world.statuses().stream()
                        .flatMap(status -> status.plan().stream())
                        .flatMap(plan -> plan.decisions().stream())
                        .filter(it -> alike.contains(it.attribute()))
                        .filter(it -> it.verdict() == Verdict.CONFLICT || it.verdict() == Verdict.PARKED))
                .as(trial.about("no conflict about what both sides say: " + same))
                .isEmpty();
    }
}
