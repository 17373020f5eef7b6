package dev.writeback.testkit.fault;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holdings some of whose calls fail. */
record FaultyHoldings(Holdings real, Injection faults) implements Holdings {

    @Override
    public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
        return Trouble.ofStore(faults, Call.HOLDINGS, Parts::none, () -> real.page(states, after, atMost));
    }

    @Override
    public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
        return Trouble.ofStore(
                faults,
                Call.HOLDINGS,
                () -> entries.stream()
                        .map(guid -> new Touched(Set.of(), Set.of(guid)))
                        .toList(),
                () -> real.ofEntries(entries));
    }

    @Override
    public List<Holding> of(Collection<CloudObjectId> ids) {
        return Trouble.ofStore(faults, Call.HOLDINGS, () -> Parts.of(ids), () -> real.of(ids));
    }

    @Override
    public Map<Holding.State, Long> count() {
        return Trouble.ofStore(faults, Call.HOLDINGS, Parts::none, real::count);
    }
}
