package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.HolderOutcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniquenessTest {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");

    @Test
    void an_address_of_another_entry_is_held_back_and_named_and_the_rest_is_written() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:B@x.example")))) {
            rig.directory.setAll(1, "proxyAddresses", "SMTP:b@X.example");

            RunReport report = rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).containsExactly("SMTP:a@x.example");
            assertThat(report.counts().failed()).isEqualTo(1);
            assertThat(report.counts().written()).isEqualTo(1);
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.FAILURE);
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.ATTRIBUTE_VALUE_MUST_BE_UNIQUE);
            assertThat(status.problem().orElseThrow().reason())
                    .isEqualTo("The address 'smtp:b@x.example' for proxyAddresses is that of %s already."
                            .formatted(rig.directory.name(1)));
            assertThat(details(status)).contains("Taken proxyAddresses");
        }
    }

    @Test
    void an_address_that_was_held_back_is_written_once_nobody_has_it_any_more() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")))) {
            rig.directory.setAll(1, "proxyAddresses", "SMTP:b@x.example");
            rig.writeback.runOnce();
            rig.directory.setAll(1, "proxyAddresses", "SMTP:c@x.example");
            rig.time.advance(Duration.ofHours(1));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:b@x.example");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @ParameterizedTest
    @CsvSource({"mail, b@x.example", "targetAddress, SMTP:b@x.example", "userPrincipalName, B@x.example"})
    void it_is_another_entrys_in_whatever_attribute_that_has_it(String attribute, String value) {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")))) {
            rig.directory.setAll(1, attribute, value);

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).containsExactly("SMTP:a@x.example");
        }
    }

    @Test
    void a_primary_address_of_another_entry_leaves_the_addresses_as_they_are_and_writes_the_rest() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:b@x.example", "smtp:new@x.example")))) {
            rig.directory.setAll(0, "proxyAddresses", "SMTP:a@x.example");
            rig.directory.setAll(0, "mail", "a@x.example");
            rig.directory.setAll(1, "mail", "b@x.example");
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "rest")));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).containsExactly("SMTP:a@x.example");
            assertThat(rig.directory.text(0, "mail")).isEqualTo("a@x.example");
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("rest");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.FAILURE);
        }
    }

    @Test
    void nobody_is_asked_where_no_address_is_new() {
        try (Rig rig = Rig.telling(1, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")))) {
            rig.directory.setAll(0, "proxyAddresses", "SMTP:b@x.example", "smtp:a@x.example");
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "x")));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).contains("SMTP:a@x.example");
            assertThat(rig.directory.text(0, "mail")).isEqualTo("a@x.example");
            assertThat(rig.directory.questions).isEmpty();
        }
    }

    @Test
    void it_costs_a_search_more_a_batch() {
        try (Rig rig = Rig.telling(1000, addressed(1000))) {
            rig.writeback.runOnce();

            int operations = rig.directory.lookups.get() + rig.directory.questions.size() + rig.directory.writes.get();
            assertThat(rig.directory.writes).hasValue(1000);
            assertThat(operations).isLessThanOrEqualTo(1100);
        }
    }

    @Test
    void all_of_a_batch_is_asked_at_once() {
        try (Rig rig = Rig.telling(40, addressed(40))) {
            rig.writeback.plan(plan -> {});

            assertThat(rig.directory.questions).hasSize(1);
            assertThat(rig.directory.questions.get(0)).hasSize(80);
        }
    }

    @Test
    void where_a_warning_is_enough_it_is_written_and_told() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")));
                Writeback warning = rig.builder().uniqueness(Uniqueness.WARN).build()) {
            rig.directory.setAll(1, "proxyAddresses", "SMTP:b@x.example");

            warning.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:b@x.example");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.WARNING);
            assertThat(details(rig.statuses.last(0))).contains("Shared proxyAddresses", rig.directory.name(1));
        }
    }

    @Test
    void where_it_is_off_nobody_is_asked() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example")));
                Writeback off = rig.builder().uniqueness(Uniqueness.OFF).build()) {
            rig.directory.setAll(1, "proxyAddresses", "SMTP:a@x.example");

            off.runOnce();

            assertThat(rig.directory.questions).isEmpty();
            assertThat(rig.statuses.results(0)).containsExactly(Step.Result.SUCCESS);
        }
    }

    @Test
    void an_address_moves_from_one_mailbox_to_another_in_one_run() {
        try (Rig rig = agreed(2)) {
            rig.source.page(List.of(
                    addressed(0, 2, "SMTP:p0@x.example", "smtp:s1@x.example"), addressed(1, 2, "SMTP:p1@x.example")));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().failed()).isZero();
            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:s1@x.example");
            assertThat(rig.directory.values(1, ADDRESSES)).containsExactly("SMTP:p1@x.example");
        }
    }

    @Test
    void two_mailboxes_swap_their_primary_addresses_in_one_run() {
        try (Rig rig = agreed(2)) {
            rig.source.page(List.of(addressed(0, 2, "SMTP:p1@x.example"), addressed(1, 2, "SMTP:p0@x.example")));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().failed()).isZero();
            assertThat(rig.directory.values(0, ADDRESSES)).containsExactly("SMTP:p1@x.example");
            assertThat(rig.directory.values(1, ADDRESSES)).containsExactly("SMTP:p0@x.example");
        }
    }

    @Test
    void who_is_to_give_it_up_later_does_not_keep_it_from_another() {
        try (Rig rig = agreed(2)) {
            rig.directory.onWriteOf(
                    1, real -> new WriteOutcome.NotPermitted(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS)));
            rig.source.page(List.of(addressed(1, 2, "SMTP:p1@x.example")));
            rig.writeback.runOnce();
            rig.source.page(List.of(addressed(0, 3, "SMTP:p0@x.example", "smtp:s1@x.example")));

            rig.writeback.runOnce();

            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:s1@x.example");
        }
    }

    @Test
    void who_gives_an_address_up_only_if_it_gets_another_that_is_taken_keeps_it() {
        try (Rig rig = agreed(2)) {
            rig.directory.add(2);
            rig.directory.setAll(2, "proxyAddresses", "SMTP:z@x.example");
            rig.source.page(List.of(
                    addressed(0, 2, "SMTP:p0@x.example", "smtp:p1@x.example"), addressed(1, 2, "SMTP:z@x.example")));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(1, ADDRESSES)).contains("SMTP:p1@x.example");
            assertThat(rig.directory.values(0, ADDRESSES)).doesNotContain("smtp:p1@x.example");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.FAILURE);
        }
    }

    @Test
    void of_two_that_want_one_address_the_first_gets_it_and_the_other_is_told_of_it() {
        try (Rig rig = Rig.telling(
                2,
                List.of(
                        addressed(0, 1, "SMTP:a@x.example", "smtp:same@x.example"),
                        addressed(1, 1, "SMTP:b@x.example", "smtp:SAME@x.example")))) {
            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:same@x.example");
            assertThat(rig.directory.values(1, ADDRESSES)).containsExactly("SMTP:b@x.example");
            assertThat(rig.statuses.last(1).problem().orElseThrow().reason())
                    .contains("smtp:same@x.example", rig.directory.name(0), "mailbox-0");
        }
    }

    @Test
    void of_hundreds_on_many_workers_one_gets_it() {
        List<CloudChange> changes = new ArrayList<>();
        IntStream.range(0, 300)
                .forEach(i -> changes.add(addressed(i, 1, "SMTP:p%d@x.example".formatted(i), "smtp:same@x.example")));
        try (Rig rig = Rig.telling(300, changes, Limits.standard().withFailedPercent(null))) {
            rig.writeback.runOnce();

            assertThat(IntStream.range(0, 300)
                            .filter(i -> rig.directory.values(i, ADDRESSES).contains("smtp:same@x.example")))
                    .hasSize(1);
            assertThat(IntStream.range(0, 300)
                            .filter(i ->
                                    rig.directory.values(i, ADDRESSES).contains("SMTP:p%d@x.example".formatted(i))))
                    .hasSize(300);
        }
    }

    @Test
    void a_directory_that_cannot_tell_holds_nobody_up() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example")))) {
            rig.directory.setAll(1, "proxyAddresses", "SMTP:a@x.example");
            rig.directory.onHolders = (request, real) -> new HolderOutcome.CannotTell();

            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(1);
        }
    }

    @Test
    void where_the_directory_does_not_answer_nothing_is_given_twice() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example")))) {
            rig.directory.onHolders = (request, real) ->
                    new HolderOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE));
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(rig.directory.writes).hasValue(0);

            rig.directory.onHolders =
                    (request, real) -> new HolderOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_BUSY));
            assertThat(rig.writeback.runOnce().counts().failed()).isEqualTo(1);
            assertThat(rig.directory.writes).hasValue(0);

            rig.directory.onHolders = (request, real) -> real.get();
            rig.time.advance(Duration.ofHours(1));
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(1);
        }
    }

    @Test
    void a_fault_of_a_sink_that_is_asked_fails_those_that_it_was_asked_for() {
        try (Rig rig = Rig.telling(
                2, List.of(addressed(0, 1, "SMTP:a@x.example"), Mailboxes.change(1, 1, "CustomAttribute1", "x")))) {
            rig.directory.onHolders = (request, real) -> {
                throw new IllegalStateException("broken");
            };

            rig.writeback.runOnce();

            assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @Test
    void a_plan_shows_what_would_be_held_back_and_provision_does_it() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")))) {
            rig.directory.setAll(1, "mail", "b@x.example");
            List<Plan> plans = new ArrayList<>();

            rig.writeback.plan(plans::add);

            assertThat(plans.get(0).omissions())
                    .singleElement()
                    .satisfies(it -> assertThat(it.sentence()).contains("smtp:b@x.example", rig.directory.name(1)));
            ProvisionReport report = rig.writeback.provision(Mailboxes.id(0));
            assertThat(report.result()).isEqualTo(Step.Result.FAILURE);
            assertThat(rig.directory.values(0, ADDRESSES)).containsExactly("SMTP:a@x.example");
        }
    }

    @Test
    void a_saved_plan_that_would_share_an_address_is_not_carried_out_at_all() {
        try (Rig rig = Rig.telling(2, List.of(addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")))) {
            List<Plan> plans = new ArrayList<>();
            rig.writeback.plan(plans::add);
            rig.directory.setAll(1, "mail", "b@x.example");
            List<AppliedPlan> applied = new ArrayList<>();

            rig.writeback.apply(() -> PlanReader.of(new StringReader(document(plans))), applied::add);

            assertThat(applied.get(0).end()).isEqualTo(AppliedPlan.End.REFUSED);
            assertThat(applied.get(0).problem().orElseThrow().code())
                    .isEqualTo(ErrorCode.ATTRIBUTE_VALUE_MUST_BE_UNIQUE);
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void an_approved_plan_that_would_share_an_address_is_not_carried_out_at_all() {
        try (Rig rig = Rig.telling(2, addressed(2), Limits.standard().withDestructiveChanges(1))) {
            rig.directory.setAll(0, "proxyAddresses", "SMTP:old@x.example", "smtp:o1@x.example", "smtp:o2@x.example");
            rig.directory.setAll(1, "proxyAddresses", "SMTP:old1@x.example");
            rig.writeback.runOnce();
            rig.source.page(List.of(addressed(0, 2, "SMTP:new@x.example"), addressed(1, 2, "SMTP:new1@x.example")));
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            rig.directory.add(2);
            rig.directory.setAll(2, "mail", "new1@x.example");
            List<AppliedPlan> applied = new ArrayList<>();

            rig.writeback.approve(applied::add);

            assertThat(applied).anySatisfy(one -> {
                assertThat(one.plan().object()).isEqualTo(Mailboxes.id(1));
                assertThat(one.end()).isEqualTo(AppliedPlan.End.REFUSED);
                assertThat(one.problem().orElseThrow().code()).isEqualTo(ErrorCode.ATTRIBUTE_VALUE_MUST_BE_UNIQUE);
            });
            assertThat(rig.directory.values(1, ADDRESSES)).doesNotContain("SMTP:new1@x.example");
        }
    }

    @Test
    void an_undo_gives_an_address_back_although_another_has_it_and_says_so() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(addressed(0, 2, "SMTP:p0@x.example")));
            String run = rig.writeback.runOnce().cycleId();
            rig.directory.add(1);
            rig.directory.setAll(1, "mail", "s0@x.example");

            rig.writeback.undo(run);

            assertThat(rig.directory.values(0, ADDRESSES)).contains("smtp:s0@x.example");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.WARNING);
            assertThat(details(rig.statuses.last(0))).contains("Shared proxyAddresses", rig.directory.name(1));
        }
    }

    private static String document(List<Plan> plans) {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-online")) {
            for (Plan plan : plans) {
                json.add(plan);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String details(Status status) {
        return status.steps().stream()
                .filter(step -> step.type() == Step.Type.PROCESSING)
                .map(step -> step.details().toString())
                .reduce("", String::concat);
    }

    /** Mailboxes that both sides agree about, each with a primary address and another one. */
    private static Rig agreed(int mailboxes) {
        Rig rig = Rig.telling(mailboxes, addressed(mailboxes));
        rig.writeback.runOnce();
        rig.statuses.all.clear();
        return rig;
    }

    private static List<CloudChange> addressed(int mailboxes) {
        return IntStream.range(0, mailboxes)
                .mapToObj(i -> addressed(i, 1, "SMTP:p%d@x.example".formatted(i), "smtp:s%d@x.example".formatted(i)))
                .toList();
    }

    private static CloudChange addressed(int number, long version, String... addresses) {
        CloudChange.Update update = (CloudChange.Update) Mailboxes.addressed(number, version, addresses);
        var attributes = new LinkedHashMap<>(update.attributes());
        String primary = addresses[0].substring(addresses[0].indexOf(':') + 1);
        attributes.put(AttributeName.of("WindowsEmailAddress"), Mailboxes.texts(primary));
        return CloudChange.update(update.id(), version, update.anchors(), attributes);
    }
}
