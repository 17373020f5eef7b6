package dev.writeback.testkit.fault;

import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.List;

/** Runs some of whose calls fail. */
record FaultyRuns(Runs real, Injection faults) implements Runs {

    @Override
    public void keep(RunRecord run) {
        Trouble.ofStore(faults, Call.KEEP_RUN, Parts::none, () -> real.keep(run));
    }

    @Override
    public List<RunRecord> newest(int atMost) {
        return Trouble.ofStore(faults, Call.RUNS, Parts::none, () -> real.newest(atMost));
    }

    @Override
    public Account account(Instant since) {
        return Trouble.ofStore(faults, Call.RUNS, Parts::none, () -> real.account(since));
    }
}
