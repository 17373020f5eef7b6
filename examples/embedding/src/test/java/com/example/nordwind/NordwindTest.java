package com.example.nordwind;

import static dev.writeback.testkit.assertion.WritebackAssertions.assertThat;
import static dev.writeback.testkit.fault.When.first;
import static dev.writeback.testkit.fault.When.nth;
import static dev.writeback.testkit.fault.When.touching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.Writeback;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Verdict;
import dev.writeback.testkit.assertion.HeldEntry;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as a whole: its export, its engine, its folder. */
class NordwindTest {

    @TempDir
    Path folder;

    private final RecordingReporter statuses = new RecordingReporter();
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");

    private PeopleUnderTest people;
    private Export export;
    private ObjectGuid ada;
    private CloudMailbox mailbox;

    @BeforeEach
    void begin() {
        people = new PeopleUnderTest(folder);
        export = Export.in(folder);
        ada = people.add("ada");
        mailbox = CloudMailbox.of("ada").anchoredAt(ada).stating("CustomAttribute1", "R&D");
    }

    @Test
    void what_the_export_states_is_what_the_folder_holds_and_nothing_else_is_touched() {
        set("extensionAttribute2", "ours");
        HeldEntry before = held();
        export.state(List.of(mailbox.stating("EmailAddresses", "SMTP:ada@x.example", "smtp:al@x.example")
                .change()));

        try (Writeback writeback = engine().build()) {
            writeback.plan(plan -> assertThat(plan)
                    .writesOnly("extensionAttribute1", "proxyAddresses", "mail")
                    .adds("proxyAddresses", "SMTP:ada@x.example", "smtp:al@x.example")
                    .decides("extensionAttribute2", Verdict.NOT_STATED));
            writeback.runOnce();
        }

        assertThat(held())
                .holds("extensionAttribute1", "R&D")
                .differsFrom(before, "extensionAttribute1", "proxyAddresses", "mail");
        assertThat(statuses.last(mailbox.id())).succeeded().wrote("extensionAttribute1", "R&D");
    }

    @Test
    void a_second_look_at_everything_writes_nothing() {
        export.state(List.of(mailbox.change()));
        try (Writeback writeback = engine().build()) {
            writeback.runOnce();
            writeback.reconcile();
        }

        assertThat(statuses.last(mailbox.id())).isSkippedFor(SkipReason.REDUNDANT_EXPORT);
    }

    @Test
    void a_volume_that_goes_away_in_the_middle_costs_no_change_and_no_status() {
        export.state(List.of(mailbox.change()));
        Injection faults = Faults.none()
                .on(Call.READ, nth(1), Fault.halfDelivered())
                .on(Call.LOOKUP, first(2), Fault.unavailable())
                .on(Call.WRITE, touching("extensionAttribute1").and(first(1)), Fault.cutAfter())
                .on(Call.REPORT, nth(1), Fault.cutBefore())
                .begin();

        try (Writeback writeback = engine().source(faults.source(CsvSource.of(export.file())))
                .directory(faults.directory(PeopleFolder.of(folder)))
                .reporter(faults.reporter(statuses))
                .build()) {
            for (int hour = 0; hour < 8; hour++) {
                writeback.runOnce();
                clock.advance(Duration.ofHours(1));
            }
        }

        assertThat(faults.unmet()).as("lines of the plan that nothing came of").isEmpty();
        assertThat(held()).holds("extensionAttribute1", "R&D");
        assertThat(statuses.of(mailbox.id()).stream().map(Status::id)).doesNotHaveDuplicates();
    }

    @Test
    void of_two_that_changed_the_resolved_attribute_the_longer_text_wins() {
        set("extensionAttribute15", "the longer one");
        export.state(List.of(mailbox.stating("CustomAttribute15", "short").change()));
        try (Writeback writeback = engine().build()) {
            writeback.runOnce();
        }

        assertThat(held()).holds("extensionAttribute15", "the longer one").holds("extensionAttribute1", "R&D");
        assertThat(statuses.last(mailbox.id())).warned();
    }

    @Test
    void somebody_whom_the_folder_does_not_have_fails_alone_and_is_told() {
        CloudMailbox stranger = CloudMailbox.of("eve").anchoredAt(new UUID(1, 1));
        export.state(List.of(stranger.stating("CustomAttribute1", "x").change(), mailbox.change()));
        try (Writeback writeback = engine().build()) {
            writeback.runOnce();
        }

        assertThat(statuses.last(stranger.id()))
                .failedWith(ErrorCode.ENTRY_NOT_FOUND)
                .wroteOnly();
        assertThat(statuses.last(mailbox.id())).succeeded();
    }

    private WritebackBuilder engine() {
        return Nordwind.engine()
                .source(CsvSource.of(export.file()))
                .directory(PeopleFolder.of(folder))
                .reporter(statuses)
                .time(clock);
    }

    private HeldEntry held() {
        return new HeldEntry(
                "ada",
                Stream.of(
                                "extensionAttribute1",
                                "extensionAttribute2",
                                "extensionAttribute15",
                                "proxyAddresses",
                                "mail")
                        .map(AttributeName::of)
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> people.values(ada, name).stream()
                                        .map(Object::toString)
                                        .toList())));
    }

    private void set(String attribute, String value) {
        people.set(ada, AttributeName.of(attribute), List.of(AttributeValue.text(value)));
    }
}
