package dev.writeback.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

    private static final byte[] ORDINARY = {1, 2, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 80, 4, 0, 0};
    private final Planner planner = new Planner(Profile.exchangeOnline(), Scope.everything());
    private final Guard guard = new Guard(Protection.full());

    @Test
    void an_ordinary_entry_may_be_written() {
        DirectoryEntry entry =
                Samples.entry("objectSid", ORDINARY, "adminCount", "0", "isCriticalSystemObject", "FALSE");

        assertThat(guard.check(plan(entry), entry)).isEqualTo(plan(entry)).matches(Plan::writes);
    }

    @ParameterizedTest
    @CsvSource({"adminCount,1,adminCount", "adminCount,2,adminCount", "isCriticalSystemObject,TRUE,critical"})
    void a_privileged_entry_is_left_alone(String attribute, String value, String sentence) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, attribute, value);

        assertProtected(guard.check(plan(entry), entry), sentence);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "512", "999"})
    void one_of_the_domains_own_accounts_is_left_alone(int rid) {
        byte[] sid = ORDINARY.clone();
        sid[12] = (byte) rid;
        sid[13] = (byte) (rid >> 8);

        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @Test
    void an_entry_whose_security_identifier_cannot_be_read_is_left_alone() {
        DirectoryEntry entry = Samples.entry("objectSid", new byte[] {1, 2, 3});

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @Test
    void a_privileged_entry_that_the_host_names_may_be_written() {
        DirectoryEntry entry = Samples.entry("adminCount", "1");

        assertThat(new Guard(new Protection(Set.of(Samples.ENTRY.dn()))).check(plan(entry), entry))
                .matches(Plan::writes);
    }

    @Test
    void the_budget_admits_what_fits_and_whatever_destroys_nothing() {
        DestructionBudget budget = new DestructionBudget(1);
        DirectoryEntry two = Samples.entry("msExchExtensionCustomAttribute1", List.of("a", "b"));
        Plan clearsTwo = planner.plan(
                Samples.cloud("ExtensionCustomAttribute1", null), two, Baseline.none(), Circumstances.plain());
        DirectoryEntry one = Samples.entry("extensionAttribute1", "x");
        Plan clearsOne =
                planner.plan(Samples.cloud("CustomAttribute1", null), one, Baseline.none(), Circumstances.plain());
        Plan changes =
                planner.plan(Samples.cloud("CustomAttribute1", "y"), one, Baseline.none(), Circumstances.plain());

        assertThat(budget.admits(0, clearsTwo)).isFalse();
        assertThat(budget.admits(0, clearsOne)).isTrue();
        assertThat(budget.admits(1, clearsOne)).isFalse();
        assertThat(budget.admits(1, changes)).isTrue();
        assertThat(budget.problem(1, clearsOne).code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
        assertThat(budget.problem(1, clearsOne).reason()).contains("destroyed 1", "1 more", "limit of 1");
        assertThatThrownBy(() -> new DestructionBudget(-1)).hasMessageContaining("0 or more");
    }

    private Plan plan(DirectoryEntry entry) {
        return planner.plan(Samples.cloud("CustomAttribute1", "new"), entry, Baseline.none(), Circumstances.plain());
    }

    private static void assertProtected(Plan plan, String sentence) {
        assertThat(plan.disposition()).isInstanceOfSatisfying(Disposition.Skip.class, skip -> {
            assertThat(skip.reason()).isEqualTo(SkipReason.PROTECTED_ENTRY);
            assertThat(skip.sentence()).contains(sentence);
        });
        assertThat(plan.modifications()).isEmpty();
    }
}
