package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.spi.Holding;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store must refuse, and what it must vouch for. Part of {@link WritebackStoreContract}. */
abstract class RefusalContract extends StatesContract {

    @Test
    void changes_nothing_when_it_refuses_to_settle_an_object_that_nobody_claimed() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        List<WorkItem> released = store.named("b");
        store.finish(released, new Settlement.Released());
        List<WorkItem> mine = store.named("a");
        assertRefused("an object that is claimed, with one that nobody claimed", mine.get(0), released.get(0));
        assertThat(store.named("a", "b"))
                .as("what is in nobody's hands when a settlement of both was refused")
                .extracting(item -> item.object().id().value())
                .containsExactly("b");
        store.finish(mine, new Done());
        assertRefused("an object that was settled before", mine.get(0));
    }

    @Test
    void changes_nothing_when_it_refuses_to_settle_an_object_twice_at_once() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.named("a");
        assertRefused("an object twice at once", mine.get(0), mine.get(0));
        assertThat(store.named("a"))
                .as("the object by its name, when a settlement was refused and it still is in a worker's hands")
                .isEmpty();
        store.finish(mine, new Done());
        assertThat(store.holding("a").state())
                .as("how the object stands when it was settled after a refusal")
                .isEqualTo(Holding.State.RESTING);
    }

    @Test
    void vouches_for_what_was_just_handed_out() {
        store.accept("1", text("a", 1, "x"));
        store.next(1);
        assertThat(store.store().work().holds())
                .as("whether what was just handed out is this process's; if not, it may never write")
                .isTrue();
    }

    @Test
    void has_a_clock_that_does_not_go_back() {
        InstantSource clock = store.store().clock(InstantSource.fixed(NOW));
        Instant before = clock.instant();
        assertThat(clock.instant())
                .as("what the clock says that due times go by, after it said %s", before)
                .isAfterOrEqualTo(before)
                .isAfter(Instant.EPOCH);
    }

    private void assertRefused(String what, WorkItem... items) {
        Holding before = store.holding("a");
        Throwable refusal = catchThrowable(() -> store.store()
                .work()
                .settle(List.of(items).stream().map(RefusalContract::settled).toList()));
        assertThat(refusal)
                .as("what comes of settling %s; two workers may have written one entry", what)
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.holding("a"))
                .as("how the object stands when a settlement was refused: %s", what)
                .isEqualTo(before);
        assertThat(store.undelivered(10))
                .as("statuses of a settlement that was refused: %s", what)
                .isEmpty();
        assertThat(store.store().records().journal().read(Optional.empty(), 0, 10))
                .as("the journal of a settlement that was refused: %s", what)
                .isEmpty();
    }

    private static Settlement settled(WorkItem item) {
        String object = item.object().id().value();
        return new Settlement(
                item,
                new Done(),
                Optional.of(SampleRecords.agreedWith(1)),
                Optional.of(SampleStatuses.plain("of " + object)),
                new Journaling(List.of(SampleRecords.written("run 1", object)), Optional.empty()));
    }
}
