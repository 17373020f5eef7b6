package dev.writeback.agent.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to agents that share a database. */
enum Trouble {
    /** One is killed with kill -9 while the directory makes a write of its; another is started in its place later. */
    KILLED,
    /** One stands still for longer than its lease while the directory makes a write of its, and goes on then. */
    STALLED,
    /** One is stopped in order, and comes back later. */
    STOPPED,
    /** One more joins. */
    JOINED,
    /** The database is stopped or crashes, and comes back. */
    DATABASE_RESTARTED,
    /** All connections to the database are cut, several times. */
    CONNECTIONS_CUT;

    /** So many troubles, each kind about as often as any other. */
    static List<Trouble> draw(int number, Random random) {
        List<Trouble> all = new ArrayList<>();
        while (all.size() < number) {
            List<Trouble> round = new ArrayList<>(List.of(values()));
            Collections.shuffle(round, random);
            all.addAll(round);
        }
        return all.subList(0, number);
    }
}
