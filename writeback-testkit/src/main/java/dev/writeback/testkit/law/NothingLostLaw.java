package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each accepted change ends in exactly one final status. */
final class NothingLostLaw {

    private NothingLostLaw() {}

    /** Whatever happens, the last word about each object is no failure, and no word is told twice. */
    static void checkLastWords(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle();
            assertThat(world.statuses())
                    .as(trial.about("statuses with an id each"))
                    .extracting(Status::id)
                    .doesNotHaveDuplicates();
            for (CloudObjectId id : trial.history().objects().keySet()) {
                List<Status> words = world.statuses().stream()
                        .filter(status -> status.object().equals(Optional.of(id)))
                        .toList();
                assertThat(words).as(trial.about("a status of " + id)).isNotEmpty();
                Status last = words.get(words.size() - 1);
                assertThat(last.result())
                        .as(trial.about("a last word about %s that is no failure, for nothing fails any more; it is %s"
                                .formatted(id, last.problem())))
                        .isNotEqualTo(Step.Result.FAILURE);
            }
        }
    }

    /** Of changes that are taken in one by one, each that says something new has one status, and no other has any. */
    static void checkOneEach(Trial trial) {
        Map<CloudObjectId, CloudObject> known = new LinkedHashMap<>();
        try (World world = trial.world()) {
            for (CloudChange change : trial.history().changes()) {
                CloudObject before = known.getOrDefault(change.id(), CloudObject.unknown(change.id()));
                CloudObject after = before.join(change);
                known.put(change.id(), after);
                int told = world.statuses().size();
                world.deliver(List.of(change)).run();
                // Another object may be tried again meanwhile, and told of.
                List<Status> words = world
                        .statuses()
                        .subList(told, world.statuses().size())
                        .stream()
                        .filter(status -> status.object().equals(Optional.of(change.id())))
                        .toList();
                boolean isNews = !after.saysTheSame(before);
                assertThat(words)
                        .as(trial.about(
                                "%s of %s".formatted(isNews ? "one status" : "no status, for nothing is new,", change)))
                        .hasSize(isNews ? 1 : 0);
            }
        }
    }
}
