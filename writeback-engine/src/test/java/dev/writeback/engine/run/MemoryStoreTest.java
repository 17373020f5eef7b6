package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.WritebackStoreContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends WritebackStoreContract {

    @Override
    protected WritebackStore emptyStore() {
        return new MemoryStore();
    }

    @Test
    void refuses_to_settle_what_nobody_claimed_and_changes_nothing() {
        MemoryStore store = new MemoryStore();
        store.intake().accept("cloud", Mailboxes.changes(2, 1, "x"), List.of(), new Cursor("1"));
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
}
