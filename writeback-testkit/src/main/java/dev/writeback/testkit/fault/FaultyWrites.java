package dev.writeback.testkit.fault;

import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes of which some fail. */
record FaultyWrites(DirectorySink real, Injection faults) {

    WriteOutcome write(EntryWrite write) {
        return strike(write).map(it -> meet(it, write)).orElseGet(() -> real.write(write));
    }

    /**
     * Those that nothing happens to are written together, as they would have been; the others after them. What is behind one
     * that throws never comes.
     */
    List<WriteOutcome> writeAll(List<EntryWrite> all) {
        List<Optional<Strike>> strikes = strikes(all);
        List<EntryWrite> spared = IntStream.range(0, strikes.size())
                .filter(i -> strikes.get(i).isEmpty())
                .mapToObj(all::get)
                .toList();
        if (spared.size() == all.size()) {
            return real.writeAll(all);
        }
        Iterator<WriteOutcome> done = (spared.isEmpty() ? List.<WriteOutcome>of() : real.writeAll(spared)).iterator();
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < strikes.size(); i++) {
            EntryWrite write = all.get(i);
            outcomes.add(strikes.get(i).map(strike -> meet(strike, write)).orElseGet(done::next));
        }
        return outcomes;
    }

    private List<Optional<Strike>> strikes(List<EntryWrite> all) {
        List<Optional<Strike>> strikes = new ArrayList<>();
        for (EntryWrite write : all) {
            Optional<Strike> strike = strike(write);
            strikes.add(strike);
            if (strike.filter(it -> it.fault() instanceof Fault.Throwing).isPresent()) {
                break;
            }
        }
        return strikes;
    }

    private Optional<Strike> strike(EntryWrite write) {
        return faults.strike(Call.WRITE, () -> List.of(Parts.of(write)));
    }

    private WriteOutcome meet(Strike strike, EntryWrite write) {
        return strike.meet(() -> real.write(write), FaultyWrites::outcome);
    }

    private static WriteOutcome outcome(Fault fault) {
        if (fault instanceof Fault.Cut) {
            return new WriteOutcome.Unknown(Sayings.unknown());
        }
        Problem problem = Sayings.ofDirectory(fault);
        if (fault instanceof Fault.Unavailable away) {
            return new WriteOutcome.Unavailable(problem, away.extent());
        }
        return switch (problem.code()) {
            case ENTRY_CONFLICT -> new WriteOutcome.Stale(problem);
            case ENTRY_NOT_FOUND -> new WriteOutcome.Missing(problem);
            case INSUFFICIENT_RIGHTS -> new WriteOutcome.NotPermitted(problem);
            case OUTCOME_UNKNOWN -> new WriteOutcome.Unknown(problem);
            case DIRECTORY_UNAVAILABLE, DIRECTORY_BUSY, REPLICA_BEHIND, SIGN_IN_FAILED, CERTIFICATE_NOT_TRUSTED ->
                new WriteOutcome.Unavailable(problem, Extent.DIRECTORY);
            default -> new WriteOutcome.Rejected(problem);
        };
    }
}
