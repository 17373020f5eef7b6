package dev.writeback.agent.crash;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Kills an agent, which has been started, at moments that it draws. */
final class Killer {

    private final World world;
    private final AgentNode agent;
    private final Random random;
    private final int writes;
    private final int startMillis;
    private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
    private int beforeTheFirstWrite;
    private int afterWrites;
    private int afterStatuses;

    /**
     * A killer of one agent.
     *
     * @param writes how many writes it may make at most before one of them is its last
     * @param startMillis how long it takes to start and to end without having anything to do
     */
    Killer(World world, AgentNode agent, Random random, int writes, int startMillis) {
        this.world = world;
        this.agent = agent;
        this.random = random;
        this.writes = writes;
        this.startMillis = startMillis;
    }

    /** Kills it, unless it has ended by itself before the moment came; whether it did. */
    boolean kill() throws Exception {
        Moment moment = Moment.draw(random);
        long changes = world.changes();
        long statuses = agent.statusBytes();
        boolean ended = await(moment, changes, statuses);
        if (ended && moment != Moment.AT_A_WRITE) {
            return false;
        }
        agent.kill();
        if (moment == Moment.AT_A_WRITE && ended && world.changes() == changes) {
            return false;
        }
        kills.merge(moment, 1, Integer::sum);
        count(world.changes() > changes, agent.statusBytes() > statuses);
        return true;
    }

    /** What was killed when. */
    String account() {
        return "killed %s: %d before the first write, %d after writes and before their statuses, %d after both"
                .formatted(kills, beforeTheFirstWrite, afterWrites, afterStatuses);
    }

    private boolean await(Moment moment, long changes, long statuses) throws Exception {
        return switch (moment) {
            case AT_ANY_TIME -> agent.hasEndedWithin(random.nextInt(3 * startMillis));
            case AT_INTAKE -> awaitIntake();
            case AT_A_WRITE -> {
                world.directory().signalAtModification("KILL", agent.pid(), 1 + random.nextInt(writes));
                yield agent.hasEndedWithin(patience());
            }
            case AT_DELIVERY -> awaitBytes(agent.path("status.jsonl"), statuses + 1 + random.nextInt(writes * 1000));
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
        return 4 * startMillis;
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
