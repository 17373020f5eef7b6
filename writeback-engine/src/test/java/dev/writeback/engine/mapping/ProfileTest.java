package dev.writeback.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.expression.Expression;
import dev.writeback.model.AttributeName;
import dev.writeback.model.ForbiddenAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @Test
    void the_built_in_profile_has_the_24_attributes_of_microsofts_writeback() {
        assertThat(Profile.exchangeOnline().rules())
                .extracting(rule -> rule.origin() + ">" + rule.target())
                .hasSize(24)
                .contains(
                        "CustomAttribute1>extensionAttribute1",
                        "CustomAttribute15>extensionAttribute15",
                        "ExtensionCustomAttribute5>msExchExtensionCustomAttribute5",
                        "RecipientTypeDetails>msExchRecipientTypeDetails",
                        "RecipientTypeDetails>msExchRecipientDisplayType",
                        "EmailAddresses>proxyAddresses",
                        "WindowsEmailAddress>mail");
    }

    @Test
    void all_problems_are_named_at_once() {
        assertThatThrownBy(() -> Profile.builder("bad")
                        .rule(Rule.of("proxyAdresses", "EmailAddresses"))
                        .rule(Rule.of("unicodePwd", "Password"))
                        .rule(Rule.of("publicDelegatesBL", "GrantSendOnBehalfTo"))
                        .remove(AttributeName.of("mial"))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidProfileException.class,
                        e -> assertThat(e.problems()).hasSize(4))
                .hasMessageContaining("profile bad")
                .hasMessageContaining("did you mean proxyAddresses?")
                .hasMessageContaining("unicodePwd may not be written by any profile")
                .hasMessageContaining("mial is not an attribute that Writeback knows (did you mean mail?)");
    }

    @Test
    void no_name_that_a_profile_may_not_write_is_in_the_built_in_one() {
        assertThat(Profile.exchangeOnline().targets()).noneMatch(ForbiddenAttributes::contains);
        assertThat(ForbiddenAttributes.contains(AttributeName.of("USERACCOUNTCONTROL")))
                .isTrue();
    }

    @Test
    void an_attribute_is_explained_by_either_of_its_names() {
        assertThat(Profile.exchangeOnline().explain(AttributeName.of("mail")))
                .singleElement()
                .satisfies(explanation -> {
                    assertThat(explanation.source()).hasToString("WindowsEmailAddress");
                    assertThat(explanation.facts().requirement()).contains("256");
                });
        assertThat(Profile.exchangeOnline().explain(AttributeName.of("recipienttypedetails")))
                .hasSize(2);
        assertThat(Profile.exchangeOnline().explain(AttributeName.of("department")))
                .isEmpty();
    }

    @Test
    void the_policies_of_addresses_are_explained_in_words_and_always_in_one_order() {
        assertThat(Profile.exchangeOnline()
                        .explain(AttributeName.of("EmailAddresses"))
                        .get(0)
                        .translation())
                .isEqualTo("Addresses, one of them primary. By prefix: SMTP flow, SPO drop, others preserve;"
                        + " by domain: *.onmicrosoft.com preserve.");
    }

    @Test
    void a_rule_takes_the_place_of_the_one_for_the_same_attribute_and_the_original_stays_as_it_is() {
        Profile changed = Profile.exchangeOnline().toBuilder("contoso")
                .rule(Rule.of("MAIL", "PrimarySmtpAddress"))
                .remove(AttributeName.of("extensionAttribute1"))
                .remove(AttributeName.of("mailNickname"))
                .build();

        assertThat(changed.rules()).hasSize(23);
        assertThat(changed.explain(AttributeName.of("mail")).get(0).source()).hasToString("PrimarySmtpAddress");
        assertThat(Profile.exchangeOnline().rules()).hasSize(24);
    }

    @Test
    void the_most_exact_domain_decides_about_an_address() {
        AddressPolicies policies = AddressPolicies.standard()
                .withDomain("*.onmicrosoft.com", AddressPolicy.DROP)
                .withDomain("t.mail.onmicrosoft.com", AddressPolicy.FLOW)
                .withPrefix("sip", AddressPolicy.DROP);

        assertThat(policy(policies, "smtp:a@T.onmicrosoft.com")).isEqualTo(AddressPolicy.DROP);
        assertThat(policy(policies, "smtp:a@x.mail.onmicrosoft.com")).isEqualTo(AddressPolicy.DROP);
        assertThat(policy(policies, "smtp:a@t.mail.onmicrosoft.com")).isEqualTo(AddressPolicy.FLOW);
        assertThat(policy(policies, "SMTP:a@onmicrosoft.com")).isEqualTo(AddressPolicy.FLOW);
        assertThat(policy(policies, "SIP:a@t.onmicrosoft.com")).isEqualTo(AddressPolicy.DROP);
        assertThat(policy(policies, "notes:a")).isEqualTo(AddressPolicy.PRESERVE);
    }

    @Test
    void a_built_in_profile_is_found_by_its_name() {
        assertThat(Profile.builtInNames()).containsExactly("exchange-online", "exchange-online-extended");
        assertThat(Profile.builtIn("exchange-online")).contains(Profile.exchangeOnline());
        assertThat(Profile.builtIn("exchange-online-extended")).contains(Profile.exchangeOnlineExtended());
        assertThat(Profile.builtIn("exchange")).isEmpty();
    }

    @Test
    void profiles_of_the_same_name_and_the_same_rules_in_the_same_order_are_equal() {
        Rule one = Rule.of("extensionAttribute1", "CustomAttribute1");
        Rule two = Rule.of("extensionAttribute2", "CustomAttribute2");
        Profile profile = Profile.builder("own").rule(one).rule(two).build();

        assertThat(profile)
                .isEqualTo(Profile.builder("own").rule(one).rule(two).build())
                .hasSameHashCodeAs(Profile.builder("own").rule(one).rule(two).build())
                .isNotEqualTo(Profile.builder("other").rule(one).rule(two).build())
                .isNotEqualTo(Profile.builder("own").rule(two).rule(one).build())
                .isNotEqualTo(Profile.builder("own").rule(one).build())
                .isNotEqualTo("own");
        assertThat(profile.hashCode())
                .isNotEqualTo(Profile.builder("own").rule(one).build().hashCode());
        assertThat(profile.name()).isEqualTo("own");
        assertThat(profile.rule(two.target())).contains(two);
        assertThat(profile.rule(AttributeName.of("mail"))).isEmpty();
    }

    @Test
    void a_name_that_is_all_but_a_known_one_is_worth_a_second_look() {
        Profile profile = Profile.builder("own")
                .rule(Rule.of("extensionAttribute1", "CustomAtribute1"))
                .rule(Rule.of("extensionAttribute2", "SomethingOfOurOwnEntirely"))
                .build();

        assertThat(profile.hints())
                .containsExactly(
                        "The rule for extensionAttribute1 reads CustomAtribute1, which Exchange Online does not"
                                + " state; if that is no attribute of the source's own, it may be CustomAttribute1.");
    }

    @Test
    void a_rule_reads_its_source_and_what_else_it_follows() {
        Rule rule = Rule.of("mail", "WindowsEmailAddress").withPrimaryOf("EmailAddresses");
        Rule addresses = Rule.of("proxyAddresses", "EmailAddresses")
                .withAddresses(AddressPolicies.standard().withX500From("LegacyExchangeDN"));

        assertThat(rule.reads())
                .containsExactly(AttributeName.of("WindowsEmailAddress"), AttributeName.of("EmailAddresses"));
        assertThat(addresses.reads())
                .containsExactly(AttributeName.of("EmailAddresses"), AttributeName.of("LegacyExchangeDN"));
    }

    @Test
    void what_says_nothing_in_a_rule_is_refused() {
        AddressPolicies x500 = AddressPolicies.standard().withX500From("LegacyExchangeDN");
        Expression expression = Expression.parse("[Title]", List.of());

        assertThat(problems(Rule.of("mail", "WindowsEmailAddress").withAddresses(x500)))
                .containsExactly("addresses say nothing, because mail holds no addresses; take them out.");
        assertThat(problems(Rule.computed("proxyAddresses", expression).withAddresses(x500)))
                .singleElement()
                .asString()
                .startsWith("x500From says nothing beside an expression for proxyAddresses;");
        assertThat(problems(Rule.computed("mail", expression).withPrimaryOf("EmailAddresses")))
                .containsExactly("primaryOf says nothing beside an expression for mail; take one of them out.");
        assertThat(problems(Rule.of("proxyAddresses", "EmailAddresses").withAddresses(x500)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mail,true",
        "targetAddress,true",
        "extensionAttribute1,true",
        "displayNamePrintable,true",
        "msExchExtensionCustomAttribute1,false",
        "msExchHideFromAddressLists,false",
        "mailNickname,false",
        "proxyAddresses,false"
    })
    void only_an_attribute_that_holds_one_plain_address_can_follow_the_primary_one(String target, boolean can) {
        List<String> problems = problems(Rule.of(target, "Own").withPrimaryOf("EmailAddresses"));

        assertThat(problems)
                .isEqualTo(
                        can
                                ? List.of()
                                : List.of(
                                        "primaryOf says nothing, because %s does not hold one plain address; take it out."
                                                .formatted(target)));
    }

    @Test
    void what_is_no_prefix_or_domain_is_refused() {
        AddressPolicies policies = AddressPolicies.standard()
                .withPrefix("X 500", AddressPolicy.DROP)
                .withDomain("a@b", AddressPolicy.DROP);

        assertThat(problems(Rule.of("proxyAddresses", "EmailAddresses").withAddresses(policies)))
                .containsExactly(
                        "'X 500' is no prefix; a prefix is a word such as X500.",
                        "'a@b' is no domain; a domain is contoso.example, or *.contoso.example for all below it.");
    }

    private static List<String> problems(Rule rule) {
        try {
            Profile.builder("own").rule(rule).build();
            return List.of();
        } catch (InvalidProfileException refused) {
            return refused.problems();
        }
    }

    private static AddressPolicy policy(AddressPolicies policies, String address) {
        return policies.of(dev.writeback.engine.exchange.ProxyAddress.parse(address));
    }
}
