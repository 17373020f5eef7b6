package dev.writeback.jdbc;

import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;

/** What there is to tell. */
final class JdbcRecords implements Records {

    private final Outbox outbox;
    private final Journal journal;
    private final Holdings holdings;

    JdbcRecords(Database database) {
        outbox = new JdbcOutbox(database);
        journal = new JdbcJournal(database);
        holdings = new JdbcHoldings(database);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Holdings holdings() {
        return holdings;
    }
}
