package dev.writeback.benchmarks;

import java.util.List;

/**
 * The engine, which has all agreed with the directory before: intake, lookup, plan, guard, journal, write, baseline and
 * status of every user.
 */
final class EngineChanges implements Contender {

    private final EngineRate engine;

    /** Of users that are as the change says that they are before it. */
    EngineChanges(Target target, List<Target.User> users, int connections, Change change) {
        this.engine = new EngineRate(target, users, connections, Change.NAMES.length);
        engine.measure("value " + change.before());
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void write(List<Target.User> users, Change change) {
        engine.measure("value " + change.after());
    }

    @Override
    public void close() {
        engine.close();
    }
}
