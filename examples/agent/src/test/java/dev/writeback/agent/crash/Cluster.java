package dev.writeback.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Agents that follow one feed and share one database, and what happens to them. */
final class Cluster {

    /** Long enough for a busy machine not to lose it by itself, short enough to wait for. */
    private static final int LEASE_SECONDS = 5;

    private static final int MOST = 4;
    private static final int PATIENCE_MILLIS = 20_000;

    private final World world;
    private final PostgresServer database;
    private final Random random;
    private final List<AgentNode> running = new ArrayList<>();
    private final List<AgentNode> resting = new ArrayList<>();

    Cluster(World world, PostgresServer database, Random random, int agents) throws IOException {
        this.world = world;
        this.database = database;
        this.random = random;
        for (int i = 0; i < agents; i++) {
            join();
        }
    }

    /** Lets something happen, and starts again whoever is not there after it. */
    void happens(Trouble trouble) throws Exception {
        if (running.size() < 2) {
            comeBack();
        }
        switch (trouble) {
            case KILLED -> kill();
            case STALLED -> stall();
            case STOPPED -> stop();
            case JOINED -> joinOrStop();
            case DATABASE_RESTARTED -> restartDatabase();
            case CONNECTIONS_CUT -> cutConnections();
        }
        for (AgentNode agent : running) {
            assertThat(agent.isRunning())
                    .as(() -> "after %s an agent has ended by itself:%n%s".formatted(trouble, agent.tail("err")))
                    .isTrue();
        }
    }

    /** Starts all that are not there. */
    void comeBack() {
        resting.forEach(AgentNode::follow);
        running.addAll(resting);
        resting.clear();
    }

    /** Waits until the directory holds what the feed states, then stops them all; one of them delivers what is left. */
    AgentNode end() throws Exception {
        long before;
        do {
            before = world.changes();
            assertThat(running.get(0).hasEndedWithin(2 * LEASE_SECONDS * 1000L)).isFalse();
        } while (world.changes() > before);
        for (AgentNode agent : running) {
            assertThat(agent.stop()).as(() -> agent.tail("err")).isZero();
        }
        AgentNode last = running.get(0);
        assertThat(last.run("--json", "run")).as(() -> last.tail("err")).isZero();
        return last;
    }

    /** Starts one more, and returns it. */
    AgentNode join() throws IOException {
        AgentNode agent = world.agent(
                "agent" + (running.size() + resting.size()), Map.of("WRITEBACK_STORE", "postgres"), this::configure);
        agent.follow();
        running.add(agent);
        return agent;
    }

    private void configure(ObjectNode json) {
        json.putObject("store")
                .put("type", "jdbc")
                .put("url", database.url())
                .put("user", "postgres")
                .put("passwordEnv", "WRITEBACK_STORE")
                .put("lease", "PT" + LEASE_SECONDS + "S");
    }

    private AgentNode any() {
        return running.get(random.nextInt(running.size()));
    }

    private void rest(AgentNode agent) {
        running.remove(agent);
        resting.add(agent);
    }

    private void kill() throws Exception {
        AgentNode agent = any();
        world.directory().signalAtModification("KILL", agent.pid(), 1 + random.nextInt(50));
        agent.hasEndedWithin(PATIENCE_MILLIS);
        agent.kill();
        rest(agent);
    }

    private void stall() throws Exception {
        AgentNode agent = any();
        world.directory().signalAtModification("STOP", agent.pid(), 1 + random.nextInt(50));
        for (int tries = 0; tries < PATIENCE_MILLIS / 10 && !isStopped(agent); tries++) {
            agent.hasEndedWithin(10);
        }
        if (!isStopped(agent)) {
            Signals.send("STOP", agent.pid());
        }
        agent.hasEndedWithin(LEASE_SECONDS * 1000L + random.nextInt(3000));
        Signals.send("CONT", agent.pid());
    }

    private static boolean isStopped(AgentNode agent) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + agent.pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 1).trim().startsWith("T");
    }

    private void stop() throws InterruptedException {
        AgentNode agent = any();
        assertThat(agent.stop()).as(() -> agent.tail("err")).isZero();
        rest(agent);
    }

    private void joinOrStop() throws Exception {
        if (running.size() + resting.size() < MOST) {
            join();
        } else {
            stop();
        }
    }

    private void awaitFirstRuns() throws InterruptedException {
        for (AgentNode agent : running) {
            agent.awaitFirstRun();
        }
    }

    private void restartDatabase() throws Exception {
        awaitFirstRuns();
        if (random.nextBoolean()) {
            database.crash();
        } else {
            database.stop();
        }
        any().hasEndedWithin(random.nextInt(LEASE_SECONDS * 1500));
        database.startAgain();
    }

    private void cutConnections() throws Exception {
        awaitFirstRuns();
        for (int cuts = 0; cuts < 10; cuts++) {
            any().hasEndedWithin(random.nextInt(300));
            database.cutConnections();
        }
    }
}
