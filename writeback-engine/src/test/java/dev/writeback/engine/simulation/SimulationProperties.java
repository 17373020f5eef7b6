package dev.writeback.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What holds whatever the cloud, the directory, the network and the two nodes do. {@code simulation.histories} asks for
 * more histories than a build plays; each is drawn from its number, so that a failure can be seen again.
 */
class SimulationProperties {

    private static final long EACH_BUILD = 500;
    private static final long HISTORIES = Long.getLong("simulation.histories", EACH_BUILD);
    private static final Baton BATON = new Baton();

    @AfterContainer
    static void endTheSecondNode() {
        BATON.close();
    }

    @Property(tries = 2000)
    void whatever_happens_nothing_is_lost_and_all_comes_to_rest(@ForAll("histories") History history) {
        assertThat(Simulation.wrong(history, BATON)).as(history.toString()).isEmpty();
    }

    @Property(tries = 50)
    void the_same_history_goes_the_same_way_to_the_byte(@ForAll("histories") History history) {
        assertThat(Simulation.transcript(history, BATON)).isEqualTo(Simulation.transcript(history, BATON));
    }

    @Property(tries = 200)
    void a_history_reads_as_it_is_written(@ForAll("histories") History history) {
        assertThat(History.of(history.toString())).isEqualTo(history);
    }

    @Property(tries = 1)
    void so_many_numbered_histories_end_well() {
        long began = System.nanoTime();
        for (long number = 0; number < HISTORIES; number++) {
            History history = Chance.history(number);
            if (!Simulation.wrong(history, BATON).isEmpty()) {
                History shortest = Shrinking.shortest(
                        history, one -> !Simulation.wrong(one, BATON).isEmpty());
                assertThat(Simulation.wrong(shortest, BATON))
                        .as("history %d%n%s", number, shortest)
                        .isEmpty();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (HISTORIES > EACH_BUILD) {
            System.out.printf("%d histories, %.0f a second%n", HISTORIES, HISTORIES / seconds);
        }
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Event> event = Arbitraries.randomValue(random -> new Chance(random).event());
        Arbitrary<List<Event>> events = event.list().ofMinSize(1).ofMaxSize(50);
        return Combinators.combine(Arbitraries.of(Policy.all()), events).as(History::new);
    }
}
