package dev.writeback.testkit.fault;

import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A queue some of whose calls fail. As the port has it, what cannot be settled is nobody's again. */
record FaultyWork(WorkQueue real, Injection faults, Announced announced) implements WorkQueue {

    @Override
    public List<WorkItem> claim(Claim claim) {
        Supplier<List<WorkItem>> lost = () -> {
            List<WorkItem> items = real.claim(claim);
            // Nobody heard of them, so nobody could ever settle them.
            real.settle(items.stream().map(announced::left).toList());
            return items;
        };
        return faults.strike(Call.CLAIM, () -> claim instanceof Claim.Objects it ? Parts.of(it.ids()) : Parts.none())
                .map(strike -> strike.meet(lost, fault -> {
                    throw Sayings.ofStore(Call.CLAIM);
                }))
                .orElseGet(() -> real.claim(claim));
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        Optional<Strike> strike = faults.strike(
                Call.SETTLE,
                () -> Parts.of(settlements.stream()
                        .map(one -> one.item().object().id())
                        .toList()));
        if (strike.isPresent() && strike.get().isBefore()) {
            real.settle(
                    settlements.stream().map(one -> announced.left(one.item())).toList());
            throw strike.get().thrown(Call.SETTLE);
        }
        real.settle(settlements);
        announced.settled(settlements);
        if (strike.isPresent()) {
            throw strike.get().thrown(Call.SETTLE);
        }
    }

    @Override
    public int reopen(Selection selection, Instant now) {
        return Trouble.ofStore(
                faults,
                Call.REOPEN,
                () -> selection instanceof Selection.Objects it ? Parts.of(it.ids()) : Parts.none(),
                () -> real.reopen(selection, now));
    }

    @Override
    public boolean holds() {
        return Trouble.instead(faults, Call.HOLDS, real::holds, () -> false);
    }
}
