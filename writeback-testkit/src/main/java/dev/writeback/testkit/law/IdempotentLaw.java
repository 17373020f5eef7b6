package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Plan;
import dev.writeback.spi.EntryWrite;
import java.util.List;

/** What is done is not done again. */
final class IdempotentLaw {

    private IdempotentLaw() {}

    static void check(Trial trial) {
        try (World world = trial.world()) {
            world.play(trial.history()).settle().reconcile().settle();
            int before = world.writes().size();
            assertThat(world.plans().stream().filter(Plan::writes))
                    .as(trial.about("plans that write nothing, for all was written"))
                    .isEmpty();
            world.run();
            assertThat(since(world, before))
                    .as(trial.about("no write of a run after which nothing changed"))
                    .isEmpty();
            world.reconcile();
            assertThat(since(world, before))
                    .as(trial.about("no write of a second reconciliation"))
                    .isEmpty();
        }
    }

    private static List<EntryWrite> since(World world, int before) {
        return world.writes().subList(before, world.writes().size());
    }
}
