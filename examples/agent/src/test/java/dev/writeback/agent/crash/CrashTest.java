package dev.writeback.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent with its store in a file that is killed with kill -9 over and over, while its feed grows. CONTRIBUTING.md says
 * how to ask for more kills, more mailboxes and the same history again: {@code crash.kills}, {@code crash.objects}, {@code
 * crash.seed}.
 */
class CrashTest {

    private static final int OBJECTS = Integer.getInteger("crash.objects", 2000);
    private static final int KILLS = Integer.getInteger("crash.kills", 8);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int LAST_CHANGES = 50;

    private final Random random = new Random(SEED);

    @Test
    void an_agent_that_is_killed_over_and_over_loses_nothing_and_does_nothing_twice(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        System.out.printf("crash: -Dcrash.objects=%d -Dcrash.kills=%d -Dcrash.seed=%d%n", OBJECTS, KILLS, SEED);
        try (World world = World.of(folder, OBJECTS, random)) {
            AgentNode agent = world.agent(
                    "agent",
                    Map.of(),
                    json -> json.putObject("store").put("type", "jdbc").put("url", "jdbc:h2:./state/writeback"));
            int startMillis = startMillis(agent);
            world.feed().begin();
            Killer killer = new Killer(world, agent, random, Math.max(2, OBJECTS / 50), startMillis);
            for (int kills = 0; kills < KILLS; ) {
                kills += killer.kill() ? 1 : 0;
                if (kills % 10 == 0) {
                    System.out.printf("crash: %d of %d; %s%n", kills, KILLS, killer.account());
                }
            }
            finishes(agent);
            tells_of_each_change_once(world, agent);
            List<String> findings = world.findings(agent);
            System.out.printf("crash: %s; %s%n", world.account(), killer.account());
            assertThat(findings)
                    .as("seed %d, %s; all files are in %s", SEED, killer.account(), folder)
                    .isEmpty();
        }
    }

    private static int startMillis(AgentNode agent) throws InterruptedException {
        long start = System.nanoTime();
        agent.run("journal");
        return (int) ((System.nanoTime() - start) / 1_000_000);
    }

    private static void finishes(AgentNode agent) throws InterruptedException {
        assertThat(agent.run("--json", "run"))
                .as(() -> "seed " + SEED + "\n" + agent.tail("err"))
                .isZero();
    }

    private static void tells_of_each_change_once(World world, AgentNode agent) throws Exception {
        int before = world.statuses();
        int changes = world.feed().changeEachOnce(LAST_CHANGES);
        finishes(agent);
        assertThat(world.statuses() - before)
                .as("seed %d: statuses of changes that nothing disturbed", SEED)
                .isEqualTo(changes);
    }
}
