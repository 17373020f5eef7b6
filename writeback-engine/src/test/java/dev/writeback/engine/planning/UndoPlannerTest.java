package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.ENTRY;
import static dev.writeback.engine.planning.Samples.ID;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoPlannerTest {

    private static final String ADDRESSES = "proxyAddresses";
    private static final String SINGLE = "extensionAttribute1";

    private final UndoPlanner planner = new UndoPlanner(Profile.exchangeOnline());

    @Test
    void sets_what_a_run_cleared_and_clears_what_it_set() {
        Plan plan = plan(
                entry("extensionAttribute2", "new"),
                change(SINGLE, texts("old"), texts()),
                change("extensionAttribute2", texts(), texts("new")));
        assertThat(plan.writes()).isTrue();
        assertThat(decision(plan, SINGLE).verdict()).isEqualTo(Verdict.SET);
        assertThat(decision(plan, SINGLE).result()).isEqualTo(texts("old"));
        assertThat(decision(plan, "extensionAttribute2").verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(decision(plan, SINGLE).provenance().rule()).isEqualTo("undo");
    }

    @Test
    void goes_back_value_by_value_and_names_what_is_left() {
        Plan plan = plan(
                entry(ADDRESSES, texts("SMTP:A@x", "smtp:b@x", "smtp:theirs@x")),
                change(ADDRESSES, texts("SMTP:a@x", "smtp:gone@x"), texts("smtp:a@x", "SMTP:b@x")));
        AttributeDecision decision = decision(plan, ADDRESSES);
        assertThat(decision.result())
                .containsExactlyInAnyOrderElementsOf(texts("SMTP:A@x", "smtp:b@x", "smtp:theirs@x", "smtp:gone@x"));
        assertThat(decision.omissions())
                .extracting(Omission::sentence)
                .containsExactly("Somebody has changed SMTP:A@x, smtp:b@x since run r wrote it, so that is left.");
        assertThat(UndoPlanner.left(plan)).isEqualTo(1);
    }

    @Test
    void does_not_bring_back_what_the_run_only_respelled_and_somebody_removed() {
        Plan plan = plan(
                entry(ADDRESSES, texts("SMTP:b@x")),
                change(ADDRESSES, texts("SMTP:a@x"), texts("smtp:a@x", "SMTP:b@x")));
        assertThat(decision(plan, ADDRESSES).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(plan.writes()).isFalse();
    }

    @Test
    void leaves_addresses_that_would_have_two_primaries() {
        Plan plan = plan(
                entry(ADDRESSES, texts("smtp:a@x", "smtp:b@x", "SMTP:c@x")),
                change(ADDRESSES, texts("SMTP:a@x", "smtp:b@x"), texts("smtp:a@x", "SMTP:b@x")));
        assertThat(decision(plan, ADDRESSES).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(decision(plan, ADDRESSES).reason())
                .isEqualTo("Somebody has changed it since run r wrote it, and going back would leave"
                        + " 2 primary SMTP addresses, so it is left.");
    }

    @Test
    void leaves_addresses_that_would_have_no_primary() {
        Plan plan = plan(
                entry(ADDRESSES, texts("SMTP:b@x", "smtp:theirs@x")), change(ADDRESSES, texts(), texts("SMTP:b@x")));
        assertThat(decision(plan, ADDRESSES).reason()).contains("leave no primary SMTP address, so it is left");
        assertThat(plan.disposition()).isInstanceOf(Disposition.Skip.class);
    }

    @Test
    void restores_an_entry_that_had_no_address_at_all() {
        Plan plan = plan(entry(ADDRESSES, texts("SMTP:b@x")), change(ADDRESSES, texts(), texts("SMTP:b@x")));
        assertThat(decision(plan, ADDRESSES).verdict()).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void goes_back_over_several_writes_of_a_run() {
        Plan plan = planner.plan(
                ID,
                List.of(
                        written("r", change(SINGLE, texts("x"), texts("y"))),
                        written("r", change(SINGLE, texts("y"), texts("z")))),
                entry(SINGLE, "z"));
        assertThat(decision(plan, SINGLE).result()).isEqualTo(texts("x"));
    }

    @Test
    void goes_back_no_further_than_to_what_somebody_wrote_between_two_writes_of_the_run() {
        Plan plan = planner.plan(
                ID,
                List.of(
                        written("r", change(SINGLE, texts("x"), texts("y"))),
                        written("r", change(SINGLE, texts("theirs"), texts("z")))),
                entry(SINGLE, "z"));
        assertThat(decision(plan, SINGLE).result()).isEqualTo(texts("theirs"));
        assertThat(decision(plan, SINGLE).omissions()).hasSize(1);
    }

    @Test
    void leaves_what_the_profile_no_longer_has_and_what_nobody_may_write() {
        Plan plan = plan(
                entry(), change("department", texts("a"), texts("b")), change("adminCount", texts("0"), texts("1")));
        assertThat(plan.writes()).isFalse();
        assertThat(decision(plan, "department").reason())
                .isEqualTo("department is left, because the profile no longer has it.");
        assertThat(decision(plan, "adminCount").reason()).isEqualTo("adminCount may not be written to any entry.");
        assertThat(UndoPlanner.left(plan)).isEqualTo(2);
    }

    @Test
    void leaves_an_entry_that_is_no_longer_in_scope() {
        Plan plan = planner.plan(
                ID,
                List.of(written("r", change(SINGLE, texts("x"), texts("y")))),
                entry(SINGLE, "y").outOfScope("It is elsewhere."));
        assertThat(plan.disposition())
                .isInstanceOfSatisfying(
                        Disposition.Skip.class,
                        skip -> assertThat(skip.reason()).isEqualTo(SkipReason.NOT_IN_SCOPE));
    }

    @Test
    void leaves_a_single_value_that_somebody_changed_or_removed_since() {
        Plan removed = plan(entry(), change(SINGLE, texts("a"), texts("b")));
        Plan changed = plan(entry(SINGLE, "c"), change(SINGLE, texts("a"), texts()));

        for (Plan plan : List.of(removed, changed)) {
            assertThat(decision(plan, SINGLE).verdict()).isEqualTo(Verdict.KEPT);
            assertThat(decision(plan, SINGLE).reason())
                    .isEqualTo("Somebody has changed it since run r wrote it, so it is left.");
            assertThat(plan.disposition())
                    .isInstanceOfSatisfying(
                            Disposition.Skip.class,
                            skip -> assertThat(skip.sentence())
                                    .isEqualTo("What run r wrote cannot go back; the decisions say why."));
        }
    }

    @Test
    void has_nothing_to_do_where_the_entry_is_as_it_was_before_the_run() {
        Plan plan = plan(entry(SINGLE, "a"), change(SINGLE, texts("a"), texts("b")));

        assertThat(decision(plan, SINGLE).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(decision(plan, SINGLE).source()).isEqualTo("run r");
        assertThat(UndoPlanner.left(plan)).isZero();
        assertThat(plan.disposition())
                .isInstanceOfSatisfying(
                        Disposition.Skip.class,
                        skip -> assertThat(skip.sentence())
                                .isEqualTo("The entry is as it was before run r; there is nothing to undo."));
    }

    @Test
    void takes_an_alias_away_beside_one_primary_or_none_whatever_came_since() {
        Change added = change(ADDRESSES, texts("SMTP:a@x"), texts("SMTP:a@x", "smtp:b@x"));
        Change addedAlone = change(ADDRESSES, texts(), texts("smtp:b@x"));

        assertThat(decision(plan(entry(ADDRESSES, texts("SMTP:a@x", "smtp:b@x", "smtp:c@x")), added), ADDRESSES)
                        .result())
                .containsExactlyInAnyOrderElementsOf(texts("SMTP:a@x", "smtp:c@x"));
        assertThat(decision(plan(entry(ADDRESSES, texts("smtp:b@x", "smtp:c@x")), addedAlone), ADDRESSES)
                        .result())
                .isEqualTo(texts("smtp:c@x"));
    }

    @Test
    void shows_no_value_that_the_journal_or_the_profile_says_is_not_to_be_seen() {
        Rule redacting = Rule.computed(SINGLE, Expression.parse("Redact([Secret])", List.of()));
        UndoPlanner discreet =
                new UndoPlanner(Profile.builder("own").rule(redacting).build());
        Change open = change(SINGLE, texts("a"), texts("b"));
        Change secret = new Change(AttributeName.of(SINGLE), texts("a"), texts("b"), Disclosure.REDACTED);

        assertThat(decision(discreet.plan(ID, List.of(written("r", open)), entry(SINGLE, "b")), SINGLE)
                        .disclosure())
                .isEqualTo(Disclosure.REDACTED);
        assertThat(decision(plan(entry(SINGLE, "b"), secret), SINGLE).disclosure())
                .isEqualTo(Disclosure.REDACTED);
        assertThat(decision(plan(entry(SINGLE, "b"), open), SINGLE).disclosure())
                .isEqualTo(Disclosure.OPEN);
    }

    @Test
    void restores_values_that_are_not_to_be_seen_and_shows_none_of_them() {
        Change secret = new Change(
                AttributeName.of(ADDRESSES),
                texts("SMTP:a@x", "smtp:secret@x"),
                texts("SMTP:a@x", "smtp:other@x"),
                Disclosure.REDACTED);
        Plan plan = plan(entry(ADDRESSES, texts("SMTP:a@x", "smtp:Other@x")), secret);
        assertThat(plan.modifications()).isNotEmpty();
        assertThat(plan.shown().toString()).doesNotContainIgnoringCase("secret").doesNotContainIgnoringCase("other@");
    }

    @Test
    void moves_the_directorys_side_of_what_is_agreed_and_leaves_the_clouds() {
        Plan plan = plan(entry(SINGLE, "y"), change(SINGLE, texts("x"), texts("y")));
        Map<AttributeName, Agreement> agreed = Map.of(AttributeName.of(SINGLE), new Agreement(texts("y"), texts("y")));
        assertThat(UndoPlanner.agreed(plan, new Baseline(Optional.of(ENTRY), agreed))
                        .agreement(AttributeName.of(SINGLE)))
                .contains(new Agreement(texts("y"), texts("x")));
        assertThat(UndoPlanner.agreed(plan, Baseline.none())).isEqualTo(Baseline.none());
    }

    @Test
    void refuses_writes_of_two_runs() {
        List<Written> writes = List.of(
                written("r", change(SINGLE, texts("x"), texts("y"))),
                written("other", change(SINGLE, texts("y"), texts("z"))));
        assertThatThrownBy(() -> planner.plan(ID, writes, entry(SINGLE, "z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }

    private Plan plan(DirectoryEntry now, Change... changes) {
        return planner.plan(ID, List.of(written("r", changes)), now);
    }

    private static AttributeDecision decision(Plan plan, String name) {
        return plan.decision(AttributeName.of(name)).orElseThrow();
    }

    private static Written written(String run, Change... changes) {
        return new Written(run, Instant.EPOCH, ID, ENTRY, List.of(changes));
    }

    private static Change change(String name, List<AttributeValue> before, List<AttributeValue> after) {
        return new Change(AttributeName.of(name), before, after, Disclosure.OPEN);
    }
}
