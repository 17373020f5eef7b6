package dev.writeback.testkit.fault;

import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.InstantSource;

/** A store some of whose transactions fail, before or after they took effect. */
final class FaultyStore implements WritebackStore {

    private final WritebackStore real;
    private final Injection faults;
    private final Announced announced = new Announced();

    FaultyStore(WritebackStore real, Injection faults) {
        this.real = real;
        this.faults = faults;
    }

    @Override
    public Intake intake() {
        return new FaultyIntake(real.intake(), faults);
    }

    @Override
    public WorkQueue work() {
        return new FaultyWork(real.work(), faults, announced);
    }

    @Override
    public Records records() {
        return new FaultyRecords(real.records(), faults, announced);
    }

    @Override
    public InstantSource clock(InstantSource own) {
        return real.clock(own);
    }

    @Override
    public void close() {
        real.close();
    }
}
