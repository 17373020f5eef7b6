package dev.writeback.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final CloudObjectId ID = CloudObjectId.of("ada");
    private static final Optional<EntryId> ENTRY =
            Optional.of(new EntryId(ObjectGuid.ofBytes(new byte[16]), Dn.of("CN=Ada,DC=x")));
    private static final AttributeDecision SET = decision("mail", Verdict.SET, List.of(), texts("ada@x"));
    private static final AttributeDecision CLEARED = decision("title", Verdict.CLEAR, texts("a", "b"), List.of());
    private static final AttributeDecision UNCHANGED = new AttributeDecision(
            AttributeName.of("department"),
            "Department",
            Optional.of(texts("R&D")),
            texts("R&D"),
            Optional.empty(),
            texts("R&D"),
            Verdict.UNCHANGED,
            "Both sides hold the same.",
            Optional.empty());
    private static final Problem PROBLEM =
            Problem.of(ErrorCode.DESTRUCTION_LIMIT, "Too much would be destroyed.", "Approve or reject the run.");

    @Test
    void a_plan_to_write_gives_its_modifications_in_the_order_of_the_decisions() {
        Plan plan = plan(List.of(SET, UNCHANGED, CLEARED), new Disposition.Write());
        assertThat(plan.writes()).isTrue();
        assertThat(plan.modifications())
                .extracting(Modification::attribute)
                .containsExactly(AttributeName.of("mail"), AttributeName.of("title"));
        assertThat(plan.destroyed()).isEqualTo(2);
    }

    @Test
    void a_plan_that_may_not_be_written_keeps_its_decisions_and_has_no_modifications() {
        Plan plan = plan(List.of(SET, CLEARED), new Disposition.Write());
        for (Plan stopped :
                List.of(plan.refused(PROBLEM), plan.skipped(SkipReason.PROTECTED_ENTRY, "The entry is privileged."))) {
            assertThat(stopped.writes()).isFalse();
            assertThat(stopped.modifications()).isEmpty();
            assertThat(stopped.destroyed()).isZero();
            assertThat(stopped.decisions()).isEqualTo(plan.decisions());
            assertThat(stopped.object()).isEqualTo(plan.object());
            assertThat(stopped.entry()).isEqualTo(plan.entry());
        }
        assertThat(plan.refused(PROBLEM).disposition()).isEqualTo(new Disposition.Refuse(PROBLEM));
        assertThat(plan.skipped(SkipReason.PROTECTED_ENTRY, "So.").disposition())
                .isEqualTo(new Disposition.Skip(SkipReason.PROTECTED_ENTRY, "So."));
    }

    @Test
    void a_plan_to_write_nothing_is_no_plan_to_write() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(List.of(UNCHANGED), new Disposition.Write()))
                .withMessage("the plan for ada is to write, and no decision changes anything");
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of(), new Disposition.Write()));
    }

    @Test
    void a_plan_to_write_knows_its_entry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(ID, Optional.empty(), List.of(SET), new Disposition.Write()))
                .withMessage("the plan for ada is to write, and its entry is not known");
    }

    @Test
    void what_is_not_to_be_written_needs_no_entry_and_no_decision() {
        Plan plan = new Plan(ID, Optional.empty(), List.of(), new Disposition.Refuse(PROBLEM));
        assertThat(plan.writes()).isFalse();
        assertThat(plan.modifications()).isEmpty();
    }

    @Test
    void decisions_are_found_by_attribute_in_whatever_case_and_by_verdict() {
        Plan plan = plan(List.of(SET, UNCHANGED, CLEARED), new Disposition.Write());
        assertThat(plan.decision(AttributeName.of("MAIL"))).contains(SET);
        assertThat(plan.decision(AttributeName.of("company"))).isEmpty();
        assertThat(plan.decisions(Verdict.CLEAR)).containsExactly(CLEARED);
        assertThat(plan.decisions(Verdict.DRIFT)).isEmpty();
    }

    @Test
    void a_plan_keeps_what_it_was_made_of() {
        List<AttributeDecision> decisions = new ArrayList<>(List.of(SET));
        Plan plan = plan(decisions, new Disposition.Write());
        decisions.clear();
        assertThat(plan.decisions()).containsExactly(SET);
    }

    @Test
    void a_decision_keeps_what_it_was_made_of() {
        List<AttributeValue> cloud = new ArrayList<>(texts("R&D"));
        List<AttributeValue> baseline = new ArrayList<>(texts("R&D"));
        AttributeDecision decision = new AttributeDecision(
                AttributeName.of("department"),
                "Department",
                Optional.of(cloud),
                texts("R&D"),
                Optional.of(baseline),
                texts("R&D"),
                Verdict.UNCHANGED,
                "Both sides hold the same.",
                Optional.empty());
        cloud.clear();
        baseline.clear();
        assertThat(decision.cloud()).contains(texts("R&D"));
        assertThat(decision.baseline()).contains(texts("R&D"));
        assertThat(decision.writes()).isFalse();
    }

    @Test
    void a_decision_about_one_attribute_does_not_write_another() {
        Optional<Modification> title = CLEARED.modification();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeDecision(
                        AttributeName.of("mail"),
                        "Mail",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Verdict.SET,
                        "",
                        title))
                .withMessage("the decision about mail modifies title");
    }

    @Test
    void a_modification_does_something() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Modification(AttributeName.of("mail"), List.of(), List.of()))
                .withMessage("the modification of mail changes nothing");
    }

    @Test
    void a_modification_destroys_what_nothing_takes_the_place_of() {
        assertThat(modification(texts("a", "b"), List.of()).destroyed()).isEqualTo(2);
        assertThat(modification(texts("a", "b"), texts("c")).destroyed()).isEqualTo(1);
        assertThat(modification(texts("a"), texts("b")).destroyed()).isZero();
        assertThat(modification(texts("a"), texts("b", "c")).destroyed()).isZero();
        assertThat(modification(List.of(), texts("b", "c")).destroyed()).isZero();
    }

    @Test
    void a_modification_keeps_what_it_was_made_of() {
        List<AttributeValue> remove = new ArrayList<>(texts("a"));
        List<AttributeValue> add = new ArrayList<>(texts("b"));
        Modification modification = modification(remove, add);
        remove.clear();
        add.clear();
        assertThat(modification).isEqualTo(modification(texts("a"), texts("b")));
    }

    @Test
    void a_problem_reads_as_one_line_and_leaves_the_server_out_of_it() {
        assertThat(PROBLEM).hasToString("Too much would be destroyed. Approve or reject the run.");
        assertThat(PROBLEM.diagnostic()).isEmpty();
        assertThat(new Problem(ErrorCode.REJECTED, "It is refused.", "Ask.", "00002014: ...").toString())
                .doesNotContain("00002014");
    }

    private static Plan plan(List<AttributeDecision> decisions, Disposition disposition) {
        return new Plan(ID, ENTRY, decisions, disposition);
    }

    private static AttributeDecision decision(
            String name, Verdict verdict, List<AttributeValue> before, List<AttributeValue> after) {
        AttributeName attribute = AttributeName.of(name);
        return new AttributeDecision(
                attribute,
                name,
                Optional.of(after),
                before,
                Optional.empty(),
                after,
                verdict,
                "The cloud says so.",
                Optional.of(new Modification(attribute, before, after)));
    }

    private static Modification modification(List<AttributeValue> remove, List<AttributeValue> add) {
        return new Modification(AttributeName.of("proxyAddresses"), remove, add);
    }

    private static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }

    @Test
    void a_redacted_decision_shows_none_of_its_values() {
        AttributeName pin = AttributeName.of("extensionAttribute9");
        AttributeDecision secret = new AttributeDecision(
                pin,
                "Redact([BadgePin])",
                Optional.of(List.of(AttributeValue.text("4711"))),
                List.of(AttributeValue.text("4710")),
                Optional.of(List.of(AttributeValue.text("4710"))),
                List.of(AttributeValue.text("4711")),
                Verdict.CHANGE,
                "The cloud changed it.",
                Optional.of(new Modification(
                        pin, List.of(AttributeValue.text("4710")), List.of(AttributeValue.text("4711")))),
                List.of(),
                Disclosure.REDACTED,
                Provenance.directory("unnamed"));
        Plan plan = new Plan(ID, ENTRY, List.of(secret), new Disposition.Write());

        assertThat(plan.modifications()).asString().contains("4711");
        assertThat(plan.shown().toString()).contains("[Redact]").doesNotContain("4711", "4710");
        assertThat(plan.shown().shown()).isEqualTo(plan.shown());
    }

    @Test
    void a_decision_that_may_be_shown_is_shown_as_it_is() {
        assertThat(UNCHANGED.shown()).isSameAs(UNCHANGED);
    }

    @Test
    void the_omissions_of_a_plan_are_those_of_its_decisions() {
        Omission omission = new Omission.Unresolved(CloudObjectId.of("7"), "It has no entry yet.");
        AttributeDecision partial = new AttributeDecision(
                UNCHANGED.attribute(),
                UNCHANGED.source(),
                UNCHANGED.cloud(),
                UNCHANGED.directory(),
                UNCHANGED.baseline(),
                UNCHANGED.result(),
                UNCHANGED.verdict(),
                UNCHANGED.reason(),
                Optional.empty(),
                List.of(omission),
                Disclosure.OPEN,
                Provenance.directory("unnamed"));

        assertThat(new Plan(ID, ENTRY, List.of(partial), new Disposition.Skip(SkipReason.REDUNDANT_EXPORT, "x"))
                        .omissions())
                .containsExactly(omission);
    }
}
