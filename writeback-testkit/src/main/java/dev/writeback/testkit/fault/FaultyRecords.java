package dev.writeback.testkit.fault;

import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;

/** Records some of whose calls fail. */
record FaultyRecords(Records real, Injection faults, Announced announced) implements Records {

    @Override
    public Outbox outbox() {
        return new FaultyOutbox(real.outbox(), faults);
    }

    @Override
    public Journal journal() {
        return new FaultyJournal(real.journal(), faults, announced);
    }

    @Override
    public Holdings holdings() {
        return new FaultyHoldings(real.holdings(), faults);
    }
}
