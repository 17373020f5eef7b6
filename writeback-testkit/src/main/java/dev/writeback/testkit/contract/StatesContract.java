package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holding.State;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Expired;
import dev.writeback.spi.Settlement.Held;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must tell of the objects that stand alike. Part of {@link WritebackStoreContract}. */
abstract class StatesContract extends OutOfScopeContract {

    private static final int OF_EACH = 3;

    @Test
    void pages_through_the_objects_that_stand_as_asked_for() {
        arrange();
        for (State state : State.values()) {
            assertPages(Set.of(state));
        }
        assertPages(EnumSet.of(State.RESTING, State.HELD));
        assertPages(EnumSet.complementOf(EnumSet.of(State.RESTING)));
        assertPages(Holdings.EVERY);
    }

    @Test
    void counts_how_many_objects_stand_how() {
        assertThat(holdings().count()).as("the states of no objects").isEmpty();
        arrange();
        store.named("PENDING 0", "HELD 1", "WAITING 2");
        Map<State, Long> expected = new EnumMap<>(State.class);
        Holdings.EVERY.forEach(state -> expected.put(state, (long) OF_EACH));
        assertThat(holdings().count())
                .as("how many objects stand how; one in a worker's hands stands as it did before")
                .isEqualTo(expected);
    }

    /** Their names mix the states, so that no page holds those of one state alone. */
    private void arrange() {
        List<String> all = IntStream.range(0, OF_EACH)
                .boxed()
                .flatMap(number -> names(Holdings.EVERY, number))
                .toList();
        store.accept("1", all.stream().map(id -> text(id, 1, "x")).toArray(CloudChange[]::new));
        all.forEach(id -> {
            Optional<Settlement.End> end = end(id);
            end.ifPresent(it -> store.finish(store.named(id), it));
        });
    }

    private static Optional<Settlement.End> end(String id) {
        return switch (State.valueOf(id.substring(0, id.indexOf(' ')))) {
            case RESTING -> Optional.of(new Done());
            case PENDING -> Optional.empty();
            case ESCROWED -> Optional.of(new Escrowed(NOW.plusSeconds(30), Optional.of(SamplePlans.PROBLEM)));
            case WAITING -> Optional.of(waitingFor("other"));
            case PARKED -> Optional.of(PARKED);
            case EXPIRED -> Optional.of(new Expired(SamplePlans.PROBLEM));
            case OUT_OF_SCOPE -> Optional.of(new Settlement.OutOfScope());
            case HELD -> Optional.of(new Held(SamplePlans.of(id)));
        };
    }

    private static Stream<String> names(Set<State> states, int number) {
        return states.stream().map(state -> state + " " + number);
    }

    private void assertPages(Set<State> states) {
        List<String> reached = new ArrayList<>();
        Optional<CloudObjectId> after = Optional.empty();
        List<Holding> page = holdings().page(states, after, 2);
        while (!page.isEmpty() && reached.size() < OF_EACH * State.values().length) {
            page.forEach(one -> reached.add(one.object().id().value()));
            after = Optional.of(page.get(page.size() - 1).object().id());
            page = holdings().page(states, after, 2);
        }
        assertThat(reached)
                .as("what pages of 2 tell, up to the first empty one, of the objects that are %s", states)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, OF_EACH)
                        .boxed()
                        .flatMap(number -> names(states, number))
                        .toList());
    }

    private Holdings holdings() {
        return store.store().records().holdings();
    }
}
