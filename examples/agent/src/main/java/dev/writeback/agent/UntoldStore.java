package dev.writeback.agent;

import dev.writeback.plan.Status;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.InstantSource;
import java.util.List;

/** A store for previews: it keeps its statuses for the next run, which has somebody to tell them to. */
record UntoldStore(WritebackStore store) implements WritebackStore, Records, Outbox {

    @Override
    public Intake intake() {
        return store.intake();
    }

    @Override
    public WorkQueue work() {
        return store.work();
    }

    @Override
    public Records records() {
        return this;
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Journal journal() {
        return store.records().journal();
    }

    @Override
    public Holdings holdings() {
        return store.records().holdings();
    }

    @Override
    public List<Status> undelivered(int atMost) {
        return List.of();
    }

    @Override
    public void delivered(List<Status> statuses) {
        if (!statuses.isEmpty()) {
            throw new IllegalStateException("a preview delivers nothing");
        }
    }

    @Override
    public InstantSource clock(InstantSource own) {
        return store.clock(own);
    }

    @Override
    public void close() {
        store.close();
    }
}
