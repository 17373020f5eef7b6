package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Clearing;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Resolution;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Agreement;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the extended profile, and rules of one's own, make of a mailbox. */
class ExtendedProfileTest {

    private static final Dn BEN = Dn.of("CN=Ben,OU=People,DC=corp,DC=example");
    private static final Circumstances KNOWS_BEN = Circumstances.plain()
            .with(object -> object.value().equals("ben")
                    ? new Resolution.Resolved(BEN)
                    : new Resolution.Unresolved("has not been stated yet"));

    private final Planner planner = new Planner(Profile.exchangeOnlineExtended());

    private AttributeDecision decide(String attribute, CloudObject object, DirectoryEntry entry, Circumstances around) {
        return planner.plan(object, entry, Baseline.none(), around)
                .decision(AttributeName.of(attribute))
                .orElseThrow();
    }

    private List<AttributeValue> result(String attribute, CloudObject object, DirectoryEntry entry) {
        return decide(attribute, object, entry, Circumstances.plain()).result();
    }

    private static Planner with(Rule... rules) {
        Profile.Builder builder = Profile.builder("own");
        for (Rule rule : rules) {
            builder.rule(rule);
        }
        return new Planner(builder.build());
    }

    private static AttributeValue ref(String id) {
        return new AttributeValue.Reference(CloudObjectId.of(id));
    }

    @ParameterizedTest
    @CsvSource({
        "UserMailbox,,4",
        "UserMailbox,1,1",
        "UserMailbox,102,6",
        "SharedMailbox,,100",
        "SharedMailbox,1,97",
        "RoomMailbox,4,36",
        "RoomMailbox,100,36",
        "EquipmentMailbox,3,67",
        "TeamMailbox,262144,262272",
        "RemoteSharedMailbox,6,102",
        "16,,36",
    })
    void the_remote_recipient_type_follows_the_type_and_keeps_how_the_mailbox_came_to_be(
            String type, String present, String wanted) {
        DirectoryEntry entry = present == null ? entry() : entry("msExchRemoteRecipientType", present);

        assertThat(result("msExchRemoteRecipientType", cloud("RecipientTypeDetails", type), entry))
                .isEqualTo(texts(wanted));
    }

    @Test
    void a_type_without_counterpart_leaves_all_three_numbers_and_says_its_name() {
        Plan plan = planner.plan(
                cloud("RecipientTypeDetails", 35_184_372_088_832L),
                entry("msExchRemoteRecipientType", "4"),
                Baseline.none(),
                Circumstances.plain());

        assertThat(plan.writes()).isFalse();
        assertThat(plan.decisions(Verdict.KEPT))
                .hasSize(3)
                .allSatisfy(decision -> assertThat(decision.reason()).contains("GuestMailUser"));
    }

