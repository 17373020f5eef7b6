package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final int MAILBOXES = 20;

    @Test
    void the_standard_limits_values_of_a_run_failures_and_missing_objects() {
        Limits standard = Limits.standard();

        assertThat(standard.destructiveChanges()).isEqualTo(500);
        assertThat(standard.cycle()).isEqualTo(Budget.unlimited().withValues(Most.of(500)));
        assertThat(standard.hour()).isEqualTo(Budget.unlimited());
        assertThat(standard.failedPercent()).isEqualTo(50);
        assertThat(standard.missingPercent()).isEqualTo(50);
        assertThat(standard.writesPerSecond()).isNull();
    }

    @Test
    void what_is_no_limit_is_refused_by_its_name() {
        Limits limits = Limits.standard();

        assertThatThrownBy(() -> limits.withFailedPercent(101))
                .hasMessage("limits.failedPercent is 101; it must be 0 to 100");
        assertThatThrownBy(() -> limits.withMissingPercent(0))
                .hasMessage("limits.missingPercent is 0; it must be 1 to 100");
        assertThatThrownBy(() -> limits.withCycle(Budget.unlimited()))
                .hasMessageContaining("limits.destructiveChanges is missing");
        assertThatThrownBy(() -> Most.of(-1)).hasMessageContaining("0 or more");
    }

    @ParameterizedTest
    @CsvSource({
        "cycle, values, number, limits.destructiveChanges",
        "cycle, values, percent, limits.percent.destructiveChanges",
        "cycle, addresses, number, limits.addresses",
        "cycle, addresses, percent, limits.percent.addresses",
        "cycle, entries, number, limits.entries",
        "cycle, entries, percent, limits.percent.entries",
        "hour, values, number, limits.hour.destructiveChanges",
        "hour, values, percent, limits.hour.percent.destructiveChanges",
        "hour, addresses, number, limits.hour.addresses",
        "hour, addresses, percent, limits.hour.percent.addresses",
        "hour, entries, number, limits.hour.entries",
        "hour, entries, percent, limits.hour.percent.entries"
    })
    void each_limit_holds_a_run_before_the_write_that_would_pass_it(
            String span, String measure, String unit, String key) {
        // Each write loses one value and removes one address; 10 % of 20 objects are 2.
        Most most = unit.equals("number") ? Most.of(2) : Most.percent(10);
        Budget free = Budget.unlimited().withValues(Most.of(100));
        Budget strict = with(span.equals("cycle") ? free : Budget.unlimited(), measure, most);
        Limits limits = span.equals("cycle")
                ? Limits.standard().withCycle(withNumber(strict))
                : Limits.standard().withHour(strict);
        try (Rig rig = clearing(limits)) {
            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
            assertThat(report.problem().orElseThrow().reason()).contains(key + " allows", "to 3 ");
            assertThat(rig.directory.applied).hasValue(2);
            assertThat(rig.writeback.approve(plan -> {}).applied()).isEqualTo(MAILBOXES - 2);
        }
    }

    @Test
    void an_hour_counts_what_all_runs_wrote_in_it_and_what_was_approved() {
        Limits limits = Limits.standard().withHour(Budget.unlimited().withEntries(Most.of(5)));
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(3, 1, "a"), limits)) {
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(3);
            rig.time.advance(Duration.ofMinutes(30));
            rig.source.page(Mailboxes.changes(3, 2, "b"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().written()).isEqualTo(2);
            assertThat(report.counts().held()).isEqualTo(1);
            assertThat(rig.writeback.approve(plan -> {}).applied()).isEqualTo(1);
            rig.time.advance(Duration.ofMinutes(15));
            rig.source.page(Mailboxes.changes(1, 3, "c"));
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            rig.writeback.reject();
            rig.time.advance(Duration.ofMinutes(62));
            rig.source.page(Mailboxes.changes(1, 4, "d"));
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void a_value_in_the_place_of_another_is_not_lost_but_an_address_is_removed() {
        Limits lost = Limits.standard().withDestructiveChanges(0);
        Limits removed = lost.withCycle(lost.cycle().withAddresses(Most.of(0)));
        try (Rig rig = new Rig(1, List.of(Mailboxes.addressed(0, 1, address(0, 1))), removed)) {
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            rig.source.page(List.of(Mailboxes.addressed(0, 2, address(0, 2))));
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            rig.writeback.reject();
            rig.source.page(List.of(Mailboxes.addressed(0, 3, address(0, 3))));
            try (Writeback other = rig.builder().limits(lost).build()) {
                assertThat(other.runOnce().counts().written()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 100, HELD", "50, 40, COMPLETED_WITH_FAILURES", "0, 1, HELD", ", 150, COMPLETED_WITH_FAILURES"})
    void a_run_of_which_too_much_fails_is_held(Integer percent, int failing, Ending ending) {
        int mailboxes = 150;
        Limits limits = Limits.standard().withFailedPercent(percent);
        try (Rig rig = new Rig(mailboxes, List.of(), limits)) {
            IntStream.range(mailboxes - failing, mailboxes).forEach(rig.directory::remove);
            rig.source.page(Mailboxes.changes(mailboxes, 1, "x"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(ending);
            assertThat(report.counts().failed()).isEqualTo(failing);
            if (ending == Ending.HELD) {
                assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.FAILURE_LIMIT);
            }
        }
    }

    @Test
    void what_fails_again_holds_no_run() {
        try (Rig rig = new Rig(0, Mailboxes.changes(150, 1, "x"))) {
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            rig.writeback.approve(plan -> {});
            rig.time.advance(Duration.ofHours(1));

            RunReport again = rig.writeback.runOnce();

            assertThat(again.counts().failed()).isEqualTo(150);
            assertThat(again.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
        }
    }

    @Test
    void a_few_that_all_fail_hold_no_run() {
        try (Rig rig = new Rig(0, Mailboxes.changes(99, 1, "x"))) {
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
        }
    }

    /** A directory that agrees with the cloud about addresses; and then the cloud clears a text and changes each. */
    private static Rig clearing(Limits limits) {
        Rig rig = new Rig(MAILBOXES, states(1, "old"), limits);
        try (Writeback before = rig.builder().limits(Limits.standard()).build()) {
            before.runOnce();
        }
        rig.directory.applied.set(0);
        rig.time.advance(Duration.ofHours(2));
        rig.source.page(states(2, ""));
        return rig;
    }

    private static List<CloudChange> states(int version, String text) {
        return IntStream.range(0, MAILBOXES)
                .mapToObj(number -> Mailboxes.change(
                        number, version, "CustomAttribute1", text, "EmailAddresses", address(number, version)))
                .toList();
    }

    private static String address(int number, int version) {
        return "SMTP:a%d-%d@x.example".formatted(version, number);
    }

    private static Budget with(Budget budget, String measure, Most most) {
        return switch (measure) {
            case "values" -> budget.withValues(most);
            case "addresses" -> budget.withAddresses(most);
            default -> budget.withEntries(most);
        };
    }

    /** The number of values of a run is always limited. */
    private static Budget withNumber(Budget budget) {
        Integer number = budget.values().number();
        return budget.withValues(
                new Most(number == null ? 100 : number, budget.values().percent()));
    }
}
