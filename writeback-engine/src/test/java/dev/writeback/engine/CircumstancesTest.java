package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Step;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run takes from outside to decide by, beside objects and entries. */
class CircumstancesTest {

    private static final List<CloudChange> FOREIGN =
            List.of(addresses(1, "SMTP:ada@contoso.example", "smtp:ada@fabrikam.example"));

    @Test
    void every_domain_is_accepted_where_nobody_says_which() {
        try (Rig rig = new Rig(1, FOREIGN)) {
            rig.writeback.runOnce();
            assertThat(rig.directory.text(0, "proxyAddresses")).contains("ada@fabrikam.example");
        }
    }

    @Test
    void an_address_of_a_domain_that_the_source_does_not_name_is_held_back() {
        try (Rig rig = new Rig(1, FOREIGN);
                Writeback writeback =
                        of(rig, () -> Optional.of(Set.of("contoso.example"))).build()) {
            RunReport report = writeback.runOnce();
            assertThat(rig.directory.text(0, "proxyAddresses")).isEqualTo("SMTP:ada@contoso.example");
            assertThat(report.counts().warnings()).isEqualTo(1);
            assertThat(report.counts().waiting()).isZero();
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.WARNING);
            assertThat(rig.statuses.last(0).steps().stream().flatMap(step -> step.details().keySet().stream()))
                    .contains("HeldBack proxyAddresses");
            assertThat(writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void domains_are_read_anew_for_each_run() {
        Set<String> domains = new HashSet<>(Set.of("contoso.example"));
        try (Rig rig = new Rig(1, FOREIGN);
                Writeback writeback =
                        of(rig, () -> Optional.of(Set.copyOf(domains))).build()) {
            List<Plan> plans = new ArrayList<>();
            writeback.plan(plans::add);
            domains.add("fabrikam.example");
            writeback.plan(plans::add);
            assertThat(plans.get(0).omissions()).hasOnlyElementsOfType(Omission.HeldBack.class);
            assertThat(plans.get(1).omissions()).isEmpty();
        }
    }

    @Test
    void what_the_host_says_counts_more_than_what_the_source_says() {
        try (Rig rig = new Rig(1, FOREIGN);
                Writeback writeback = of(rig, () -> Optional.of(Set.of("contoso.example")))
                        .acceptedDomains(List.of("*.example"))
                        .build()) {
            writeback.runOnce();
            assertThat(rig.directory.text(0, "proxyAddresses")).contains("ada@fabrikam.example");
        }
        assertThatThrownBy(() -> Writeback.builder().acceptedDomains(List.of("ada@contoso.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_written_where_the_source_fails_to_tell_its_domains() {
        List<Supplier<Optional<Set<String>>>> answers = new ArrayList<>();
        answers.add(() -> {
            throw new IllegalStateException("value of a person");
        });
        try (Rig rig = new Rig(1, FOREIGN);
                Writeback writeback = of(rig, () -> answers.get(0).get()).build()) {
            RunReport report = writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
            assertThat(report.problem().orElseThrow().toString()).doesNotContain("value of a person");
            assertThat(rig.statuses.all).isEmpty();

            answers.set(0, () -> Optional.of(Set.of("not a domain@")));
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);

            answers.set(0, () -> Optional.of(Set.of("*.example")));
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.text(0, "proxyAddresses")).contains("ada@fabrikam.example");

            answers.set(0, () -> {
                throw new IllegalStateException("gone again");
            });
            rig.source.page(List.of(addresses(2, "SMTP:al@fabrikam.example")));
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.text(0, "proxyAddresses")).contains("al@fabrikam.example");
        }
    }

    @Test
    void a_store_that_cannot_tell_what_an_object_refers_to_ends_the_run() {
        List<CloudChange> changes = List.of(Mailboxes.referring(0, 1, "GrantSendOnBehalfTo", 1));
        try (Rig rig = new Rig(2, changes);
                Writeback writeback = rig.builder()
                        .profile(Profile.exchangeOnlineExtended())
                        .store(Faults.none()
                                .on(Call.KNOWN, When.always(), Fault.unavailable())
                                .begin()
                                .store(rig.store))
                        .build()) {
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.STORE_FAILED);
            assertThat(rig.statuses.all).isEmpty();
        }
    }

    private static CloudChange addresses(long version, String... addresses) {
        return CloudChange.update(
                Mailboxes.id(0),
                version,
                List.of(new Anchor.ImmutableId(Mailboxes.guid(0))),
                Map.of(
                        Mailboxes.MANAGED,
                        List.of(new AttributeValue.Flag(true)),
                        AttributeName.of("EmailAddresses"),
                        Stream.of(addresses).map(AttributeValue::text).toList()));
    }

    private static WritebackBuilder of(Rig rig, Supplier<Optional<Set<String>>> domains) {
        return rig.builder().source(new CloudSource() {
            @Override
            public SourceRead read(@Nullable Cursor after) {
                return rig.source.read(after);
            }

            @Override
            public Optional<Set<String>> acceptedDomains() {
                return domains.get();
            }
        });
    }
}
