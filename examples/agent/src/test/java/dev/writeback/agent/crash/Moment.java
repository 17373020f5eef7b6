package dev.writeback.agent.crash;

import java.util.List;
import java.util.Random;

/** When an agent is killed. */
enum Moment {
    /** At any time: while it starts, opens its store, reads, writes, delivers, or rests. */
    AT_ANY_TIME,
    /** While it reads the feed: once its store grows, and before it has written much. */
    AT_INTAKE,
    /** At a modification: the directory makes it, and the answer is never heard. */
    AT_A_WRITE,
    /** Once so many statuses more are in the file. */
    AT_DELIVERY;

    private static final List<Moment> ALL = List.of(values());

    /** Whether it comes only where there is something to write. */
    boolean needsNews() {
        return this == AT_A_WRITE || this == AT_DELIVERY;
    }

    static Moment draw(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
