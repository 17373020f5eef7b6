package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AddressRules.Edition;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "addresses.csv",
            numLinesToSkip = 1,
            emptyValue = "",
            ignoreLeadingAndTrailingWhitespace = false)
    void known_cases_are_judged_as_microsoft_does(Edition edition, String attribute, String value, String errors) {
        assertThat(codes(check(attribute, orEmpty(value), edition))).isEqualTo(orEmpty(errors));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp:user,DomainPart LocalPart Format",
        "smtp:,DomainPart LocalPart Format",
        "sip:,Format",
        ":user@contoso.com,Format",
        "smtp:user@contoso.lan,TopLevelDomain",
        "smtp:user@contoso.LOCAL,TopLevelDomain",
        "smtp:user@contoso.example,",
        "smtp:user@contoso.abcdefghijklmnopq,",
        "smtp:user@contoso.abcdefghijklmnopqr,TopLevelDomain DomainPart Format",
        "smtp:user@contoso..com,DomainPart Format",
        "smtp:user@.contoso.com,DomainPart Format",
        "smtp:user@contoso.com.,DomainPart Format",
        "smtp:user@a.b.contoso.com,",
        "smtp:user..@contoso.com,LocalPart",
        "SPO:SPO_1@SPO_2,",
        "EUM:1234;phone-context=plan.contoso.com,",
        "x400:C=US;A= ;G=a[b],Character",
        "sip:us er@contoso.com,Character",
        "sip:us<er@contoso.com,Character",
        "X500:/o=Org/cn=a:b,Character",
    })
    void an_address_of_a_mailbox_follows_the_rules_of_its_kind(String value, String errors) {
        assertThat(codes(check("proxyAddresses", value, Edition.MULTI_TENANT))).isEqualTo(orEmpty(errors));
    }

    @Test
    void a_routing_address_is_shorter_and_takes_no_backslash() {
        String longest = "SMTP:" + "a".repeat(255 - 17) + "@contoso.com";

        assertThat(check("targetAddress", longest, Edition.MULTI_TENANT)).isEmpty();
        assertThat(check("targetAddress", longest.replace("SMTP:", "SMTP:a"), Edition.MULTI_TENANT))
                .contains(AddressError.LENGTH);
        assertThat(check("targetAddress", "SMTP:us\\er@contoso.com", Edition.MULTI_TENANT))
                .containsExactly(AddressError.CHARACTER);
        assertThat(check("targetAddress", "NOTES:us\\er", Edition.MULTI_TENANT))
                .containsExactly(AddressError.CHARACTER);
    }

    @Test
    void an_alias_does_not_begin_with_a_period_in_microsoft_365() {
        assertThat(check("mailNickname", ".nick", Edition.MULTI_TENANT)).containsExactly(AddressError.CHARACTER);
        assertThat(check("mailNickname", "n.ick", Edition.MULTI_TENANT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2003", "\u0085", "\n"})
    void every_blank_of_unicode_is_a_blank(String blank) {
        assertThat(check("proxyAddresses", "smtp:us" + blank + "er@contoso.com", Edition.MULTI_TENANT))
                .containsExactly(AddressError.CHARACTER);
    }

    @Test
    void an_attribute_without_addresses_has_no_rules() {
        assertThat(check("extensionAttribute1", "x".repeat(2000), Edition.MULTI_TENANT))
                .isEmpty();
    }

    private static List<AddressError> check(String attribute, String value, Edition edition) {
        CatalogueEntry entry =
                AttributeCatalogue.standard().find(AttributeName.of(attribute)).orElseThrow();
        return AddressRules.check(entry, value, edition);
    }

    private static String codes(List<AddressError> errors) {
        return errors.stream().map(AddressError::code).collect(Collectors.joining(" "));
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
