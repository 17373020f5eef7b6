package dev.writeback.engine.run;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a run: named for thread dumps, and daemons, so that they do not keep a host from ending. */
final class Threads {

    private Threads() {}

    /** Threads that have this name. */
    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Threads that have this name and a number, from 1. */
    static ThreadFactory numbered(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
