package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

class ProxyAddressProperties {

    @Property
    void any_text_is_an_address_that_can_be_asked_everything(@ForAll @NotEmpty String text) {
        ProxyAddress address = ProxyAddress.parse(text);

        assertThat(address.text()).endsWith(text);
        assertThat(address.prefix() + ":" + address.address()).isEqualTo(address.text());
        assertThat(address.problem().isPresent()).isEqualTo(!address.errors().isEmpty());
        assertThat(address.errors()).doesNotHaveDuplicates();
        assertThat(AcceptedDomains.of(Set.of("contoso.example")).accepts(address))
                .isEqualTo(!address.isSmtp()
                        || address.text().toLowerCase(Locale.ROOT).endsWith("@contoso.example"));
    }

    @Property
    void any_value_of_any_attribute_can_be_checked(@ForAll String text) {
        for (AddressRules.Edition edition : AddressRules.Edition.values()) {
            for (CatalogueEntry entry : AttributeCatalogue.standard().entries()) {
                assertThat(AddressRules.check(entry, text, edition)).doesNotHaveDuplicates();
            }
        }
    }

    @Property
    void case_does_not_tell_addresses_apart(@ForAll("addresses") String text) {
        ProxyAddress address = ProxyAddress.parse(text);

        assertThat(ProxyAddress.parse(text.toUpperCase(Locale.ROOT)).identity()).isEqualTo(address.identity());
        assertThat(address.demoted().identity()).isEqualTo(address.identity());
        assertThat(address.promoted().identity()).isEqualTo(address.identity());
    }

    @Property
    void demotion_and_promotion_change_the_prefix_alone(@ForAll("addresses") String text) {
        ProxyAddress address = ProxyAddress.parse(text);

        assertThat(address.demoted().isPrimary()).isFalse();
        assertThat(address.demoted().demoted()).isEqualTo(address.demoted());
        assertThat(address.promoted().isPrimary()).isEqualTo(address.isSmtp());
        assertThat(address.promoted().address()).isEqualTo(address.address());
        assertThat(address.demoted().errors()).isEqualTo(address.errors());
        assertThat(ProxyAddress.primaryOf(List.of(address.demoted(), address.promoted())))
                .isEqualTo(ProxyAddress.primaryOf(List.of(address.promoted())));
    }

    @Property
    void an_address_of_plain_words_is_valid(@ForAll("addresses") String text) {
        assertThat(ProxyAddress.parse(text).problem()).isEmpty();
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> word = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> prefix = Arbitraries.of("", "SMTP:", "smtp:", "sMtP:", "SIP:", "eum:", "SPO:", "Other:");
        return Combinators.combine(prefix, word, word, word)
                .as((kind, first, second, host) -> "%s%s.%s@%s.contoso.example".formatted(kind, first, second, host));
    }
}
