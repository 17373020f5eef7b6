package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedDomainsTest {

    private static final AcceptedDomains DOMAINS = AcceptedDomains.of(
            List.of("Contoso.example", "*.fabrikam.example", "München.example", "xn--bcher-kva.example"));

    @ParameterizedTest
    @CsvSource({
        "SMTP:a@contoso.example,true",
        "smtp:a@CONTOSO.EXAMPLE,true",
        "smtp:a@sub.contoso.example,false",
        "smtp:a@xcontoso.example,false",
        "smtp:a@fabrikam.example,false",
        "smtp:a@mail.fabrikam.example,true",
        "smtp:a@very.deep.fabrikam.example,true",
        "smtp:a@xfabrikam.example,false",
        "smtp:a@xn--mnchen-3ya.example,true",
        "smtp:a@XN--MNCHEN-3YA.example,true",
        "smtp:a@BÜCHER.example,true",
        "smtp:a@b@contoso.example,true",
        "smtp:a,false",
        "smtp:a@,false",
        "SIP:a@elsewhere.example,true",
        "X500:/o=Org/cn=a,true",
    })
    void an_smtp_address_of_another_domain_is_not_accepted(String address, boolean accepted) {
        assertThat(DOMAINS.accepts(ProxyAddress.parse(address))).isEqualTo(accepted);
    }

    /** The samples of RFC 3492, section 7.1, as far as they are labels of one script. */
    @ParameterizedTest
    @CsvSource({
        "他们为什么不说中文,xn--ihqwcrb4cv8a8dqg056pqjye",
        "почемужеонинеговорятпорусски,xn--b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "3年b組金八先生,xn--3b-ww4c5e180e575a65lsy2b",
        // The places where a digit is just too great for its position, and where the bias takes one step less.
        "上娮,xn--fhqv90a",
        "圇圎奜,xn--5csoa48o",
        "埴û东圽,xn--sda4060blzf3ua",
        "崃啥囪屌,xn--7zr48ae2j3ua",
        "'a\u0080',xn--a-ba",
    })
    void a_domain_is_known_by_its_ascii_form(String label, String ascii) {
        assertThat(AcceptedDomains.of(List.of(label + ".example")).accepts(ascii + ".example"))
                .isTrue();
    }

    @Test
    void a_label_is_encoded_as_long_as_the_domain_name_system_would_take_it() {
        String longest = "ü".repeat(63);

        assertThat(AcceptedDomains.of(List.of(longest + ".example")).accepts("xn--td" + "a".repeat(63) + ".example"))
                .isTrue();
        assertThat(AcceptedDomains.of(List.of("Ü" + longest + ".example")).domains())
                .containsExactly("ü" + longest + ".example");
    }

    @Test
    void a_full_stop_of_east_asia_divides_labels_too() {
        assertThat(DOMAINS.accepts("münchen\u3002example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*.", "a@contoso.example", "*contoso.example", ".contoso.example"})
    void what_is_no_domain_is_refused(String domain) {
        assertThatThrownBy(() -> AcceptedDomains.of(List.of(domain)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no accepted domain");
    }

    @Test
    void no_domains_accept_no_smtp_address() {
        AcceptedDomains none = AcceptedDomains.of(List.of());

        assertThat(none.accepts(ProxyAddress.parse("smtp:a@contoso.example"))).isFalse();
        assertThat(none.accepts(ProxyAddress.parse("SIP:a@contoso.example"))).isTrue();
    }
}
