package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What either side adds to a list is there in the end, whichever was first. */
final class CommutingLaw {

    private static final NumberedMailbox ADA = new NumberedMailbox(0);
    private static final HistoryStep RUN = new HistoryStep.Ran();

    private CommutingLaw() {}

    /** Tries every list of the vocabulary. */
    static void check(Function<History, Trial> trials, List<CarriedAttribute> attributes) {
        attributes.stream()
                .filter(one -> one.arity() == CarriedAttribute.Arity.MANY)
                .filter(one -> one.syntax() == AttributeSyntax.CASE_IGNORE || one.syntax() == AttributeSyntax.ADDRESS)
                .forEach(one -> check(trials, one));
    }

    private static void check(Function<History, Trial> trials, CarriedAttribute one) {
        HistoryStep base = states(one, 1, "p");
        HistoryStep cloud = states(one, 2, "p", "x");
        History together = History.of(base, RUN, cloud);
        History cloudFirst = History.of(base, RUN, cloud, RUN);
        List<String> expected = end(trials.apply(together), one, History.of(RUN));
        List<String> found = end(trials.apply(cloudFirst), one, History.of(RUN));
        assertThat(found)
                .as(trials.apply(cloudFirst)
                        .about("what both sides add to %s in turn, as when they do so at the same time"
                                .formatted(one.directory())))
                .isEqualTo(expected);
        List<String> directoryFirst = end(trials.apply(History.of(base, RUN)), one, History.of(RUN, cloud, RUN));
        assertThat(directoryFirst)
                .as(trials.apply(History.of(base, RUN, RUN, cloud, RUN))
                        .about("what both sides add to %s, the directory first, as when they do so at the same time"
                                .formatted(one.directory())))
                .isEqualTo(expected);
    }

    /** What an attribute holds if somebody adds a value to it between the one history and the other. */
    private static List<String> end(Trial trial, CarriedAttribute one, History rest) {
        try (World world = trial.world()) {
            world.play(trial.history());
            List<AttributeValue> values = new ArrayList<>(world.field().values(ADA, one.directory()));
            values.addAll(values(one, "y"));
            world.field().edit(new HistoryStep.Edited(ADA, one.directory(), values));
            world.play(rest);
            return world.field().values(ADA, one.directory()).stream()
                    .map(AttributeValue::toString)
                    .sorted()
                    .toList();
        }
    }

    private static HistoryStep states(CarriedAttribute one, long version, String... names) {
        return new HistoryStep.Stated(ADA, version, Map.of(one.cloud(), values(one, names)));
    }

    private static List<AttributeValue> values(CarriedAttribute one, String... names) {
        return Stream.of(names)
                .map(name -> one.syntax() == AttributeSyntax.ADDRESS
                        ? (name.equals("p") ? "SMTP:" : "smtp:") + name + "@x.example"
                        : name)
                .map(AttributeValue::text)
                .toList();
    }
}
