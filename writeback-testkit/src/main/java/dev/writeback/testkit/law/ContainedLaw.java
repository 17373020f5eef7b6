package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing is written that takes no part. */
final class ContainedLaw {

    private ContainedLaw() {}

    static void check(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle();
            Set<Object> known = new LinkedHashSet<>();
            for (int number = 0; number < 3; number++) {
                NumberedMailbox mailbox = new NumberedMailbox(number);
                if (trial.history().objects().containsKey(mailbox.id())) {
                    known.add(mailbox.guid());
                }
            }
            assertThat(world.writes().stream().map(EntryWrite::entry).collect(Collectors.toSet()))
                    .as(trial.about("writes to entries that are in scope and belong to an object of the cloud"))
                    .allMatch(entry -> trial.takesPart().test(entry) && known.contains(entry.guid()));
            assertThat(world.writes().stream()
                            .flatMap(write -> write.modifications().stream())
                            .map(Modification::attribute))
                    .as(trial.about("writes to attributes that the profile carries"))
                    .allMatch(world.field().carried()::containsKey);
        }
    }
}
