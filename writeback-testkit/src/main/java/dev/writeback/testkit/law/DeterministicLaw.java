package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The same history goes the same way. */
final class DeterministicLaw {

    private DeterministicLaw() {}

    static void check(Trial trial) {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Map<String, String> end = play(trial, first);
        Map<String, String> other = play(trial, second);
        assertThat(second)
                .as(trial.about("the plans and statuses of the first time, the second time too"))
                .isEqualTo(first);
        assertThat(Differences.of(end, other))
                .as(trial.about("the directory of the first time, the second time too"))
                .isEmpty();
    }

    private static Map<String, String> play(Trial trial, List<String> told) {
        try (World world = trial.world()) {
            int[] known = {0};
            world.play(
                    trial.history(),
                    () -> world.plans().stream().map(Plan::toString).forEach(told::add),
                    () -> {
                        List<Status> statuses = world.statuses();
                        told.addAll(words(statuses.subList(known[0], statuses.size())));
                        known[0] = statuses.size();
                    });
            return world.field().contents();
        }
    }

    /** What is told of each object; which of two objects is told of first does not matter. */
    private static List<String> words(List<Status> statuses) {
        return statuses.stream()
                .sorted(Comparator.comparing(status -> String.valueOf(status.object())))
                .map(status ->
                        "%s %s %s %s".formatted(status.object(), status.result(), status.problem(), status.plan()))
                .toList();
    }
}
