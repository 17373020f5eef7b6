package dev.writeback.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.AttributeName;
import org.junit.jupiter.api.Test;

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

    private static AddressPolicy policy(AddressPolicies policies, String address) {
        return policies.of(dev.writeback.engine.exchange.ProxyAddress.parse(address));
    }
}
