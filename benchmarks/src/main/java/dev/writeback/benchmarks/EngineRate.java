package dev.writeback.benchmarks;

import dev.writeback.engine.Ending;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.plan.Status;
import dev.writeback.spi.WritebackStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The whole way of a change: intake, batched reads, plan, guard, conditional write, status. */
final class EngineRate implements AutoCloseable {

    private final List<Target.User> users;
    private final ChangingCloud cloud;
    private final LdapDirectory directory;
    private final Writeback writeback;
    private final AtomicInteger statuses = new AtomicInteger();

    /**
     * One run.
     *
     * @param perSecond objects a second
     * @param seconds how long the run took
     * @param report what it did
     */
    record Run(double perSecond, double seconds, RunReport report) {}

    EngineRate(Target target, List<Target.User> users, int connections) {
        this(target, users, connections, 1);
    }

    /** With so many attributes that change. */
    EngineRate(Target target, List<Target.User> users, int connections, int changing) {
        this(target, users, connections, changing, Writeback.memoryStore());
    }

    /** With a store that stays the caller's to close. */
    EngineRate(Target target, List<Target.User> users, int connections, WritebackStore store) {
        this(target, users, connections, 1, store);
    }

    private EngineRate(Target target, List<Target.User> users, int connections, int changing, WritebackStore store) {
        this.users = users;
        this.cloud = new ChangingCloud(users, changing);
        this.directory = target.directory(connections);
        this.writeback = Writeback.builder()
                .source(cloud)
                .directory(directory)
                .store(store)
                .connections(connections)
                .reporter(this::count)
                .build();
    }

    /** States a value for every user, and runs. */
    Run measure(String value) {
        cloud.state(value);
        return measured(Writeback::runOnce);
    }

    /** Looks at every entry, although nothing is new. */
    Run reconcile() {
        return measured(Writeback::reconcile);
    }

    private Run measured(Function<Writeback, RunReport> run) {
        long began = System.nanoTime();
        RunReport report = run.apply(writeback);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (report.ending() != Ending.COMPLETED || report.undelivered() > 0) {
            throw new IllegalStateException("the run did not complete: " + report);
        }
        return new Run(users.size() / seconds, seconds, report);
    }

    /** How many statuses were delivered so far. */
    int statuses() {
        return statuses.get();
    }

    private void count(Status status) {
        statuses.incrementAndGet();
    }

    @Override
    public void close() {
        writeback.close();
        directory.close();
    }
}
