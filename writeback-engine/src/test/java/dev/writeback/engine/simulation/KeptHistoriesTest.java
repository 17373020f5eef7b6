package dev.writeback.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Histories that once ended badly, or were thought to, as short as they came out of the simulation. */
class KeptHistoriesTest {

    @Test
    void drift_that_a_reconciliation_accepted_is_not_repaired_by_the_next_one() {
        assertEndsWell("""
                cloud accept directory watching
                cloud 2 list RED
                deliver 3 2
                step A delta 99
                edit 2 list remove red
                """);
    }

    @Test
    void a_value_that_somebody_took_away_does_not_come_back_with_another_one() {
        assertEndsWell("""
                cloud report merge watching
                cloud 2 list RED,blue
                deliver 1 0
                step A delta 100
                cloud 2 list RED,green
                edit 2 list remove red
                """);
    }

    @Test
    void a_list_is_empty_where_each_side_took_away_what_the_other_one_left() {
        assertEndsWell("""
                cloud report merge watching
                cloud 0 list RED,green,blue
                deliver 4 0
                cloud 0 list green
                step A delta 100
                edit 0 list set red,blue
                """);
    }

    @Test
    void a_status_that_one_node_tells_late_is_not_the_last_word() {
        assertEndsWell("""
                cloud report merge watching
                meet lookup-busy
                cloud 2 text RED
                cloud 0 addresses SMTP:bob@x.test
                deliver 2 1
                step A initial 8
                step B initial 2
                reach B reporter
                step A delta 99
                step A initial 99
                """);
    }

    @Test
    void a_write_that_was_made_without_an_answer_and_undone_by_somebody_is_made_again() {
        assertEndsWell("""
                manual report directory watching
                meet write-done-and-breaks
                cloud 2 text green
                deliver 3 2
                step B delta 99
                edit 2 text set blue
                """);
    }

    @Test
    void a_write_that_only_spells_what_somebody_has_spelled_meanwhile_changes_nothing() {
        assertEndsWell("""
                cloud report merge watching
                edit 0 text set RED
                cloud 0 text red
                deliver 3 2
                reach A write
                edit 0 text set red
                """);
    }

    private static void assertEndsWell(String history) {
        try (Baton baton = new Baton()) {
            assertThat(Simulation.wrong(History.of(history), baton)).as(history).isEmpty();
        }
    }
}
