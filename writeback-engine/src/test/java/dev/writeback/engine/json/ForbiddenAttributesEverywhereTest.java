package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.Samples;
import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who wants an attribute written that nobody may write, under every name that it might go by. */
class ForbiddenAttributesEverywhereTest {

    private static final Planner PLANNER = new Planner(Profile.exchangeOnline());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAccountControl",
                "USERACCOUNTCONTROL",
                "1.2.840.113556.1.4.8",
                "OID.1.2.840.113556.1.4.8",
                "userAccountControl;x",
                "userAccountControl;range=0-1",
                "userAccountC\u03bfntrol",
                "u\u017feraccountcontrol",
                "userAccountControl\\u0000",
                "userAccountControl ",
                "msDS-KeyCredentialLink",
                "msDS-AllowedToActOnBehalfOfOtherIdentity"
            })
    void a_profile_with_it_is_no_profile(String target) {
        String document =
                "{\"name\":\"evil\",\"rules\":[{\"target\":\"%s\",\"source\":\"CustomAttribute1\"}]}".formatted(target);

        assertThatThrownBy(() -> ProfileJson.parse(document)).isInstanceOf(InvalidProfileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userAccountControl", "OID.1.2.840.113556.1.4.8", "member", "department"})
    void a_saved_plan_with_it_is_refused_although_its_seal_is_right(String attribute) throws IOException {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-online")) {
            json.add(plan(attribute));
        }

        Plan read = read(text.toString());

        assertThat(new SavedPlan(read, PLANNER.writes()).flaw()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.REJECTED);
            assertThat(problem.reason()).contains(attribute);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAccountControl",
                "1.2.840.113556.1.4.8",
                "extensionAttribute1;x",
                "extensi\u03bfnAttribute1",
                "EXTENSIONATTRIBUTE2"
            })
    void a_saved_plan_into_which_it_was_written_by_hand_is_no_plan(String attribute) throws IOException {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-online")) {
            json.add(plan("extensionAttribute1"));
        }
        String meddled = text.toString().replace("extensionAttribute1", attribute);

        assertThat(meddled).isNotEqualTo(text.toString());
        assertThatThrownBy(() -> read(meddled)).isInstanceOf(InvalidPlanException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userAccountControl", "OID.1.2.840.113556.1.4.8", "unicodePwd", "msDS-KeyCredentialLink"})
    void an_undo_leaves_it_whatever_the_journal_says(String attribute) {
        Change change = new Change(
                AttributeName.of(attribute), Samples.texts("before"), Samples.texts("after"), Disclosure.OPEN);
        Written write = new Written("run", Instant.EPOCH, Samples.ID, Samples.ENTRY, List.of(change));

        Plan plan = new UndoPlanner(Profile.exchangeOnline())
                .plan(Samples.ID, List.of(write), Samples.entry(attribute, "after"));

        assertThat(plan.modifications()).isEmpty();
        assertThat(plan.decisions(Verdict.KEPT))
                .singleElement()
                .satisfies(
                        kept -> assertThat(kept.reason()).isEqualTo(attribute + " may not be written to any entry."));
    }

    private static Plan plan(String attribute) {
        AttributeName name = AttributeName.of(attribute);
        List<AttributeValue> wanted = Samples.texts("512");
        AttributeDecision decision = new AttributeDecision(
                name,
                "CustomAttribute1",
                Optional.of(wanted),
                List.of(),
                Optional.empty(),
                wanted,
                Verdict.CHANGE,
                "The cloud owns it.",
                Optional.of(new Modification(name, List.of(), wanted)));
        return new Plan(Samples.ID, Optional.of(Samples.ENTRY), List.of(decision), new Disposition.Write());
    }

    private static Plan read(String document) throws IOException {
        try (PlanReader reader = PlanReader.of(new StringReader(document))) {
            return reader.next().orElseThrow();
        }
    }
}
