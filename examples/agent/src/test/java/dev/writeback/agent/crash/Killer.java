package dev.writeback.agent.crash;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Lets the feed grow, starts an agent, and kills it at a moment that it draws. */
final class Killer {

    private final World world;
    private final AgentNode agent;
    private final Random random;
    private final int growth;
    private final int startMillis;
    private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
    private int beforeTheFirstWrite;
    private int afterWrites;
    private int afterStatuses;

    /**
     * A killer of one agent.
     *
     * @param growth by how many changes the feed grows at most between two kills
     * @param startMillis how long the agent takes to start and to end without having anything to do
     */
    Killer(World world, AgentNode agent, Random random, int growth, int startMillis) {
        this.world = world;
        this.agent = agent;
        this.random = random;
        this.growth = growth;
        this.startMillis = startMillis;
    }

    /** Starts it and kills it, unless it has ended by itself before the moment came; whether it did. */
    boolean kill() throws Exception {
        Moment moment = Moment.draw(random);
        int news = moment.needsNews() || random.nextBoolean() ? 2 + random.nextInt(growth) : 0;
        if (news > 0) {
            world.feed().grow(news);
        }
        long changes = world.changes();
        long statuses = agent.statusBytes();
        if (random.nextInt(3) == 0) {
            agent.follow();
        } else {
            agent.start("--json", "run");
        }
        boolean ended = await(moment, news, statuses);
        if (ended && !agent.wasKilled()) {
            return false;
        }
        agent.kill();
        kills.merge(moment, 1, Integer::sum);
        count(world.changes() > changes, agent.statusBytes() > statuses);
        if (random.nextInt(4) == 0) {
            agent.tearStatusFile();
        }
        return true;
    }

    /** What was killed when. */
    String account() {
        return "killed %s: %d before the first write, %d after writes and before their statuses, %d after both"
                .formatted(kills, beforeTheFirstWrite, afterWrites, afterStatuses);
    }

    private boolean await(Moment moment, int news, long statuses) throws InterruptedException {
        return switch (moment) {
            case AT_ANY_TIME -> agent.hasEndedWithin(random.nextInt(3 * startMillis));
            case AT_INTAKE -> awaitIntake();
            case AT_A_WRITE -> {
                world.directory().signalAtModification("KILL", agent.pid(), 1 + random.nextInt(news));
                yield agent.hasEndedWithin(patience());
            }
            case AT_DELIVERY -> awaitBytes(agent.path("status.jsonl"), statuses + 1 + random.nextInt(news * 1000));
        };
    }

    private boolean awaitIntake() throws InterruptedException {
        Path store = agent.path("state/writeback.mv.db");
        return awaitBytes(store, store.toFile().length() + 1) || agent.hasEndedWithin(random.nextInt(300));
    }

    private boolean awaitBytes(Path file, long bytes) throws InterruptedException {
        for (int tries = 0; tries < patience() && file.toFile().length() < bytes; tries++) {
            if (agent.hasEndedWithin(1)) {
                return true;
            }
        }
        return false;
    }

    /** So long for a moment to come; an agent that follows a feed that is at rest is killed while it waits. */
    private int patience() {
        return 3 * startMillis;
    }

    private void count(boolean wrote, boolean told) {
        if (told) {
            afterStatuses++;
        } else if (wrote) {
            afterWrites++;
        } else {
            beforeTheFirstWrite++;
        }
    }
}
