package dev.writeback.testkit.fault;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory some of whose calls fail. */
final class FaultySink implements DirectorySink {

    private final DirectorySink real;
    private final Injection faults;
    private final FaultyLookups lookups;
    private final FaultyWrites writes;
    /** Whether a page of the watch broke off; the watch itself may be asked for anew for each page. */
    private final AtomicBoolean broken = new AtomicBoolean();

    FaultySink(DirectorySink real, Injection faults) {
        this.real = real;
        this.faults = faults;
        this.lookups = new FaultyLookups(real, faults);
        this.writes = new FaultyWrites(real, faults);
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        return lookups.lookup(request);
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        return writes.write(write);
    }

    @Override
    public List<WriteOutcome> writeAll(List<EntryWrite> all) {
        return writes.writeAll(all);
    }

    @Override
    public int writesAtOnce() {
        return real.writesAtOnce();
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return faults.strike(
                        Call.CHECK, () -> List.of(new Touched(request.writes().keySet(), Set.of())))
                .map(strike -> strike.meet(() -> real.check(request), fault -> List.of(finding(fault))))
                .orElseGet(() -> real.check(request));
    }

    private static Finding finding(Fault fault) {
        return new Finding(
                fault instanceof Fault.Refused ? Finding.Level.ERROR : Finding.Level.UNREACHABLE,
                "faults",
                Sayings.ofDirectory(fault).reason(),
                Sayings.ofDirectory(fault).action());
    }

    @Override
    public HolderOutcome holders(HolderRequest request) {
        return faults.strike(Call.HOLDERS, Parts::none)
                .map(strike -> strike.<HolderOutcome>meet(
                        () -> real.holders(request),
                        fault -> new HolderOutcome.Unavailable(Sayings.ofDirectory(fault))))
                .orElseGet(() -> real.holders(request));
    }

    @Override
    public Optional<DirectoryWatch> watch() {
        return real.watch().map(watch -> new FaultyWatch(watch, faults, broken));
    }

    @Override
    public ScopeRead scope(ScopeConditions conditions) {
        return faults.strike(Call.SCOPE, Parts::none)
                .map(strike -> strike.<ScopeRead>meet(
                        () -> real.scope(conditions), fault -> new ScopeRead.Unresolved(Sayings.ofDirectory(fault))))
                .orElseGet(() -> real.scope(conditions));
    }

    @Override
    public boolean canName(DirectoryEntry holder, Dn named) {
        return real.canName(holder, named);
    }

    @Override
    public Optional<Dn> forest() {
        return Trouble.instead(faults, Call.FOREST, real::forest, Optional::empty);
    }

    @Override
    public Optional<ReplicaMark> mark(String server) {
        return Trouble.instead(faults, Call.MARK, () -> real.mark(server), Optional::empty);
    }

    @Override
    public void close() {
        real.close();
    }
}
