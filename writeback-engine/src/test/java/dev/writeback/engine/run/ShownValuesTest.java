package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.guard.Guard;
import dev.writeback.engine.guard.Protection;
import dev.writeback.engine.guard.Restraint;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.Planner;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.WorkItem;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a status shows of a plan. */
class ShownValuesTest {

    private static final SettableClock TIME = SettableClock.at("2026-11-21T10:00:00Z");
    private static final AttributeName ATTRIBUTE = AttributeName.of("extensionAttribute1");
    private static final List<AttributeValue> SECRET = List.of(AttributeValue.text("secret"));

    @Test
    void steps_hold_no_value_that_is_not_to_be_seen() {
        List<Step> steps = steps(decision(Verdict.CONFLICT, List.of(), Disclosure.REDACTED));
        assertThat(steps.toString()).contains("[Redact]").doesNotContain("secret");
        assertThat(steps(decision(Verdict.CONFLICT, List.of(), Disclosure.OPEN)).toString())
                .contains("secret");
    }

    @Test
    void neither_a_status_nor_an_answer_on_demand_holds_a_value_that_is_not_to_be_seen() {
        Case one = one();
        Plan plan = plan(decision(Verdict.SET, List.of(), Disclosure.REDACTED));
        one.conclude(Conclusion.written(plan));
        Planner planner = new Planner(Profile.exchangeOnline());
        Cycle cycle = new Cycle("cycle", TIME.instant(), Cycle.Kind.DELTA, AcceptedDomains.all());

        Status status = new StatusWriter(parts(planner)).status(cycle, one, Conclusion.written(plan));
        OnDemand.Shown shown = OnDemand.Shown.of(one, planner).orElseThrow();

        assertThat(status.toString()).contains("[Redact]").doesNotContain("secret");
        assertThat(shown.toString()).contains("[Redact]").doesNotContain("secret");
        assertThat(plan.modifications().toString()).contains("secret");
    }

    @Test
    void what_is_held_back_is_a_warning_that_names_the_attribute() {
        Omission held = new Omission.HeldBack("An address of contoso.example is held back.");
        List<Step> steps = steps(decision(Verdict.SET, List.of(held), Disclosure.OPEN));
        assertThat(steps)
                .filteredOn(step -> step.type() == Step.Type.PROCESSING)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.result()).isEqualTo(Step.Result.WARNING);
                    assertThat(step.details())
                            .containsEntry(
                                    "HeldBack extensionAttribute1", "An address of contoso.example is held back.");
                });
    }

    @Test
    void what_waits_is_a_warning_of_the_resolution_and_not_of_the_processing() {
        Omission first = new Omission.Unresolved(Mailboxes.id(7), "First.");
        Omission second = new Omission.Unresolved(Mailboxes.id(8), "Second.");
        List<Step> steps = steps(decision(Verdict.SET, List.of(first, second), Disclosure.OPEN));
        assertThat(steps)
                .filteredOn(step -> step.result() == Step.Result.WARNING)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.type()).isEqualTo(Step.Type.REFERENCE_RESOLUTION);
                    assertThat(step.details()).containsEntry("Unresolved extensionAttribute1", "First. Second.");
                });
    }

    private static List<Step> steps(AttributeDecision decision) {
        return Steps.of(one(), Conclusion.written(plan(decision)), List.of());
    }

    private static Case one() {
        CloudObject object = CloudObject.of(Mailboxes.change(1, 1));
        Case one = new Case(new WorkItem(object, Baseline.none(), 1, 0, List.of()), TIME);
        one.refer(Set.of(Mailboxes.id(7), Mailboxes.id(8)));
        return one;
    }

    private static Plan plan(AttributeDecision decision) {
        return new Plan(
                Mailboxes.id(1),
                Optional.of(MapDirectory.entryId(Mailboxes.guid(1))),
                List.of(decision),
                new Disposition.Write());
    }

    private static Parts parts(Planner planner) {
        return new Parts(
                new ScriptedSource(),
                MapDirectory.of(0),
                new MemoryStore(),
                new Scoping(MapDirectory.of(0), new MemoryStore(), ScopeConditions.none(), TIME, "job"),
                planner,
                new Guard(Protection.full()),
                Restraint.ofValues(500),
                new RetrySchedule(Duration.ofSeconds(30), Duration.ofHours(6), Duration.ofHours(72)),
                1,
                OptionalInt.empty(),
                TIME,
                () -> "id",
                new EntryNames(TIME),
                () -> 0,
                Optional.empty(),
                new Reservations(Uniqueness.REFUSE),
                "job");
    }

    private static AttributeDecision decision(Verdict verdict, List<Omission> omissions, Disclosure disclosure) {
        return new AttributeDecision(
                ATTRIBUTE,
                "CustomAttribute1",
                Optional.of(SECRET),
                List.of(),
                Optional.empty(),
                SECRET,
                verdict,
                "The cloud states it.",
                Optional.of(new Modification(ATTRIBUTE, List.of(), SECRET)),
                omissions,
                disclosure,
                Provenance.directory("unnamed"));
    }
}
