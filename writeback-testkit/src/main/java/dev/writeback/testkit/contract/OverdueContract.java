package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Expired;
import dev.writeback.spi.Settlement.Held;
import dev.writeback.spi.Settlement.Released;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must do for objects that have waited too long. Part of {@link WritebackStoreContract}. */
abstract class OverdueContract extends SinceContract {

    private static final Instant YEARS_LATER = NOW.plusSeconds(100_000_000);

    @Test
    void hands_out_what_is_overdue_whether_it_is_pending_or_in_escrow() {
        arrives(0, "escrowed");
        arrives(1, "pending");
        arrives(100, "at the limit");
        arrives(101, "later");
        store.finish(store.named("escrowed"), new Escrowed(YEARS_LATER));
        assertThat(ids(store.overdue(10, NOW.plusSeconds(100))))
                .as("what waits since before the limit, be it in escrow for years; not what waits since just then")
                .containsExactlyInAnyOrder("escrowed", "pending");
        assertThat(store.overdue(10, NOW.plusSeconds(100)))
                .as("what is overdue and in another's hands")
                .isEmpty();
    }

    @Test
    void leaves_alone_what_is_not_overdue_through_a_failure_of_its_own() {
        String[] all = {"resting", "waiting", "parked", "expired", "held", "in hand"};
        arrives(0, all);
        store.finish(store.named("resting"), new Done());
        store.finish(store.named("waiting"), waitingFor("other"));
        store.finish(store.named("parked"), PARKED);
        store.finish(store.named("expired"), new Expired(SamplePlans.PROBLEM));
        store.finish(store.named("held"), new Held(SamplePlans.of("held")));
        store.named("in hand");
        assertThat(store.overdue(10, YEARS_LATER))
                .as("what is overdue of objects that rest, wait for others or for a person, or are in a worker's hands")
                .isEmpty();
    }

    @Test
    void hands_out_what_is_overdue_longest_first_and_no_more_than_was_asked_for() {
        arrives(0, "third", "second", "first");
        store.accept("1", List.of(), NOW.plusSeconds(1), text("second", 2, "y"));
        store.accept("2", List.of(), NOW.plusSeconds(2), text("third", 2, "y"));
        store.finish(store.named("first"), new Escrowed(YEARS_LATER));
        assertThat(ids(store.overdue(2, YEARS_LATER)))
                .as("two of three objects that are overdue; the first has failed and waits longest all the same")
                .containsExactly("first", "second");
        assertThat(ids(store.overdue(2, YEARS_LATER)))
                .as("the rest of three objects that are overdue")
                .containsExactly("third");
    }

    @Test
    void takes_an_overdue_object_back_to_where_it_was_when_it_is_released() {
        arrives(0, "escrowed", "pending");
        store.finish(store.named("escrowed"), new Escrowed(YEARS_LATER));
        store.finish(store.overdue(10, YEARS_LATER), new Released());
        assertThat(Stream.of("escrowed", "pending").map(id -> store.holding(id).state()))
                .as("how two overdue objects stand that were only released")
                .containsExactly(Holding.State.ESCROWED, Holding.State.PENDING);
        assertHandsOut(10, "what is pending; the other one is still in escrow", "pending");
        assertThat(ids(store.overdue(10, YEARS_LATER)))
                .as("what is overdue again after it was released, and in nobody's hands")
                .containsExactly("escrowed");
    }

    private void arrives(long seconds, String... objects) {
        store.accept(
                "0." + seconds,
                List.of(),
                NOW.plusSeconds(seconds),
                Stream.of(objects).map(id -> text(id, 1, "x")).toArray(CloudChange[]::new));
    }
}
