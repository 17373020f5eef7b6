package dev.writeback.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several agents, each a process of its own, that share a PostgreSQL database and follow one feed, while all kinds of
 * trouble happen to them and to the database. CONTRIBUTING.md says how to ask for more: {@code crash.troubles}, {@code
 * crash.objects}, {@code crash.seed}.
 */
class NodesTest {

    private static final int OBJECTS = Integer.getInteger("crash.objects", 500);
    private static final int TROUBLES = Integer.getInteger("crash.troubles", Trouble.values().length);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @Test
    void agents_that_share_a_database_lose_nothing_and_do_nothing_twice_whatever_happens_to_them(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        System.out.printf("nodes: -Dcrash.objects=%d -Dcrash.troubles=%d -Dcrash.seed=%d%n", OBJECTS, TROUBLES, SEED);
        List<Trouble> troubles = Trouble.draw(TROUBLES, random);
        try (World world = World.of(folder, OBJECTS, random);
                PostgresServer database = PostgresServer.start(folder.resolve("database"))) {
            world.storeGoesAway();
            Cluster cluster = new Cluster(world, database, random, 2);
            world.feed().begin();
            for (Trouble trouble : troubles) {
                world.feed().grow(OBJECTS / 10);
                cluster.happens(trouble);
                if (random.nextInt(2) == 0) {
                    cluster.comeBack();
                }
            }
            cluster.comeBack();
            List<String> findings = world.findings(cluster.end());
            System.out.printf("nodes: %s; %s%n", troubles, world.account());
            assertThat(findings).as("seed %d, %s", SEED, troubles).isEmpty();
        }
    }

    @Test
    void an_agent_that_joins_gets_work(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (World world = World.of(folder, OBJECTS, random);
                PostgresServer database = PostgresServer.start(folder.resolve("database"))) {
            Cluster cluster = new Cluster(world, database, random, 1);
            world.feed().begin();
            AgentNode late = cluster.join();
            for (int tries = 0; tries < 100 && !late.hasWritten(); tries++) {
                world.feed().grow(OBJECTS / 10);
                late.hasEndedWithin(500);
            }
            assertThat(late.hasWritten())
                    .as(() -> late.tail("out") + late.tail("err"))
                    .isTrue();
            assertThat(world.findings(cluster.end())).isEmpty();
        }
    }
}
