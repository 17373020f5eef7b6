package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPartTest {

    private static final int START = "smtp:".length();
    private static final Pattern NEIGHBOURING_MARKS = Pattern.compile("(^|[-.@])[-.@]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMTP:ada@contoso.example",
                "smtp:Ada.Sand-9@mail.contoso.example",
                "smtp:a@b.de",
                "smtp:AZaz09@AZaz09.azAZ",
                "smtp:a@contoso.abcdefghijklmnopq",
                "smtp:a@contoso.locale",
                "smtp:a@contoso.ocal"
            })
    void an_ordinary_address_is_known_without_the_rules(String address) {
        assertThat(SmtpPart.isPlain(address, START)).isTrue();
        assertThat(ProxyAddress.parse(address).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp:o'brien@contoso.example",
                "smtp:a_b@contoso.example",
                "smtp:a/b@contoso.example",
                "smtp:a`b@contoso.example",
                "smtp:a{b@contoso.example"
            })
    void an_address_with_a_rarer_mark_is_left_to_the_rules(String address) {
        assertThat(SmtpPart.isPlain(address, START)).isFalse();
        assertThat(ProxyAddress.parse(address).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp:a@contoso.local",
                "smtp:a@contoso.LAN",
                "smtp:a@contoso.alt",
                "smtp:a@contoso.localdomain",
                "smtp:a@contoso.e",
                "smtp:a@contoso.abcdefghijklmnopqr",
                "smtp:a@contoso.e1",
                "smtp:a@contoso.1e",
                "smtp:a@contoso.e-x",
                "smtp:a[b@contoso.example",
                "smtp:a:b@contoso.example"
            })
    void an_address_that_breaks_a_rule_is_never_taken_for_ordinary(String address) {
        assertThat(SmtpPart.isPlain(address, START)).isFalse();
        assertThat(ProxyAddress.parse(address).errors()).isNotEmpty();
    }

    @Test
    void of_all_short_texts_those_are_ordinary_that_keep_the_rules_and_have_no_marks_side_by_side() {
        Deque<String> texts = new ArrayDeque<>();
        texts.add("");
        while (!texts.isEmpty()) {
            String text = texts.remove();
            boolean keepsTheRules = AddressInspection.ofPlain(text)
                    .withoutSecondColon()
                    .address()
                    .errors()
                    .isEmpty();
            assertThat(SmtpPart.isPlain("smtp:" + text, START))
                    .as(text)
                    .isEqualTo(
                            keepsTheRules && !NEIGHBOURING_MARKS.matcher(text).find());
            if (text.length() < 7) {
                "aZ-.@".chars().forEach(c -> texts.add(text + (char) c));
            }
        }
    }

    @Test
    void of_all_characters_of_ascii_those_are_taken_that_mail_takes() {
        for (char c = 0; c < 0x81; c++) {
            String text = String.valueOf(c);
            assertThat(SmtpPart.isLocal("a" + c + "b"))
                    .as("local %x", (int) c)
                    .isEqualTo(text.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]"));
            assertThat(SmtpPart.isDomain("a" + c + "b.example"))
                    .as("domain %x", (int) c)
                    .isEqualTo(text.matches("[A-Za-z0-9.-]"));
            assertThat(SmtpPart.isDomain("contoso.aa" + c + "bb"))
                    .as("top-level domain %x", (int) c)
                    .isEqualTo(text.matches("[A-Za-z.]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".lan", "contoso.lan", ".x1", "contoso.e", "a.b.CORP"})
    void a_last_label_that_mail_cannot_be_sent_to_is_known(String domain) {
        assertThat(SmtpPart.isUnroutable(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lan", "contoso", "contoso.", "contoso.ex", "lan.contoso"})
    void a_domain_of_one_label_or_with_another_last_one_is_not_unroutable(String domain) {
        assertThat(SmtpPart.isUnroutable(domain)).isFalse();
    }
}
