package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Addresses that are nearly right. Each try draws many from its seed, {@code fuzz.tries} in all. */
class AddressFuzzProperties {

    private static final int RUNS = 100;
    private static final long EACH = Math.max(1, Long.getLong("fuzz.tries", 5_000) / RUNS);
    private static final List<CatalogueEntry> ENTRIES =
            List.copyOf(AttributeCatalogue.standard().entries());
    private static final List<String> PARTS = List.of(
            "SMTP:",
            "smtp:",
            "sMtP:",
            "X500:",
            "SIP:",
            "x400:",
            "eum:",
            ":",
            "@",
            ".",
            "..",
            "-",
            "_",
            "*",
            " ",
            "ada",
            "Ada.Lovelace",
            "contoso.example",
            "mail.contoso.example",
            "xn--mnchen-3ya.example",
            "münchen.example",
            "onmicrosoft.com",
            ".onmicrosoft.com",
            "local",
            "(",
            "\"",
            "\\",
            "/o=x/ou=y/cn=z",
            "\u00a0",
            "\u200b",
            "\ud800",
            "😀",
            "İ",
            "ß",
            "\u0000",
            "\r\n",
            "a".repeat(64),
            "b".repeat(300),
            "c=us;a= ;p=x;");

    @Property(tries = RUNS)
    void every_address_can_be_asked_everything(@ForAll long seed) {
        Random random = new Random(seed);
        for (long i = 0; i < EACH; i++) {
            String text = drawn(random);
            ProxyAddress address = ProxyAddress.parse(text);

            assertThat(address.text()).endsWith(text);
            assertThat(address.prefix() + ":" + address.address()).isEqualTo(address.text());
            assertThat(address.problem().isPresent())
                    .as(text)
                    .isEqualTo(!address.errors().isEmpty());
            assertThat(address.demoted().identity()).as(text).isEqualTo(address.identity());
            assertThat(address.demoted().promoted().isPrimary()).as(text).isEqualTo(address.isSmtp());
            assertThat(address.kind()).isNotNull();
        }
    }

    @Property(tries = RUNS)
    void every_value_of_every_attribute_can_be_checked(@ForAll long seed) {
        Random random = new Random(seed);
        for (long i = 0; i < EACH; i++) {
            String text = drawn(random);
            CatalogueEntry entry = ENTRIES.get(random.nextInt(ENTRIES.size()));
            for (AddressRules.Edition edition : AddressRules.Edition.values()) {
                assertThat(AddressRules.check(entry, text, edition)).as(text).doesNotHaveDuplicates();
            }
        }
    }

    @Property(tries = RUNS)
    void accepted_domains_are_usable_or_refused_and_accept_their_own(@ForAll long seed) {
        Random random = new Random(seed);
        for (long i = 0; i < EACH; i++) {
            String domain = drawn(random);
            AcceptedDomains accepted;
            try {
                accepted = AcceptedDomains.of(List.of(domain));
            } catch (IllegalArgumentException unusable) {
                continue;
            }
            ProxyAddress address = ProxyAddress.parse("smtp:ada@" + domain);
            boolean plain = domain.indexOf('*') < 0 && domain.strip().equals(domain);

            assertThat(accepted.accepts(domain) || !plain).as(domain).isTrue();
            assertThat(accepted.accepts(address) || !plain).as(domain).isTrue();
            assertThat(AcceptedDomains.all().accepts(ProxyAddress.parse(drawn(random))))
                    .isTrue();
        }
    }

    private static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(
                    random.nextInt(20) == 0 ? (char) random.nextInt(0x10000) : PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
