package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private final Planner planner = new Planner(Profile.exchangeOnline());

    @Test
    void a_value_that_the_directory_lacks_is_added() {
        Plan plan = plan(cloud("CustomAttribute1", "R&D"), entry());

        assertThat(plan.modifications()).containsExactly(modification("extensionAttribute1", texts(), texts("R&D")));
        assertThat(decision(plan, "extensionAttribute1").verdict()).isEqualTo(Verdict.SET);
        assertThat(decision(plan, "extensionAttribute1").reason()).contains("CustomAttribute1");
    }

    @Test
    void a_value_that_differs_is_replaced_on_condition_that_the_old_one_is_still_there() {
        Plan plan = plan(cloud("CustomAttribute1", "new"), entry("extensionAttribute1", "old"));

        assertThat(plan.modifications())
                .containsExactly(modification("extensionAttribute1", texts("old"), texts("new")));
    }

    @Test
    void an_empty_statement_clears_and_a_missing_one_leaves_alone() {
        Plan plan = plan(
                cloud("CustomAttribute1", null), entry("extensionAttribute1", "old", "extensionAttribute2", "kept"));

        assertThat(plan.modifications()).containsExactly(modification("extensionAttribute1", texts("old"), texts()));
        assertThat(decision(plan, "extensionAttribute1").verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(decision(plan, "extensionAttribute2").verdict()).isEqualTo(Verdict.NOT_STATED);
        assertThat(plan.destroyed()).isEqualTo(1);
    }

    @Test
    void there_is_one_decision_for_each_attribute_of_the_profile() {
        assertThat(plan(cloud("CustomAttribute1", "x"), entry()).decisions())
                .extracting(AttributeDecision::attribute)
                .containsExactlyInAnyOrderElementsOf(Profile.exchangeOnline().targets())
                .hasSize(24);
    }

    @Test
    void a_change_of_case_is_one_modification() {
        assertThat(plan(cloud("CustomAttribute1", "SALES"), entry("extensionAttribute1", "Sales"))
                        .modifications())
                .containsExactly(modification("extensionAttribute1", texts("Sales"), texts("SALES")));
    }

    @Test
    void values_in_another_order_are_no_change() {
        assertSkipped(
                plan(
                        cloud("ExtensionCustomAttribute1", List.of("a", "b")),
                        entry("msExchExtensionCustomAttribute1", List.of("b", "a"))),
                SkipReason.REDUNDANT_EXPORT);
    }

    @Test
    void only_the_values_that_differ_are_sent() {
        Plan plan = plan(
                cloud("ExtensionCustomAttribute1", List.of("a", "c")),
                entry("msExchExtensionCustomAttribute1", List.of("a", "b")));

        assertThat(plan.modifications())
                .containsExactly(modification("msExchExtensionCustomAttribute1", texts(), texts("c")));
    }

    @Test
    void a_swap_of_primaries_is_delete_and_add_in_one_modification() {
        Plan plan = plan(
                cloud("EmailAddresses", List.of("smtp:ada@x.example", "SMTP:al@x.example")),
                entry("proxyAddresses", List.of("SMTP:ada@x.example", "smtp:al@x.example")));

        assertThat(plan.modifications())
                .containsExactly(
                        modification(
                                "proxyAddresses",
                                texts("SMTP:ada@x.example", "smtp:al@x.example"),
                                texts("smtp:ada@x.example", "SMTP:al@x.example")),
                        modification("mail", List.of(), texts("al@x.example")));
        assertThat(plan.destroyed()).isZero();
    }

    @Test
    void addresses_that_rightly_differ_stay_and_none_of_the_cloud_only_kind_comes() {
        Plan plan = plan(
                cloud(
                        "EmailAddresses",
                        List.of("SMTP:ada@x.example", "SPO:SPO_1@SPO_2", "x500:/o=cloud/cn=ada", "SIP:ada@x.example")),
                entry(
                        "proxyAddresses",
                        List.of(
                                "SMTP:ada@x.example",
                                "smtp:old@x.example",
                                "X500:/o=Org/cn=ada",
                                "smtp:ada@t.mail.onmicrosoft.com")));

        assertThat(plan.modifications())
                .containsExactly(
                        modification("proxyAddresses", texts(), texts("x500:/o=cloud/cn=ada", "SIP:ada@x.example")),
                        modification("mail", List.of(), texts("ada@x.example")));
    }

    @Test
    void clearing_the_addresses_keeps_the_x500_ones() {
        Plan plan = plan(
                cloud("EmailAddresses", null),
                entry("proxyAddresses", List.of("SMTP:ada@x.example", "X500:/o=Org/cn=a")));

        assertThat(plan.modifications())
                .containsExactly(modification("proxyAddresses", texts("SMTP:ada@x.example"), texts()));
    }

    @Test
    void a_primary_that_is_preserved_by_its_domain_does_not_stay_primary() {
        Plan plan = plan(
                cloud("EmailAddresses", List.of("SMTP:ada@x.example")),
                entry("proxyAddresses", List.of("SMTP:ada@t.onmicrosoft.com")));

        assertThat(decision(plan, "proxyAddresses").result())
                .containsExactlyInAnyOrderElementsOf(texts("SMTP:ada@x.example", "smtp:ada@t.onmicrosoft.com"));
    }

    @Test
    void addresses_without_exactly_one_primary_are_held_back_and_the_rest_is_written() {
        Plan plan = plan(cloud("EmailAddresses", List.of("smtp:ada@x.example"), "CustomAttribute1", "x"), entry());

        assertThat(decision(plan, "proxyAddresses").verdict()).isEqualTo(Verdict.INVALID);
        assertThat(decision(plan, "proxyAddresses").reason())
                .contains("0 primary addresses")
                .contains("exactly one");
        assertThat(plan.modifications())
                .extracting(Modification::attribute)
                .containsExactly(name("extensionAttribute1"));
        assertThat(Planner.invalidValues(plan))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_VALUE));
    }

    @Test
    void mailbox_types_become_those_of_remote_mailboxes() {
        for (String[] expected : new String[][] {
            {"UserMailbox", "2147483648", "-2147483642"},
            {"SharedMailbox", "34359738368", "-2147483642"},
            {"RoomMailbox", "8589934592", "-2147481850"},
            {"EquipmentMailbox", "17179869184", "-2147481594"}
        }) {
            Plan plan = plan(cloud("RecipientTypeDetails", expected[0]), entry());
            assertThat(decision(plan, "msExchRecipientTypeDetails").result()).isEqualTo(texts(expected[1]));
            assertThat(decision(plan, "msExchRecipientDisplayType").result()).isEqualTo(texts(expected[2]));
        }
    }

    @Test
    void the_aclable_bit_stays_as_found() {
        Plan plan = plan(
                cloud("RecipientTypeDetails", "RoomMailbox"),
                entry("msExchRecipientTypeDetails", "2147483648", "msExchRecipientDisplayType", "-1073741818"));

        assertThat(decision(plan, "msExchRecipientDisplayType").result())
                .isEqualTo(texts(Integer.toString(0x80000706 | 0x40000000)));
        assertSkipped(
                plan(
                        cloud("RecipientTypeDetails", 1),
                        entry("msExchRecipientTypeDetails", "2147483648", "msExchRecipientDisplayType", "-1073741818")),
                SkipReason.REDUNDANT_EXPORT);
    }

    @Test
    void a_type_without_a_counterpart_leaves_both_numbers_as_they_are() {
        Plan plan = plan(
                cloud("RecipientTypeDetails", "SchedulingMailbox", "CustomAttribute1", "x"),
                entry("msExchRecipientTypeDetails", "2147483648"));

        assertThat(decision(plan, "msExchRecipientTypeDetails").verdict()).isEqualTo(Verdict.KEPT);
        assertThat(decision(plan, "msExchRecipientTypeDetails").reason())
                .contains("SchedulingMailbox", "no counterpart");
        assertThat(plan.modifications())
                .extracting(Modification::attribute)
                .containsExactly(name("extensionAttribute1"));
    }

    @Test
    void a_value_that_is_too_long_is_named_with_its_length_and_the_limit_but_not_shown() {
        Plan plan = plan(cloud("CustomAttribute1", "ü".repeat(1025)), entry());

        assertThat(plan.disposition()).isInstanceOfSatisfying(Disposition.Refuse.class, refuse -> {
            assertThat(refuse.problem().reason())
                    .contains("extensionAttribute1", "1025", "1024")
                    .doesNotContain("üü");
        });
    }

    @Test
    void several_values_for_a_single_valued_attribute_are_held_back() {
        assertThat(decision(plan(cloud("CustomAttribute1", List.of("a", "b")), entry()), "extensionAttribute1")
                        .reason())
                .isEqualTo("extensionAttribute1 takes one value, but CustomAttribute1 states several.");
    }

    @Test
    void an_object_that_is_not_stated_to_be_cloud_managed_is_left_alone() {
        CloudObject object = CloudObject.of(
                CloudChange.update(Samples.ID, 1, List.of(), Map.of(name("CustomAttribute1"), texts("x"))));

        assertSkipped(
                planner.planWithoutEntry(object, Baseline.none(), Circumstances.plain())
                        .orElseThrow(),
                SkipReason.NOT_CLOUD_MANAGED);
        assertSkipped(
                planner.plan(object, entry(), Baseline.none(), Circumstances.plain()), SkipReason.NOT_CLOUD_MANAGED);
    }

    @Test
    void an_object_that_is_gone_leaves_its_entry_as_it_is() {
        CloudObject object = cloud("CustomAttribute1", "x").join(CloudChange.removal(Samples.ID, 2));

        assertSkipped(
                planner.planWithoutEntry(object, Baseline.none(), Circumstances.plain())
                        .orElseThrow(),
                SkipReason.REMOVED);
    }

    @Test
    void an_object_without_an_anchor_is_refused() {
        CloudObject object = CloudObject.of(CloudChange.update(
                Samples.ID,
                1,
                List.of(),
                Map.of(name("IsExchangeCloudManaged"), texts("True"), name("CustomAttribute1"), texts("x"))));

        assertThat(planner.planWithoutEntry(object, Baseline.none(), Circumstances.plain())
                        .orElseThrow()
                        .disposition())
                .isInstanceOfSatisfying(
                        Disposition.Refuse.class,
                        refuse -> assertThat(refuse.problem().code()).isEqualTo(ErrorCode.ANCHOR_MISSING));
    }

    @Test
    void an_entry_out_of_scope_is_left_alone_and_the_plan_says_why() {
        Plan plan = planner.plan(
                cloud("CustomAttribute1", "x"),
                entry().outOfScope("It is elsewhere."),
                Baseline.none(),
                Circumstances.plain());

        assertSkipped(plan, SkipReason.NOT_IN_SCOPE);
        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.disposition().toString()).contains("It is elsewhere.");
    }

    @Test
    void what_was_agreed_needs_no_look_at_the_directory() {
        CloudObject object = cloud(
                "CustomAttribute1", "x",
                "RecipientTypeDetails", "UserMailbox",
                "EmailAddresses", List.of("SMTP:ada@x.example"));
        DirectoryEntry entry =
                entry("msExchRecipientDisplayType", "-1073741818", "proxyAddresses", List.of("X500:/o=Org/cn=ada"));
        Baseline agreed = planner.agreed(plan(object, entry), Baseline.none());

        assertThat(planner.planWithoutEntry(object, Baseline.none(), Circumstances.plain()))
                .isEmpty();
        assertSkipped(
                planner.planWithoutEntry(object, agreed, Circumstances.plain()).orElseThrow(),
                SkipReason.REDUNDANT_EXPORT);
        assertThat(planner.planWithoutEntry(cloud("CustomAttribute1", "y"), agreed, Circumstances.plain()))
                .isEmpty();
        assertThat(planner.planWithoutEntry(cloud("CustomAttribute2", "z"), agreed, Circumstances.plain()))
                .isEmpty();
    }

    @Test
    void drift_is_reported_and_left_and_without_a_baseline_brought_back() {
        CloudObject object = cloud("CustomAttribute1", "cloud");
        Baseline agreed = planner.agreed(plan(object, entry()), Baseline.none());
        DirectoryEntry drifted = entry("extensionAttribute1", "edited");

        Plan delta = planner.plan(object, drifted, agreed, Circumstances.plain());
        assertThat(decision(delta, "extensionAttribute1").verdict()).isEqualTo(Verdict.DRIFT);
        assertThat(delta.modifications()).isEmpty();
        assertThat(planner.agreed(delta, agreed)).isEqualTo(agreed);
        assertThat(plan(object, drifted).modifications())
                .containsExactly(modification("extensionAttribute1", texts("edited"), texts("cloud")));
    }

    @Test
    void when_both_sides_changed_a_single_value_the_cloud_wins_and_it_is_called_a_conflict() {
        Baseline agreed = planner.agreed(plan(cloud("CustomAttribute1", "old"), entry()), Baseline.none());

        Plan plan = planner.plan(
                cloud("CustomAttribute1", "new"),
                entry("extensionAttribute1", "edited"),
                agreed,
                Circumstances.plain());

        AttributeDecision decision = decision(plan, "extensionAttribute1");
        assertThat(decision.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(decision.baseline()).contains(texts("old"));
        assertThat(plan.modifications())
                .containsExactly(modification("extensionAttribute1", texts("edited"), texts("new")));
    }

    @Test
    void changes_of_both_sides_to_different_values_are_merged() {
        Baseline agreed = planner.agreed(
                plan(cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:b@x.example")), entry()),
                Baseline.none());

        Plan plan = planner.plan(
                cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:c@x.example")),
                entry("proxyAddresses", List.of("SMTP:a@x.example", "smtp:b@x.example", "smtp:onprem@x.example")),
                agreed,
                Circumstances.plain());

        assertThat(decision(plan, "proxyAddresses").verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(plan.modifications())
                .containsExactly(modification("proxyAddresses", texts("smtp:b@x.example"), texts("smtp:c@x.example")));
        Baseline next = planner.agreed(plan, agreed);
        assertSkipped(
                planner.plan(
                        cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:c@x.example")),
                        entry(
                                "proxyAddresses",
                                List.of("smtp:onprem@x.example", "SMTP:a@x.example", "smtp:c@x.example")),
                        next,
                        Circumstances.plain()),
                SkipReason.REDUNDANT_EXPORT);
    }

    @Test
    void two_new_primaries_are_a_conflict_and_only_the_clouds_is_left() {
        Baseline agreed = planner.agreed(
                plan(cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:b@x.example")), entry()),
                Baseline.none());

        Plan plan = planner.plan(
                cloud("EmailAddresses", List.of("smtp:a@x.example", "SMTP:b@x.example")),
                entry("proxyAddresses", List.of("smtp:a@x.example", "smtp:b@x.example", "SMTP:d@x.example")),
                agreed,
                Circumstances.plain());

        assertThat(decision(plan, "proxyAddresses").verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(decision(plan, "proxyAddresses").result())
                .containsExactlyInAnyOrderElementsOf(texts("smtp:a@x.example", "SMTP:b@x.example", "smtp:d@x.example"));
    }

    @Test
    void the_agreements_with_another_entry_do_not_count() {
        Baseline other = new Baseline(
                java.util.Optional.of(new dev.writeback.model.EntryId(
                        new dev.writeback.model.ObjectGuid(new java.util.UUID(1, 2)), Dn.of("CN=Old,DC=corp"))),
                planner.agreed(plan(cloud("CustomAttribute1", "x"), entry()), Baseline.none())
                        .agreements());

        assertThat(planner.plan(
                                cloud("CustomAttribute1", "x"),
                                entry("extensionAttribute1", "y"),
                                other,
                                Circumstances.plain())
                        .modifications())
                .hasSize(1);
    }

    @Test
    void an_attribute_whose_authority_is_the_directory_is_never_written() {
        Planner other = new Planner(Profile.exchangeOnline().toBuilder("contoso")
                .rule(Rule.of("extensionAttribute5", "CustomAttribute5").withAuthority(Authority.DIRECTORY))
                .build());

        Plan plan = other.plan(
                cloud("CustomAttribute5", "cloud"),
                entry("extensionAttribute5", "here"),
                Baseline.none(),
                Circumstances.plain());

        assertThat(decision(plan, "extensionAttribute5").verdict()).isEqualTo(Verdict.KEPT);
        assertThat(plan.modifications()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"True,true", "TRUE,true", "true,true", "False,false", "yes,false", "1,false"})
    void only_what_is_stated_to_be_cloud_managed_in_so_many_words_takes_part(String stated, boolean takesPart) {
        Plan plan = plan(cloud("IsExchangeCloudManaged", stated, "CustomAttribute1", "x"), entry());

        assertThat(plan.writes()).isEqualTo(takesPart);
    }

    @Test
    void an_object_that_is_stated_not_to_be_cloud_managed_or_in_two_ways_is_left_alone() {
        for (Object stated : new Object[] {false, null, List.of(true, false), List.of("True", "True")}) {
            assertSkipped(
                    plan(cloud("IsExchangeCloudManaged", stated, "CustomAttribute1", "x"), entry()),
                    SkipReason.NOT_CLOUD_MANAGED);
        }
    }

    @Test
    void an_object_takes_part_while_the_cloud_has_it_and_manages_it() {
        CloudObject object = cloud("CustomAttribute1", "x");

        assertThat(planner.takesPart(object)).isTrue();
        assertThat(planner.takesPart(cloud("IsExchangeCloudManaged", false))).isFalse();
        assertThat(planner.takesPart(object.join(CloudChange.removal(Samples.ID, 2))))
                .isFalse();
    }

    @Test
    void what_was_agreed_about_an_object_ends_when_it_leaves_and_the_plan_says_so_if_there_was_anything() {
        Baseline before = planner.agreed(plan(cloud("CustomAttribute1", "x"), entry()), Baseline.none());
        CloudObject gone = cloud("CustomAttribute1", "x").join(CloudChange.removal(Samples.ID, 2));
        Plan known = planner.plan(gone, entry(), before, Circumstances.plain());
        Plan unknown = planner.plan(gone, entry(), Baseline.none(), Circumstances.plain());

        assertThat(planner.agreed(known, before)).isEqualTo(Baseline.none());
        assertThat(known.disposition().toString()).contains("What was agreed about it ends");
        assertThat(unknown.disposition().toString()).doesNotContain("What was agreed about it ends");
    }

    @Test
    void an_object_refers_to_what_a_rule_reads_that_may_refer_and_to_nothing_else() {
        AttributeValue ben = new AttributeValue.Reference(CloudObjectId.of("ben"));
        AttributeValue cleo = new AttributeValue.Reference(CloudObjectId.of("cleo"));
        Planner linking = only(
                Rule.of("publicDelegates", "GrantSendOnBehalfTo"), Rule.of("extensionAttribute1", "CustomAttribute1"));

        assertThat(linking.references(cloud("GrantSendOnBehalfTo", List.of(ben, "text"), "CustomAttribute1", cleo)))
                .containsExactly(CloudObjectId.of("ben"));
    }

    @Test
    void it_matters_when_the_directory_changed_what_is_not_decided_by_one_side_alone() {
        Planner dated = only(
                Rule.of("extensionAttribute1", "CustomAttribute1").withAuthority(Authority.NEWEST),
                Rule.of("extensionAttribute2", "CustomAttribute2").withAuthority(Authority.resolver("hr")),
                Rule.of("extensionAttribute3", "CustomAttribute3").withAuthority(Authority.MANUAL),
                Rule.of("extensionAttribute4", "CustomAttribute4"));

        assertThat(dated.dated()).containsExactly(name("extensionAttribute1"), name("extensionAttribute2"));
        assertThat(planner.dated()).isEmpty();
    }

    @Test
    void a_name_that_nobody_knows_is_told() {
        assertThat(planner.unknown(cloud("CustomAtribute1", "x")))
                .singleElement(as(STRING))
                .contains("CustomAtribute1", "CustomAttribute1?");
    }

    @Test
    void nothing_is_agreed_by_a_plan_that_decided_nothing() {
        Baseline before = planner.agreed(plan(cloud("CustomAttribute1", "x"), entry()), Baseline.none());
        Plan nothing = planner.planWithoutEntry(cloud("CustomAttribute1", "x"), before, Circumstances.plain())
                .orElseThrow();

        assertThat(planner.agreed(nothing, before)).isSameAs(before);
        assertThat(before.agreements()).isNotEmpty();
    }

    @Test
    void at_the_first_contact_goes_what_the_cloud_once_stated_and_states_no_longer() {
        CloudObject object = cloud("ExtensionCustomAttribute1", List.of("a", "b"))
                .join(CloudChange.update(
                        Samples.ID, 2, List.of(), Map.of(name("ExtensionCustomAttribute1"), texts("a"))));

        assertThat(plan(object, entry("msExchExtensionCustomAttribute1", List.of("a", "b", "own")))
                        .modifications())
                .containsExactly(modification("msExchExtensionCustomAttribute1", texts("b"), texts()));
    }

    @Test
    void a_decision_says_which_statement_and_which_time_it_comes_from() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        CloudObject object = CloudObject.of(new CloudChange.Update(
                Samples.ID,
                OptionalLong.of(7),
                List.of(new Anchor.ImmutableId(Samples.GUID)),
                Map.of(name("IsExchangeCloudManaged"), texts("True"), name("CustomAttribute1"), texts("x")),
                Optional.of(noon)));
        AttributeName target = name("extensionAttribute1");
        DirectoryEntry changed = new DirectoryEntry(
                Samples.ENTRY, Map.of(target, texts("y")), "dc1:389", Map.of(target, noon.plusSeconds(9)));
        DirectoryEntry same = new DirectoryEntry(
                Samples.ENTRY, Map.of(target, texts("x")), "dc1:389", Map.of(target, noon.plusSeconds(9)));
        Planner keeping =
                only(Rule.of("extensionAttribute1", "CustomAttribute1").withAuthority(Authority.DIRECTORY));

        assertThat(provenance(planner, object, changed))
                .isEqualTo(new Provenance(
                        Side.CLOUD, Optional.of(Version.of(7)), Optional.of(noon), "first-contact-different-cloud"));
        assertThat(provenance(keeping, object, changed))
                .isEqualTo(new Provenance(
                        Side.DIRECTORY,
                        Optional.of(Version.of(7)),
                        Optional.of(noon.plusSeconds(9)),
                        "directory-owns"));
        assertThat(provenance(planner, object, same))
                .isEqualTo(new Provenance(Side.BOTH, Optional.of(Version.of(7)), Optional.of(noon), "agreed"));
        assertThat(provenance(planner, cloud("CustomAttribute1", "x"), same).since())
                .contains(noon.plusSeconds(9));
        assertThat(provenance(planner, cloud(), same)).isEqualTo(Provenance.directory("not-stated"));
    }

    private static Provenance provenance(Planner planner, CloudObject object, DirectoryEntry entry) {
        return decision(planner.plan(object, entry, Baseline.none(), Circumstances.plain()), "extensionAttribute1")
                .provenance();
    }

    private static Planner only(Rule... rules) {
        Profile.Builder builder = Profile.builder("only");
        List.of(rules).forEach(builder::rule);
        return new Planner(builder.build());
    }

    private Plan plan(CloudObject object, DirectoryEntry entry) {
        return planner.plan(object, entry, Baseline.none(), Circumstances.plain());
    }

    private static AttributeDecision decision(Plan plan, String attribute) {
        return plan.decision(name(attribute)).orElseThrow();
    }

    private static void assertSkipped(Plan plan, SkipReason reason) {
        assertThat(plan.disposition())
                .isInstanceOfSatisfying(
                        Disposition.Skip.class,
                        skip -> assertThat(skip.reason()).isEqualTo(reason));
    }

    private static Modification modification(
            String attribute,
            List<dev.writeback.model.AttributeValue> remove,
            List<dev.writeback.model.AttributeValue> add) {
        return new Modification(name(attribute), remove, add);
    }

    private static AttributeName name(String value) {
        return AttributeName.of(value);
    }
}
