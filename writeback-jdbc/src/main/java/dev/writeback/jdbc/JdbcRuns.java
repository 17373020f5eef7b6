package dev.writeback.jdbc;

import dev.writeback.plan.Destruction;
import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Runs, which are not kept yet. */
final class JdbcRuns implements Runs {

    @Override
    public void keep(RunRecord run) {}

    @Override
    public List<RunRecord> newest(int atMost) {
        return List.of();
    }

    @Override
    public Account account(Instant since) {
        return new Account(0, Destruction.none(), OptionalLong.empty(), List.of());
    }
}
