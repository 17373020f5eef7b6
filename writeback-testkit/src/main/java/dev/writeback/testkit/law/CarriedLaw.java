package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the cloud states of an attribute is written; without it, the other laws hold for an engine that does nothing. */
final class CarriedLaw {

    private static final int GENERATIONS = 1000;
    private static final long SEED = 42;

    private CarriedLaw() {}

    static void check(Function<History, Trial> trials, List<CarriedAttribute> attributes) {
        NumberedMailbox mailbox = trials.apply(History.of()).participant();
        List<String> idle = new ArrayList<>();
        List<HistoryStep> stated = new ArrayList<>();
        for (CarriedAttribute one : attributes) {
            HistoryStep step = statement(one, mailbox);
            try (World world = trials.apply(History.of(step)).world()) {
                world.play(History.of(step)).run();
                if (world.field().values(mailbox, one.directory()).isEmpty()) {
                    idle.add(one.directory().toString());
                    stated.add(step);
                }
            }
        }
        assertThat(idle)
                .as(trials.apply(new History(stated.subList(0, Math.min(1, stated.size()))))
                        .about(
                                ("a value in each attribute of the vocabulary that the cloud alone states; the profile does not"
                                                + " write %s: say what it carries in vocabulary()")
                                        .formatted(String.join(", ", idle))))
                .isEmpty();
    }

    private static HistoryStep statement(CarriedAttribute one, NumberedMailbox mailbox) {
        var values = one.stated().apply(mailbox).generator(GENERATIONS);
        Random random = new Random(SEED);
        return Stream.generate(() -> values.next(random).value())
                .limit(GENERATIONS)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .map(some -> new HistoryStep.Stated(mailbox, 1, Map.of(one.cloud(), some)))
                .orElseThrow(() -> new AssertionError(
                        "the vocabulary states no value of %s; give it some in stated()".formatted(one.cloud())));
    }
}
