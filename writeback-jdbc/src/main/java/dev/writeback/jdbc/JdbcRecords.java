package dev.writeback.jdbc;

import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;

/** What there is to tell. */
record JdbcRecords(Outbox outbox, Journal journal, Holdings holdings) implements Records {

    static Records of(Parts parts) {
        return new JdbcRecords(parts.outbox(), new JdbcJournal(parts), new JdbcHoldings(parts.database()));
    }
}
