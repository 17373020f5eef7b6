package dev.writeback.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.Plan;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** That what fails is shown small. */
class ShrinkingProperties {

    private static final AttributeName ADDRESSES = AttributeName.of("EmailAddresses");

    @Property(tries = 20)
    void a_history_that_hides_an_address_shrinks_to_the_step_that_has_it(@ForAll @LongRange(min = 0) long seed) {
        History smallest =
                Shrinking.smallest(ValueArbitraries.mixed(History.class), seed, history -> states(history, ADDRESSES));
        assertThat(smallest.steps()).hasSize(1);
        HistoryStep.Stated step = (HistoryStep.Stated) smallest.steps().get(0);
        assertThat(step.mailbox().number()).isZero();
        assertThat(step.version()).isEqualTo(1);
        assertThat(step.attributes()).isEqualTo(Map.of(ADDRESSES, List.of(AttributeValue.text("SMTP:a0@x.example"))));
    }

    @Property(tries = 20)
    void a_history_that_takes_two_steps_to_fail_shrinks_to_two(@ForAll @LongRange(min = 0) long seed) {
        History smallest = Shrinking.smallest(ValueArbitraries.mixed(History.class), seed, history -> {
            List<Class<?>> kinds = history.steps().stream()
                    .<Class<?>>map(HistoryStep::getClass)
                    .toList();
            int removed = kinds.indexOf(HistoryStep.Removed.class);
            return removed >= 0 && kinds.lastIndexOf(HistoryStep.Ran.class) > removed;
        });
        assertThat(smallest)
                .hasToString("%n  1. the cloud removes mailbox 0, version 1%n  2. the engine runs".formatted());
    }

    @Property(tries = 2)
    void objects_and_plans_shrink_to_the_part_that_fails(@ForAll @LongRange(min = 0) long seed) {
        CloudObject object = Shrinking.smallest(
                ValueArbitraries.mixed(CloudObject.class),
                seed,
                it -> it.attributes().values().stream()
                        .anyMatch(one -> one.value().stream().anyMatch(AttributeValue.Octets.class::isInstance)));
        assertThat(object.attributes()).hasSize(1);
        assertThat(object.anchors()).isEmpty();
        assertThat(object.attributes().values().iterator().next().value()).hasSize(1);
        Plan plan = Shrinking.smallest(ValueArbitraries.mixed(Plan.class), seed, Plan::writes);
        assertThat(plan.decisions()).hasSize(1);
        assertThat(plan.modifications()).hasSize(1);
    }

    @Example
    void a_hostile_text_shrinks_to_the_simplest_that_fails() {
        AttributeValue.Text text = Shrinking.smallest(
                ValueArbitraries.hostile(AttributeValue.Text.class),
                3,
                it -> it.value().indexOf(0) >= 0);
        assertThat(text.value()).hasSizeLessThan(3);
    }

    @Example
    void a_step_is_a_line_that_shows_what_cannot_be_seen() {
        NumberedMailbox ada = new NumberedMailbox(0);
        assertThat(History.of(
                        new HistoryStep.Stated(
                                ada,
                                3,
                                Map.of(
                                        AttributeName.of("A"),
                                        List.of(
                                                AttributeValue.text("\u202ex\n"),
                                                AttributeValue.text("y".repeat(99))))),
                        new HistoryStep.Repeated(1),
                        new HistoryStep.Interfered(new HistoryStep.Edited(ada, AttributeName.of("mail"), List.of())),
                        new HistoryStep.Failed(Trouble.ANSWER_LOST)))
                .hasToString(String.join(
                        System.lineSeparator(),
                        "",
                        "  1. the cloud states of mailbox 0, version 3: A=[\\u{202e}x\\u{a}, %s... (99 characters)]"
                                .formatted("y".repeat(60)),
                        "  2. the cloud repeats what it said 1 before",
                        "  3. right before the next write to it, somebody sets mail of mailbox 0 to []",
                        "  4. the next write is made, and its answer is lost"));
        assertThat(History.of()).hasToString("nothing happens");
    }

    @Property(tries = 100)
    void what_a_history_says_of_an_object_is_the_join_of_what_the_cloud_delivers(@ForAll History history) {
        assertThat(history.objects().values())
                .allMatch(object -> history.changes().stream()
                        .filter(change -> change.id().equals(object.id()))
                        .map(CloudObject::of)
                        .reduce(CloudObject.unknown(object.id()), CloudObject::join)
                        .equals(object));
    }

    private static boolean states(History history, AttributeName name) {
        return history.steps().stream()
                .anyMatch(step ->
                        step instanceof HistoryStep.Stated it && it.attributes().containsKey(name));
    }
}
