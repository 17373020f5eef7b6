package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which values an attribute takes, in which form it keeps them, and which of them are one. */
public abstract class ValuesContract extends ControllerContract {

    private static final String WIDE = "\uD83D\uDE00";

    /** For those who extend it. */
    protected ValuesContract() {}

    @Test
    void text_is_kept_as_it_is() throws LDAPException {
        for (String text : List.of("  a  b  ", "a\tb\nc", WIDE, "e\u0301", "\u00e9", "a\0b")) {
            kept("info", text, text);
        }
    }

    @Test
    void numbers_are_kept_in_their_shortest_form() throws LDAPException {
        Map.of("0005", "5", "+5", "5", " 5", "5", "-5", "-5", "2147483647", "2147483647")
                .forEach((given, stored) -> kept("msExchRecipientDisplayType", given, stored));
        List.of("five", "5.0", "0x5").forEach(given -> refusedValue("msExchRecipientDisplayType", given));
        List.of("-5", "9223372036854775807", "-9223372036854775808")
                .forEach(given -> kept("msExchRecipientTypeDetails", given, given));
        List.of("five", "9223372036854775808").forEach(given -> refusedValue("msExchRecipientTypeDetails", given));
    }

    @Test
    void booleans_are_written_in_capitals_and_found_in_any_case() throws LDAPException {
        kept("msExchHideFromAddressLists", "TRUE", "TRUE");
        List.of("true", "1").forEach(given -> refusedValue("msExchHideFromAddressLists", given));
        assertThat(place.matches(
                        place.user(with("msExchHideFromAddressLists", "TRUE")), "(msExchHideFromAddressLists=true)"))
                .isTrue();
    }

    @Test
    void times_have_a_fraction_and_are_in_UTC() {
        kept("msExchWhenMailboxCreated", "20260101000000.123Z", "20260101000000.0Z");
        List.of("20260101000000Z", "20260101000000+0100", "2026-01-01T00:00:00Z")
                .forEach(given -> refusedValue("msExchWhenMailboxCreated", given));
    }

    private void kept(String attribute, String given, String stored) {
        try {
            String user = place.user(with(attribute, given));
            assertThat(place.values(user, attribute))
                    .as("%s in the form in which the server keeps '%s'", attribute, given)
                    .containsExactly(stored);
        } catch (LDAPException refusal) {
            throw new AssertionError(attribute + " does not take '" + given + "'", refusal);
        }
    }

    private void refusedValue(String attribute, String given) {
        refused(
                attribute + " of '" + given + "'",
                ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                "0000200B",
                () -> place.modify(place.user(), replace(attribute, given)));
    }

    @Test
    void lengths_are_counted_in_UTF_16_units() {
        done("64 letters of two octets", () -> place.user(with("mailNickname", "\u00fc".repeat(64))));
        done("32 characters of two units", () -> place.user(with("mailNickname", WIDE.repeat(32))));
        assertThat(Reply.to(() -> place.user(with("mailNickname", WIDE.repeat(33))))
                        .code())
                .as("33 characters of two units")
                .isNotZero();
        done("1024 letters", () -> place.user(with("extensionAttribute1", "x".repeat(1024))));
        done("16 octets", () -> place.user(with("msExchMailboxGuid", new byte[16])));
        for (int wrong : new int[] {0, 15, 17}) {
            assertThat(Reply.to(() -> place.user(with("msExchMailboxGuid", new byte[wrong])))
                            .code())
                    .as("a mailbox GUID of %d octets", wrong)
                    .isNotZero();
        }
    }

    @Test
    void text_that_is_no_unicode_and_empty_text_are_refused() throws LDAPException {
        String user = place.user();
        refused(
                "octets that are no UTF-8",
                ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                "0000200B",
                () -> place.modify(user, replace("info", new byte[] {(byte) 0xc3, 0x28})));
        assertThat(Reply.to(() -> place.modify(user, replace("info", ""))).code())
                .as("empty text; an attribute is taken away by a change without values")
                .isIn(ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE, ResultCode.CONSTRAINT_VIOLATION_INT_VALUE);
    }

    @Test
    void case_does_not_count_when_values_are_compared() throws LDAPException {
        String user = place.user(with("proxyAddresses", "SMTP:Ada@x", "smtp:b@x"), with("info", "\u00e9\u0416"));
        for (String filter : List.of(
                "(proxyAddresses=smtp:ada@X)",
                "(proxyAddresses=smtp:AD*)",
                "(proxyAddresses=*DA@*)",
                "(info=\u00c9\u0436)")) {
            assertThat(place.matches(user, filter)).as(filter).isTrue();
        }
        assertThat(place.matches(user, "(info=e*)"))
                .as("an accent that is left out")
                .isFalse();
        place.modify(user, delete("proxyAddresses", "smtp:ADA@X"));
        assertThat(place.values(user, "proxyAddresses"))
                .as("addresses after one was deleted in another case")
                .containsExactly("smtp:b@x");
        place.modify(user, delete("info", "\u00c9\u0416"), add("info", "other"));
    }

    @Test
    void two_addresses_swap_their_case_in_one_request() throws LDAPException {
        String user = place.user(with("proxyAddresses", "SMTP:a@x", "smtp:b@x"));
        place.modify(
                user, delete("proxyAddresses", "SMTP:a@x", "smtp:b@x"), add("proxyAddresses", "smtp:a@x", "SMTP:b@x"));
        assertThat(place.values(user, "proxyAddresses"))
                .as("a primary address changes places with another one: to the directory the values stay the same")
                .containsExactlyInAnyOrder("smtp:a@x", "SMTP:b@x");
        place.modify(user, replace("proxyAddresses", "SMTP:a@x", "smtp:b@x"));
        assertThat(place.values(user, "proxyAddresses")).containsExactlyInAnyOrder("SMTP:a@x", "smtp:b@x");
    }

    @Test
    void forms_of_one_letter_are_two_values() throws LDAPException {
        String user = place.user(with("otherTelephone", "\u00e9", "e\u0301", "\u00df", "ss"));
        assertThat(place.values(user, "otherTelephone"))
                .as("a letter with an accent, the two after one another, and a sharp s beside two")
                .containsExactlyInAnyOrder("\u00e9", "e\u0301", "\u00df", "ss");
    }

    @Test
    void one_address_may_be_had_by_two() throws LDAPException {
        place.user(with("proxyAddresses", "smtp:shared@contract.example"));
        done(
                "an address that another entry has; the directory does not look",
                () -> place.user(with("proxyAddresses", "smtp:shared@contract.example")));
    }
}
