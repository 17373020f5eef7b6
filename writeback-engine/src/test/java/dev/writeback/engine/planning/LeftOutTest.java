package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.AddressPolicy;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.References;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of values that are not written, and of what stands beside them. */
class LeftOutTest {

    private static final Circumstances CONTOSO = new Circumstances(
            Instant.EPOCH, () -> 0, References.none(), new AcceptedDomains(Set.of("contoso.example")));
    private static final AttributeValue.Reference GONE = new AttributeValue.Reference(CloudObjectId.of("gone"));

    private static Plan plan(Rule rule, CloudObject object, DirectoryEntry entry) {
        Profile profile = Profile.builder("own").rule(rule).build();
        return new Planner(profile).plan(object, entry, Baseline.none(), CONTOSO);
    }

    private static AttributeDecision decision(Rule rule, CloudObject object, DirectoryEntry entry) {
        return plan(rule, object, entry).decision(rule.target()).orElseThrow();
    }

    @Test
    void an_address_that_is_held_back_for_its_form_stays_where_the_directory_has_it() {
        Rule rule = Rule.of("proxyAddresses", "EmailAddresses");
        CloudObject object = cloud("EmailAddresses", texts("SMTP:ada@contoso.example", "smtp:a d a@contoso.example"));

        AttributeDecision decision = decision(
                rule,
                object,
                entry(
                        "proxyAddresses",
                        texts("SMTP:A d a@contoso.example", "smtp:ada@contoso.example", "smtp:old@contoso.example")));

        assertThat(decision.result())
                .containsExactlyInAnyOrderElementsOf(
                        texts("SMTP:ada@contoso.example", "smtp:A d a@contoso.example", "smtp:old@contoso.example"));
        assertThat(decision.omissions()).hasSize(1);
    }

