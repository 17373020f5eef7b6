package dev.writeback.testkit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a server to its column of the table of differences: one that appears fails, and so does one that is gone. A server
 * that is {@linkplain ControllerUnderTest#like() like none that was measured} has no column, and is asked nothing.
 */
public abstract class DifferencesContract extends ControllerContract {

    /** For those who extend it. */
    protected DifferencesContract() {}

    @TestFactory
    Stream<DynamicTest> the_answer_is_the_one_in_the_table() {
        return place.controller().like().stream()
                .flatMap(server -> Probes.all().stream()
                        .map(probe -> DynamicTest.dynamicTest(probe.asked(), () -> check(probe, server))));
    }

    private void check(Probe probe, MeasuredServer server) {
        assertThat(ControllerDifference.all())
                .filteredOn(row -> row.asked().equals(probe.asked()))
                .extracting(row -> row.expectedOf(server))
                .as(
                        "%s: what the table of differences says of %s; mend the table if the answer is right",
                        probe.asked(), server)
                .containsExactly(probe.answer(place));
    }

    @Test
    void every_row_of_the_table_is_asked_and_is_a_difference() {
        assertThat(ControllerDifference.all())
                .extracting(ControllerDifference::asked)
                .containsExactlyInAnyOrderElementsOf(
                        Probes.all().stream().map(Probe::asked).toList());
        assertThat(ControllerDifference.all()).noneMatch(row -> row.lab().equals(row.inMemory()));
    }
}