    @ParameterizedTest
    @CsvSource({
        "targetAddress,RemoteRoutingAddress,ada@t.mail.onmicrosoft.com,SMTP:ada@t.mail.onmicrosoft.com",
        "targetAddress,RemoteRoutingAddress,smtp:ada@t.mail.onmicrosoft.com,SMTP:ada@t.mail.onmicrosoft.com",
        "mail,WindowsEmailAddress,ada@contoso.example,ada@contoso.example",
        "mail,WindowsEmailAddress,SMTP:ada@contoso.example,ada@contoso.example",
        "mailNickname,Alias,ada,ada",
        "msExchHideFromAddressLists,HiddenFromAddressListsEnabled,true,TRUE",
        "msExchModerationFlags,SendModerationNotifications,Internal,2",
        "msExchArchiveStatus,ArchiveStatus,Active,1",
        "msDS-ExternalDirectoryObjectId,ExternalDirectoryObjectId,5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01,User_5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01",
        "deliverAndRedirect,DeliverToMailboxAndForward,False,FALSE",
    })
    void a_value_becomes_what_the_directory_has(String attribute, String property, String stated, String wanted) {
        assertThat(result(attribute, cloud(property, stated), entry())).isEqualTo(texts(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        "mailNickname,Alias,.ada",
        "targetAddress,RemoteRoutingAddress,ada lovelace@contoso.example",
        "targetAddress,RemoteRoutingAddress,nothing",
        "msExchModerationFlags,SendModerationNotifications,Sometimes",
        "msDS-ExternalDirectoryObjectId,ExternalDirectoryObjectId,ada",
        "msExchHideFromAddressLists,HiddenFromAddressListsEnabled,maybe",
    })
    void a_value_that_is_none_is_held_back_with_a_sentence(String attribute, String property, String stated) {
        AttributeDecision decision = decide(attribute, cloud(property, stated), entry(), Circumstances.plain());

        assertThat(decision.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(decision.reason()).contains(attribute).endsWith(".");
    }

    @Test
    void the_clouds_legacy_name_is_added_as_an_x500_address_and_none_is_taken_away() {
        assertThat(result(
                        "proxyAddresses",
                        cloud("EmailAddresses", "SMTP:ada@contoso.example", "LegacyExchangeDN", "/o=Cloud/cn=ada"),
                        entry("proxyAddresses", List.of("SMTP:ada@contoso.example", "X500:/o=Old/cn=ada"))))
                .isEqualTo(texts("SMTP:ada@contoso.example", "X500:/o=Old/cn=ada", "X500:/o=Cloud/cn=ada"));
    }

    @Test
    void mail_follows_the_primary_address_that_was_stated_later() {
        CloudObject first = cloud("WindowsEmailAddress", "old@contoso.example");
        CloudObject later = first.join(CloudChange.update(
                Samples.ID,
                2,
                List.of(new Anchor.ImmutableId(Samples.GUID)),
                Map.of(
                        AttributeName.of("EmailAddresses"),
                        texts("SMTP:new@contoso.example", "smtp:old@contoso.example"))));
        CloudObject together = cloud(
                "WindowsEmailAddress", "old@contoso.example", "EmailAddresses", List.of("SMTP:new@contoso.example"));

        assertThat(result("mail", later, entry())).isEqualTo(texts("new@contoso.example"));
        assertThat(result("mail", together, entry())).isEqualTo(texts("old@contoso.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMTP:new@contoso.example,SMTP:newer@contoso.example",
                "smtp:new@contoso.example",
                "SMTP:new..er@contoso.example",
                "",
            })
    void mail_does_not_go_back_to_what_was_stated_before_addresses_without_a_primary(String addresses) {
        CloudObject first = cloud("WindowsEmailAddress", "old@contoso.example");
        CloudObject later = first.join(CloudChange.update(
                Samples.ID,
                2,
                List.of(new Anchor.ImmutableId(Samples.GUID)),
                Map.of(
                        AttributeName.of("EmailAddresses"),
                        addresses.isEmpty() ? List.of() : texts(addresses.split(",")))));

        assertThat(decide("mail", later, entry("mail", "new@contoso.example"), Circumstances.plain())
                        .modification())
                .isEmpty();
    }

    @Test
    void mail_does_not_follow_a_primary_address_that_does_not_flow() {
        CloudObject object =
                cloud("EmailAddresses", List.of("SMTP:ada..lovelace@contoso.example", "smtp:ada@contoso.example"));

        assertThat(decide("mail", object, entry("mail", "ada@contoso.example"), Circumstances.plain())
                        .modification())
                .isEmpty();
    }

    @Test
    void an_address_of_an_unverified_domain_is_held_back_and_named_and_the_others_flow() {
        Circumstances accepts = new Circumstances(
                Instant.EPOCH, () -> 0, object -> null, AcceptedDomains.of(List.of("contoso.example")));
        AttributeDecision decision = decide(
                "proxyAddresses",
                cloud(
                        "EmailAddresses",
                        List.of("SMTP:ada@contoso.example", "smtp:ada@Fabrikam.example", "SIP:ada@fabrikam.example")),
                entry("proxyAddresses", List.of("smtp:old@fabrikam.example")),
                accepts);

        assertThat(decision.result())
                .isEqualTo(texts("smtp:old@fabrikam.example", "SMTP:ada@contoso.example", "SIP:ada@fabrikam.example"));
        assertThat(decision.omissions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Omission.HeldBack.class,
                        heldBack -> assertThat(heldBack.sentence()).contains("smtp:ada@Fabrikam.example"));
        assertThat(decide("mail", cloud("WindowsEmailAddress", "ada@fabrikam.example"), entry(), accepts)
                        .verdict())
                .isEqualTo(Verdict.KEPT);
    }

    @Test
    void what_is_held_back_hides_neither_drift_nor_a_conflict() {
        Circumstances accepts = new Circumstances(
                Instant.EPOCH, () -> 0, object -> null, AcceptedDomains.of(List.of("contoso.example")));
        AttributeName name = AttributeName.of("proxyAddresses");
        Baseline agreed = new Baseline(
                Optional.of(Samples.ENTRY),
                Map.of(
                        name,
                        new Agreement(
                                texts("SMTP:ada@contoso.example"),
                                texts("SMTP:ada@contoso.example", "smtp:ada@fabrikam.example"))));
        DirectoryEntry drifted = entry(
                "proxyAddresses",
                List.of("SMTP:new@contoso.example", "smtp:ada@contoso.example", "smtp:ada@fabrikam.example"));
        CloudObject same = cloud("EmailAddresses", List.of("SMTP:ada@contoso.example", "smtp:ada@fabrikam.example"));
        CloudObject other = cloud(
                "EmailAddresses",
                List.of("SMTP:king@contoso.example", "smtp:ada@contoso.example", "smtp:ada@fabrikam.example"));
        Planner manual = with(Rule.of("proxyAddresses", "EmailAddresses").withAuthority(Authority.MANUAL));

        assertThat(planner.plan(same, drifted, agreed, accepts)
                        .decision(name)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.DRIFT);
        Plan parked = manual.plan(other, drifted, agreed, accepts);
        assertThat(parked.decision(name).orElseThrow().verdict()).isEqualTo(Verdict.PARKED);
        assertThat(manual.agreed(parked, agreed)).isEqualTo(agreed);
    }

    @Test
    void a_primary_address_that_must_not_flow_keeps_all_addresses_as_they_are() {
        AttributeDecision decision = decide(
                "proxyAddresses",
                cloud("EmailAddresses", List.of("SMTP:ada lovelace@contoso.example", "smtp:ada@contoso.example")),
                entry("proxyAddresses", List.of("SMTP:old@contoso.example")),
                Circumstances.plain());

        assertThat(decision.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(decision.reason()).contains("ada lovelace@contoso.example", "Character");
    }

    @Test
    void an_address_that_no_directory_can_hold_is_held_back_alone() {
        AttributeDecision decision = decide(
                "proxyAddresses",
                cloud(
                        "EmailAddresses",
                        List.of(
                                "SMTP:ada@contoso.example",
                                "x500:" + "a".repeat(1_200),
                                "smtp:a\u0000@contoso.example")),
                entry(),
                Circumstances.plain());

        assertThat(decision.result()).isEqualTo(texts("SMTP:ada@contoso.example"));
        assertThat(decision.omissions()).hasSize(2);
    }

    @Test
    void mail_takes_no_address_of_another_kind() {
        assertThat(decide(
                                "mail",
                                cloud("WindowsEmailAddress", "x:ada@fabrikam.example"),
                                entry(),
                                Circumstances.plain())
                        .verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void an_address_without_a_prefix_that_is_only_kept_stays_as_it_is_spelled() {
        Planner standard = new Planner(Profile.exchangeOnline());
        Plan plan = plan(
                standard,
                cloud("EmailAddresses", "SMTP:ada@contoso.example"),
                entry("proxyAddresses", List.of("ada@t.onmicrosoft.com", "smtp:ada@contoso.example")));

        assertThat(plan.modifications().get(0))
                .isEqualTo(new Modification(
                        AttributeName.of("proxyAddresses"),
                        texts("smtp:ada@contoso.example"),
                        texts("SMTP:ada@contoso.example")));
    }

    @Test
    void references_become_names_and_one_that_is_not_known_yet_is_left_out() {
        AttributeDecision decision = decide(
                "publicDelegates",
                cloud("GrantSendOnBehalfTo", List.of(ref("ben"), ref("cleo"))),
                entry("publicDelegates", "CN=Old,DC=corp,DC=example"),
                KNOWS_BEN);

        assertThat(decision.modification())
                .contains(new Modification(AttributeName.of("publicDelegates"), List.of(), texts(BEN.toString())));
        assertThat(decision.omissions())
                .singleElement()
                .isInstanceOfSatisfying(Omission.Unresolved.class, unresolved -> {
                    assertThat(unresolved.object()).isEqualTo(CloudObjectId.of("cleo"));
                    assertThat(unresolved.sentence()).contains("object cleo, which has not been stated yet");
                });
    }

    @Test
    void a_delegate_that_the_cloud_took_away_before_the_first_contact_goes() {
        CloudObject before = cloud("GrantSendOnBehalfTo", List.of(ref("ben")));
        CloudObject object = before.join(CloudChange.update(
                before.id(), 2, List.of(), Map.of(AttributeName.of("GrantSendOnBehalfTo"), List.of(ref("cleo")))));
        Circumstances knowsBoth =
                Circumstances.plain().with(id -> new Resolution.Resolved(Dn.of("CN=" + id + ",DC=x")));

        assertThat(planner.references(object)).containsExactly(CloudObjectId.of("cleo"), CloudObjectId.of("ben"));
        assertThat(planner.plan(
                                object,
                                entry("publicDelegates", List.of("CN=ben,DC=x", "CN=own,DC=x")),
                                Baseline.none(),
                                knowsBoth)
                        .decision(AttributeName.of("publicDelegates"))
                        .orElseThrow()
                        .result())
                .containsExactlyInAnyOrderElementsOf(texts("CN=cleo,DC=x", "CN=own,DC=x"));
    }

    @Test
    void nothing_is_agreed_about_an_attribute_of_which_a_part_is_still_to_come() {
        CloudObject object = cloud("GrantSendOnBehalfTo", List.of(ref("ben"), ref("cleo")));
        Plan plan = planner.plan(object, entry("publicDelegates", "CN=Old,DC=x"), Baseline.none(), KNOWS_BEN);
        Baseline agreed = planner.agreed(plan, Baseline.none());
        Circumstances knowsBoth =
                Circumstances.plain().with(id -> new Resolution.Resolved(Dn.of("CN=" + id + ",DC=x")));

        assertThat(agreed.agreement(AttributeName.of("publicDelegates"))).isEmpty();
        assertThat(planner.planWithoutEntry(object, agreed, KNOWS_BEN)).isEmpty();
        assertThat(planner.plan(object, entry("publicDelegates", "CN=Old,DC=x"), agreed, knowsBoth)
                        .decision(AttributeName.of("publicDelegates"))
                        .orElseThrow()
                        .result())
                .isEqualTo(texts("CN=Old,DC=x", "CN=ben,DC=x", "CN=cleo,DC=x"));
    }

    @Test
    void an_attribute_that_refers_only_to_what_is_not_known_stays_as_it_is() {
        AttributeDecision decision = decide(
                "altRecipient",
                cloud("ForwardingAddress", ref("cleo")),
                entry("altRecipient", "CN=Old,DC=x"),
                KNOWS_BEN);

        assertThat(decision.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(decision.omissions()).hasSize(1);
    }

    @Test
    void the_objects_that_a_rule_refers_to_are_named_before_anything_is_planned() {
        CloudObject object = cloud(
                "GrantSendOnBehalfTo",
                List.of(ref("ben"), ref("cleo")),
                "ForwardingAddress",
                ref("dan"),
                "Notes",
                ref("eve"));

        assertThat(planner.references(object))
                .containsExactlyInAnyOrder(CloudObjectId.of("ben"), CloudObjectId.of("cleo"), CloudObjectId.of("dan"));
        assertThat(new Planner(Profile.exchangeOnline()).references(object)).isEmpty();
    }

    @Test
    void a_rule_that_does_not_clear_keeps_what_the_directory_has() {
        Rule rule = Rule.of("extensionAttribute1", "CustomAttribute1");
        CloudObject empty = cloud("CustomAttribute1", null);
        DirectoryEntry entry = entry("extensionAttribute1", "x");

        assertThat(plan(with(rule), empty, entry).destroyed()).isOne();
        Plan kept = plan(with(rule.withClearing(Clearing.HELD_BACK)), empty, entry);
        assertThat(kept.writes()).isFalse();
        assertThat(kept.decisions(Verdict.KEPT)).hasSize(1);
    }

    @Test
    void an_expression_sets_clears_and_leaves_alone() {
        Planner upper = with(Rule.computed("department", Expression.parse("ToUpper([Department])", List.of())));
        DirectoryEntry entry = entry("department", "old");

        assertThat(plan(upper, cloud("Department", "Sales"), entry).modifications())
                .containsExactly(new Modification(AttributeName.of("department"), texts("old"), texts("SALES")));
        assertThat(plan(upper, cloud("Department", null), entry).decisions(Verdict.CLEAR))
                .hasSize(1);
        assertThat(plan(upper, cloud("Title", "x"), entry).writes()).isFalse();
        Planner fails = with(Rule.computed("department", Expression.parse("CStr(CDate([Department]))", List.of())));
        assertThat(plan(fails, cloud("Department", "soon"), entry).decisions(Verdict.INVALID))
                .singleElement()
                .satisfies(decision -> assertThat(decision.reason())
                        .contains("CDate", "column 6")
                        .doesNotContain("soon"));
    }

    @Test
    void a_change_of_case_flows() {
        Planner upper = with(Rule.computed("department", Expression.parse("ToUpper([Department])", List.of())));
        CloudObject object = cloud("Department", "Sales");
        Plan plan = plan(upper, object, entry("department", "Sales"));

        assertThat(plan.modifications())
                .containsExactly(new Modification(AttributeName.of("department"), texts("Sales"), texts("SALES")));
        assertThat(plan(upper, object, entry("department", "SALES")).writes()).isFalse();
        assertThat(plan(with(Rule.of("department", "Department")), object, entry("department", "SALES"))
                        .modifications())
                .containsExactly(new Modification(AttributeName.of("department"), texts("SALES"), texts("Sales")));
        assertThat(plan(
                                new Planner(Profile.exchangeOnline()),
                                cloud("ExtensionCustomAttribute1", List.of("Red", "green", "RED")),
                                entry("msExchExtensionCustomAttribute1", List.of("red", "green")))
                        .modifications())
                .containsExactly(new Modification(
                        AttributeName.of("msExchExtensionCustomAttribute1"), texts("red"), texts("Red")));
    }

    @Test
    void what_an_expression_redacts_is_written_and_not_shown() {
        Planner redacts = with(Rule.computed("extensionAttribute9", Expression.parse("Redact([Notes])", List.of())));
        Plan plan = plan(redacts, cloud("Notes", "4711"), entry());

        assertThat(plan.decisions())
                .singleElement()
                .extracting(AttributeDecision::disclosure)
                .isEqualTo(Disclosure.REDACTED);
        assertThat(plan.modifications()).asString().contains("4711");
        assertThat(plan.shown().toString()).doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource({
        "proxyAddresses,smtp:4711 x@contoso.example,SMTP:ada@contoso.example",
        "proxyAddresses,smtp:4711@fabrikam.example,SMTP:ada@contoso.example",
        "proxyAddresses,SMTP:4711@fabrikam.example,smtp:ada@contoso.example",
        "mail,4711@fabrikam.example,",
    })
    void a_redacted_address_that_is_held_back_is_not_quoted(String attribute, String address, String other) {
        Planner redacts = with(Rule.computed(attribute, Expression.parse("Redact([Notes])", List.of())));
        Circumstances verified = new Circumstances(
                Instant.EPOCH, () -> 0, object -> null, AcceptedDomains.of(List.of("contoso.example")));
        List<String> stated = other == null ? List.of(address) : List.of(address, other);
        Plan plan = redacts.plan(cloud("Notes", stated), entry(), Baseline.none(), verified);

        assertThat(plan.shown().toString()).contains("lets nobody see").doesNotContain("4711");
    }

    @Test
    void an_expression_waits_for_the_objects_that_it_refers_to() {
        Planner manager = with(Rule.computed("info", Expression.parse("DNComponent([Manager], 1)", List.of())));

        assertThat(manager.plan(cloud("Manager", ref("ben")), entry(), Baseline.none(), KNOWS_BEN)
                        .decisions()
                        .get(0)
                        .result())
                .isEqualTo(texts("Ben"));
        assertThat(manager.plan(cloud("Manager", ref("cleo")), entry(), Baseline.none(), KNOWS_BEN)
                        .omissions())
                .hasSize(1);
    }

    @Test
    void what_would_not_fit_into_an_entry_is_refused_and_the_rest_is_written() {
        Planner standard = new Planner(Profile.exchangeOnline());
        List<String> many = IntStream.range(0, 900).mapToObj(i -> "v" + i).toList();
        List<String> more = IntStream.range(0, 700).mapToObj(i -> "w" + i).toList();
        Plan plan = plan(
                standard,
                cloud("CustomAttribute1", "x", "ExtensionCustomAttribute1", many, "ExtensionCustomAttribute2", more),
                entry());

        assertThat(plan.modifications())
                .extracting(it -> it.attribute().value())
                .containsExactly("extensionAttribute1", "msExchExtensionCustomAttribute2");
        assertThat(plan.decisions(Verdict.INVALID))
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.reason()).contains("msExchExtensionCustomAttribute1", "1601", "1200"));
        assertThat(Planner.invalidValues(plan).orElseThrow().code()).isEqualTo(ErrorCode.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"1200,true", "1201,false"})
    void an_entry_holds_1200_values_that_are_not_links_and_not_one_more(int values, boolean fits) {
        Planner one = with(Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1"));
        List<String> many = IntStream.range(0, values).mapToObj(i -> "v" + i).toList();

        assertThat(plan(one, cloud("ExtensionCustomAttribute1", many), entry()).writes())
                .isEqualTo(fits);
    }

    @Test
    void links_do_not_count_towards_what_an_entry_holds() {
        Planner linking = with(
                Rule.of("publicDelegates", "GrantSendOnBehalfTo"),
                Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1"));
        List<String> links =
                IntStream.range(0, 1_300).mapToObj(i -> "CN=v" + i + ",DC=x").toList();
        List<String> many = IntStream.range(0, 1_200).mapToObj(i -> "v" + i).toList();

        assertThat(plan(linking, cloud("GrantSendOnBehalfTo", links, "ExtensionCustomAttribute1", many), entry())
                        .modifications())
                .hasSize(2);
    }

    @Test
    void an_entry_that_is_too_large_already_may_still_shrink() {
        Rule replacing = Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1")
                .withFirstContact(FirstContact.CLOUD);
        Profile profile = Profile.builder("replacing")
                .rule(replacing)
                .rule(Rule.of("extensionAttribute1", "CustomAttribute1"))
                .build();
        Planner standard = new Planner(profile);
        List<String> present = IntStream.range(0, 1_250).mapToObj(i -> "v" + i).toList();
        Plan plan = plan(
                standard,
                cloud("ExtensionCustomAttribute1", present.subList(0, 1_240), "CustomAttribute1", "x"),
                entry("msExchExtensionCustomAttribute1", present));

        assertThat(plan.modifications())
                .extracting(it -> it.attribute().value())
                .containsExactly("msExchExtensionCustomAttribute1");
    }

    private static Plan plan(Planner planner, CloudObject object, DirectoryEntry entry) {
        return planner.plan(object, entry, Baseline.none(), Circumstances.plain());
    }
}
