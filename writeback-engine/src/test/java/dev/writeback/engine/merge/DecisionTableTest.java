package dev.writeback.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.merge.DecisionTable.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    private static final DecisionTable TABLE = DecisionTable.standard();

    private record Combination(
            Situation situation, Pass pass, Authority.Kind authority, Drift drift, FirstContact first) {}

    private static Stream<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            for (Pass pass : Pass.values()) {
                for (Authority.Kind authority : Authority.Kind.values()) {
                    for (Drift drift : Drift.values()) {
                        for (FirstContact first : FirstContact.values()) {
                            all.add(new Combination(situation, pass, authority, drift, first));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static void each(BiConsumer<Combination, Row> look) {
        all().forEach(one -> look.accept(one, TABLE.row(one.situation, one.pass, one.authority, one.drift, one.first)));
    }

    @Test
    void every_combination_has_one_row_and_every_row_a_combination() {
        Set<Row> used = new HashSet<>();
        each((one, row) -> {
            used.add(row);
            assertThat(TABLE.rows().stream().filter(other -> fits(other, one))).containsExactly(row);
        });
        assertThat(used).containsExactlyInAnyOrderElementsOf(TABLE.rows());
        assertThat(TABLE.rows()).extracting(Row::rule).doesNotHaveDuplicates();
    }

    private static boolean fits(Row row, Combination one) {
        String policy = DecisionTable.word(DecisionTable.policy(one.situation, one.drift, one.first));
        return row.fits(one.situation, one.pass, one.authority, policy);
    }

    @Test
    void a_profile_has_policies_on_drift_and_others_on_the_first_contact() {
        assertThat(DecisionTable.policies(Situation.DIRECTORY_CHANGED)).containsExactly((Enum<?>[]) Drift.values());
        assertThat(DecisionTable.policies(Situation.FIRST_CONTACT_DIFFERENT))
                .containsExactly((Enum<?>[]) FirstContact.values());
    }

    @Test
    void what_agrees_is_left_whoever_has_the_authority() {
        each((one, row) -> {
            if (one.situation == Situation.AGREED) {
                assertThat(row.action()).isEqualTo(Action.LEAVE);
            }
        });
    }

    @Test
    void the_directorys_own_is_never_written() {
        each((one, row) -> {
            if (one.authority == Authority.Kind.DIRECTORY) {
                assertThat(row.action()).isIn(Action.LEAVE, Action.KEEP);
            }
        });
    }

    @Test
    void a_conflict_is_decided_by_the_authority_and_by_nothing_else() {
        each((one, row) -> {
            if (one.situation == Situation.CONFLICT) {
                assertThat(row.action())
                        .isEqualTo(
                                switch (one.authority) {
                                    case CLOUD -> Action.CLOUD;
                                    case DIRECTORY -> Action.KEEP;
                                    case NEWEST -> Action.NEWEST;
                                    case MANUAL -> Action.PARK;
                                    case RESOLVER -> Action.ASK;
                                });
            }
        });
    }

    @Test
    void drift_alone_is_never_repaired_by_a_run_unless_the_profile_says_so() {
        each((one, row) -> {
            if (one.situation == Situation.DIRECTORY_CHANGED && one.pass == Pass.CHANGES) {
                boolean repairs = one.drift == Drift.REPAIR && one.authority != Authority.Kind.DIRECTORY;
                assertThat(row.action() == Action.REPAIR).isEqualTo(repairs);
            }
        });
    }

    @Test
    void a_reconciliation_repairs_what_the_cloud_is_the_authority_for() {
        each((one, row) -> {
            if (one.situation == Situation.DIRECTORY_CHANGED
                    && one.pass == Pass.RECONCILIATION
                    && one.authority == Authority.Kind.CLOUD) {
                assertThat(row.action()).isEqualTo(one.drift == Drift.ACCEPT ? Action.ACCEPT : Action.REPAIR);
            }
        });
    }

    @Test
    void what_a_reconciliation_accepts_the_next_one_does_not_repair() {
        each((one, row) -> {
            if (one.situation == Situation.AS_AGREED && one.drift == Drift.ACCEPT) {
                assertThat(row.action()).isIn(Action.LEAVE, Action.KEEP);
            }
        });
    }

    @Test
    void what_only_the_cloud_changed_is_written_whatever_the_policies() {
        each((one, row) -> {
            if (one.situation == Situation.CLOUD_CHANGED && one.authority != Authority.Kind.DIRECTORY) {
                assertThat(row.action()).isEqualTo(Action.WRITE);
            }
        });
    }

    @Test
    void the_values_of_the_directory_are_replaced_at_first_contact_only_where_the_profile_says_so() {
        each((one, row) -> {
            if (row.action() == Action.REPLACE) {
                assertThat(one.first).isEqualTo(FirstContact.CLOUD);
                assertThat(one.situation.isFirstContact()).isTrue();
            }
            if (one.situation == Situation.FIRST_CONTACT_COMPATIBLE && one.first == FirstContact.MERGE) {
                assertThat(row.action()).isIn(Action.MERGE, Action.KEEP);
            }
        });
    }

    @Test
    void only_a_person_and_a_resolver_are_asked() {
        each((one, row) -> {
            if (row.action() == Action.PARK) {
                assertThat(one.authority).isEqualTo(Authority.Kind.MANUAL);
            }
            if (row.action() == Action.ASK) {
                assertThat(one.authority).isEqualTo(Authority.Kind.RESOLVER);
            }
        });
    }

    @Test
    void every_reason_is_a_sentence_that_names_no_value() {
        assertThat(TABLE.rows()).allSatisfy(row -> {
            assertThat(row.reason()).matches("[A-Z].*\\.");
            assertThat(row.reason().replace("%s", "")).doesNotContain("%");
        });
    }
}
