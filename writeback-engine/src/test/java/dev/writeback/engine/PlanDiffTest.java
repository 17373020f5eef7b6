package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.Baseline;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.PlanDiff;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

    private final Planner planner = new Planner(Profile.exchangeOnline());

    @Test
    void it_reads_like_a_diff_with_the_reason_behind_each_change() {
        String text = PlanDiff.text(planner.plan(
                Samples.cloud(
                        "CustomAttribute1",
                        "Research",
                        "CustomAttribute2",
                        null,
                        "CustomAttribute3",
                        List.of("a", "b"),
                        "ExtensionCustomAttribute1",
                        List.of("x", "y")),
                Samples.entry("extensionAttribute1", "Sales", "extensionAttribute2", "old"),
                Baseline.none(),
                Circumstances.plain()));

        assertThat(text).isEqualTo("""
                        ~ CN=Ada,OU=People,DC=corp,DC=example
                          - extensionAttribute1: Sales
                          + extensionAttribute1: Research   # First contact: CustomAttribute1 is the authority for it.
                          - extensionAttribute2: old   # First contact: CustomAttribute2 is the authority for it.
                          ! extensionAttribute3   # extensionAttribute3 takes one value, but CustomAttribute3 states several.
                          + msExchExtensionCustomAttribute1: x
                          + msExchExtensionCustomAttribute1: y   # First contact: ExtensionCustomAttribute1 is the authority for it.
                        """);
    }

    @Test
    void what_is_left_alone_and_what_is_refused_say_why() {
        assertThat(PlanDiff.text(planner.plan(
                        Samples.cloud(),
                        Samples.entry().outOfScope("It is elsewhere."),
                        Baseline.none(),
                        Circumstances.plain())))
                .isEqualTo("= CN=Ada,OU=People,DC=corp,DC=example   # NotInScope: It is elsewhere.\n");
        assertThat(PlanDiff.text(Planner.refused(
                        Samples.ID, Problem.of(ErrorCode.ENTRY_NOT_FOUND, "No entry has it.", "Look for it."))))
                .isEqualTo("! object " + Samples.ID + "   # EntryNotFound: No entry has it. Look for it.\n");
    }

    @Test
    void of_a_plan_that_is_not_carried_out_no_changes_are_shown() {
        var plan = planner.plan(
                Samples.cloud("CustomAttribute1", "x"), Samples.entry(), Baseline.none(), Circumstances.plain());

        assertThat(PlanDiff.lines(plan.skipped(SkipReason.PROTECTED_ENTRY, "It is privileged.")))
                .hasSize(1);
        assertThat(PlanDiff.lines(plan)).hasSize(2);
    }

    @Test
    void a_value_can_neither_forge_a_line_nor_speak_to_the_terminal() {
        String text = PlanDiff.text(planner.plan(
                Samples.cloud("CustomAttribute1", "a\n+ admin: yes\u001b[2J\u202egnp"),
                Samples.entry(),
                Baseline.none(),
                Circumstances.plain()));

        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("a\\u000a+ admin: yes\\u001b[2J\\u202egnp");
    }
}
