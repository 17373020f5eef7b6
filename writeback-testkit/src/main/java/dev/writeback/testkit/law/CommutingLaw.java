package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What either side adds to a list is there in the end, whichever was first. */
final class CommutingLaw {

    private static final HistoryStep RUN = new HistoryStep.Ran();

    private CommutingLaw() {}

    /** Tries every list of the vocabulary; of those that are carried, what the cloud adds must be there as well. */
    static void check(Function<History, Trial> trials, List<CarriedAttribute> attributes, Set<AttributeName> carried) {
        attributes.stream()
                .filter(one -> one.arity() == CarriedAttribute.Arity.MANY)
                .filter(one -> one.syntax() == AttributeSyntax.CASE_IGNORE || one.syntax() == AttributeSyntax.ADDRESS)
                .forEach(one -> check(trials, one, carried.contains(one.directory())));
    }

    private static void check(Function<History, Trial> trials, CarriedAttribute one, boolean carried) {
        ListOfBoth list = new ListOfBoth(one, trials.apply(History.of()).participant());
        HistoryStep base = list.states(1, "p");
        HistoryStep cloud = list.states(2, "p", "x");
        History together = History.of(base, RUN, cloud);
        History cloudFirst = History.of(base, RUN, cloud, RUN);
        List<String> expected = list.end(trials.apply(together), History.of(RUN));
        assertThat(expected)
                .as(trials.apply(together)
                        .about("what the cloud adds to %s, and what somebody adds there before the next run"
                                .formatted(one.directory())))
                .containsAll(carried ? list.texts("x", "y") : list.texts("y"));
        List<String> found = list.end(trials.apply(cloudFirst), History.of(RUN));
        assertThat(found)
                .as(trials.apply(cloudFirst)
                        .about("what both sides add to %s in turn, as when they do so at the same time"
                                .formatted(one.directory())))
                .isEqualTo(expected);
        List<String> directoryFirst = list.end(trials.apply(History.of(base, RUN)), History.of(RUN, cloud, RUN));
        assertThat(directoryFirst)
                .as(trials.apply(History.of(base, RUN, RUN, cloud, RUN))
                        .about("what both sides add to %s, the directory first, as when they do so at the same time"
                                .formatted(one.directory())))
                .isEqualTo(expected);
    }
}
