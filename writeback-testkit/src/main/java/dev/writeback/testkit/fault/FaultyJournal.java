package dev.writeback.testkit.fault;

import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Runs;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A journal some of whose calls fail. */
record FaultyJournal(Journal real, Injection faults, Announced announced) implements Journal {

    @Override
    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
        Trouble.ofStore(
                faults, Call.ANNOUNCE, () -> writes.stream().map(Parts::of).toList(), () -> {
                    real.announce(writes, worth);
                    announced.add(writes);
                });
    }

    @Override
    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
        return Trouble.ofStore(faults, Call.JOURNAL, Parts::none, () -> real.read(run, after, atMost));
    }

    @Override
    public Runs runs() {
        return new FaultyRuns(real.runs(), faults);
    }
}
