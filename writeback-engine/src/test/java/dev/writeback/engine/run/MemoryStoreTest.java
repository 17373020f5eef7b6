package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.Arriving;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.WritebackStoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends WritebackStoreContract {

    @Override
    protected WritebackStore emptyStore() {
        return new MemoryStore();
    }

    @Test
    void refuses_to_settle_what_nobody_claimed_and_changes_nothing() {
        MemoryStore store = new MemoryStore();
        Arriving.at(store, "cloud", Mailboxes.changes(2, 1, "x"), "1");
        List<WorkItem> items = store.work().claim(new Claim.Next(2, Instant.EPOCH));
        List<Settlement> released = items.stream().map(Settlement::released).toList();
        assertThatThrownBy(() -> store.work().settle(List.of(released.get(0), released.get(0))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("object mailbox-0 is settled twice at once");
        store.work().settle(released);
        assertThatThrownBy(() -> store.work().settle(released))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("object mailbox-0 is settled, but nobody claimed it");
        assertThat(store.work().claim(new Claim.Next(3, Instant.EPOCH))).hasSize(2);
    }

    @Test
    void keeps_nothing_about_waits_that_are_over() {
        MemoryStore store = new MemoryStore();
        Arriving.at(store, "cloud", Mailboxes.changes(5, 1, "x"), "1");
        List<Settlement.End> ends = List.of(new Settlement.Done(), new Settlement.Escrowed(Instant.MAX));
        for (int round = 1; round <= ends.size(); round++) {
            Settlement.End end = ends.get(round - 1);
            settle(store, new Claim.Next(9, Instant.EPOCH), waiting());
            assertThat(store.awaitsNothing()).isFalse();
            settle(store, new Claim.Objects(List.of(Mailboxes.id(0), Mailboxes.id(1))), end);
            settle(store, new Claim.Objects(List.of(Mailboxes.id(2))), new Settlement.Released());
            Arriving.at(store, "cloud", List.of(Mailboxes.change(77, round)), "2");
            Arriving.at(store, "cloud", List.of(Mailboxes.change(78, round)), "3");
            settle(store, new Claim.Next(9, Instant.EPOCH), end);
            assertThat(store.awaitsNothing()).isTrue();
            store.work().reopen(new Selection.All(), Instant.EPOCH);
            settle(store, new Claim.Next(9, Instant.EPOCH), waiting());
            store.work().reopen(new Selection.All(), Instant.EPOCH);
            assertThat(store.awaitsNothing()).isTrue();
            settle(store, new Claim.Next(9, Instant.EPOCH), waiting());
            settle(store, new Claim.Next(9, Instant.MAX), waiting());
            store.work().reopen(new Selection.All(), Instant.EPOCH);
            assertThat(store.awaitsNothing()).isTrue();
        }
    }

    private static void settle(MemoryStore store, Claim claim, Settlement.End end) {
        store.work()
                .settle(store.work().claim(claim).stream()
                        .map(item -> new Settlement(item, end, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private static Settlement.Waiting waiting() {
        return new Settlement.Waiting(Instant.MAX, List.of(Mailboxes.id(77), Mailboxes.id(78)));
    }
}
