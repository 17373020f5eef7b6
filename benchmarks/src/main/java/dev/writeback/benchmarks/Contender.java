package dev.writeback.benchmarks;

import java.util.List;

/** Somebody who changes entries. */
interface Contender extends AutoCloseable {

    String name();

    /** Brings every user to what the change wants. */
    void write(List<Target.User> users, Change change) throws Exception;

    @Override
    default void close() {}
}