    @Test
    void nothing_is_written_where_all_that_differs_is_an_address_held_back() {
        List<AttributeValue> both = texts("SMTP:ada@contoso.example", "smtp:a d a@contoso.example");

        AttributeDecision decision = decision(
                Rule.of("proxyAddresses", "EmailAddresses"),
                cloud("EmailAddresses", both),
                entry("proxyAddresses", both));

        assertThat(decision.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(decision.writes()).isFalse();
    }

    @Test
    void an_address_held_back_stays_where_the_directory_has_it_and_one_that_the_cloud_removed_goes() {
        Rule rule = Rule.of("proxyAddresses", "EmailAddresses");
        List<AttributeValue> all =
                texts("SMTP:ada@contoso.example", "smtp:a d a@contoso.example", "smtp:old@contoso.example");
        Baseline agreed = new Baseline(Optional.of(Samples.ENTRY), Map.of(rule.target(), new Agreement(all, all)));
        Profile profile = Profile.builder("own").rule(rule).build();

        Plan plan = new Planner(profile)
                .plan(
                        cloud("EmailAddresses", texts("SMTP:ada@contoso.example", "smtp:a d a@contoso.example")),
                        entry("proxyAddresses", all),
                        agreed,
                        CONTOSO);

        assertThat(plan.modifications())
                .containsExactly(new Modification(rule.target(), texts("smtp:old@contoso.example"), List.of()));
    }

    @Test
    void nothing_is_taken_away_while_a_part_of_what_the_cloud_wants_is_not_known() {
        Rule rule = Rule.of("publicDelegates", "GrantSendOnBehalfTo");
        AttributeValue ann = AttributeValue.text("CN=Ann,DC=corp,DC=example");
        List<AttributeValue> both = List.of(ann, AttributeValue.text("CN=Ben,DC=corp,DC=example"));
        Baseline agreed = new Baseline(Optional.of(Samples.ENTRY), Map.of(rule.target(), new Agreement(both, both)));
        Profile profile = Profile.builder("own").rule(rule).build();

        Plan plan = new Planner(profile)
                .plan(
                        cloud("GrantSendOnBehalfTo", List.of(ann, GONE)),
                        entry("publicDelegates", both),
                        agreed,
                        CONTOSO);

        assertThat(plan.writes()).isFalse();
        assertThat(plan.omissions()).hasSize(1);
    }

    @Test
    void a_plain_value_gives_way_to_the_primary_address_that_was_stated_later() {
        Rule rule = Rule.of("extensionAttribute1", "CustomAttribute1").withPrimaryOf("EmailAddresses");
        CloudObject object = cloud("CustomAttribute1", "old@contoso.example")
                .join(CloudChange.update(
                        Samples.ID,
                        2,
                        List.of(),
                        Map.of(AttributeName.of("EmailAddresses"), texts("SMTP:new@contoso.example"))));

        AttributeDecision decision = decision(rule, object, entry("extensionAttribute1", "old@contoso.example"));

        assertThat(decision.result()).isEqualTo(texts("new@contoso.example"));
    }

    @Test
    void what_an_expression_redacts_is_in_no_sentence_about_it() {
        CloudObject object = cloud("Secret", "SMTP:hidden@elsewhere.example");
        for (String target : List.of("proxyAddresses", "mail", "msExchRecipientTypeDetails", "mailNickname")) {
            Rule rule = Rule.computed(target, Expression.parse("Redact([Secret])", List.of()));

            Plan shown = plan(rule, object, entry()).shown();

            assertThat(shown.toString())
                    .as(target)
                    .doesNotContain("hidden", "elsewhere")
                    .contains(target);
        }
    }

    @Test
    void a_redacted_address_that_is_held_back_beside_others_is_not_shown() {
        Rule rule = Rule.computed("proxyAddresses", Expression.parse("Redact([Secret])", List.of()));
        CloudObject object = cloud("Secret", texts("SMTP:ada@contoso.example", "smtp:hidden@elsewhere.example"));

        AttributeDecision decision = decision(rule, object, entry()).shown();

        assertThat(decision.omissions()).hasSize(1);
        assertThat(decision.toString()).doesNotContain("hidden", "elsewhere");
    }

    @Test
    void nothing_waits_and_nothing_fails_where_the_directory_is_the_authority() {
        Rule delegates = Rule.of("publicDelegates", "GrantSendOnBehalfTo").withAuthority(Authority.DIRECTORY);
        Plan waiting = plan(delegates, cloud("GrantSendOnBehalfTo", GONE), entry());
        Rule alias = Rule.of("mailNickname", "Alias").withAuthority(Authority.DIRECTORY);
        Plan invalid = plan(alias, cloud("Alias", "x".repeat(65)), entry());

        assertThat(waiting.omissions()).isEmpty();
        assertThat(invalid.decisions(Verdict.KEPT))
                .singleElement()
                .satisfies(decision -> assertThat(decision.reason()).contains("65"));
    }

    @Test
    void a_domain_is_more_exact_than_all_below_the_one_above_it() {
        AddressPolicies policies = AddressPolicies.standard()
                .withDomain("*.contoso.example", AddressPolicy.DROP)
                .withDomain("a.contoso.example", AddressPolicy.FLOW);
        AddressPolicies otherOrder = AddressPolicies.standard()
                .withDomain("a.contoso.example", AddressPolicy.FLOW)
                .withDomain("*.contoso.example", AddressPolicy.DROP);
        Profile base = Profile.builder("own").build();
        for (AddressPolicies one : List.of(policies, otherOrder)) {
            Rule rule = Rule.of("proxyAddresses", "EmailAddresses").withAddresses(one);
            Planner planner = new Planner(base.toBuilder("own").rule(rule).build());
            Plan plan = planner.plan(
                    cloud("EmailAddresses", texts("SMTP:ada@a.contoso.example", "smtp:ada@b.contoso.example")),
                    entry(),
                    Baseline.none(),
                    Circumstances.plain());

            assertThat(plan.decisions().get(0).result()).isEqualTo(texts("SMTP:ada@a.contoso.example"));
        }
    }
}
