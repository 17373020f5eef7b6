package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.CatalogueEntry.Authority;
import dev.writeback.engine.exchange.CatalogueEntry.BuiltIn;
import dev.writeback.engine.exchange.CatalogueEntry.GlobalCatalog;
import dev.writeback.engine.exchange.CatalogueEntry.Writer;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeCatalogueTest {

    /** The attributes that Microsoft's documents name; one more is there because the guard reads it. */
    private static final int DOCUMENTED = 177;

    @Test
    void it_holds_what_the_facts_say() {
        CatalogueEntry addresses = find("PROXYADDRESSES");

        assertThat(addresses.oid()).isEqualTo("1.2.840.113556.1.2.210");
        assertThat(addresses.syntax()).isEqualTo(AttributeSyntax.ADDRESS);
        assertThat(addresses.arity()).isEqualTo(Arity.MULTI);
        assertThat(addresses.lower()).hasValue(1);
        assertThat(addresses.upper()).hasValue(1123);
        assertThat(addresses.linked()).isFalse();
        assertThat(addresses.isIndexed()).isTrue();
        assertThat(addresses.globalCatalog()).isEqualTo(GlobalCatalog.NO);
        assertThat(addresses.authority()).isEqualTo(Authority.YES);
        assertThat(addresses.translation()).isEqualTo(Translation.ADDRESSES);
        assertThat(addresses.profile()).contains(BuiltIn.EXCHANGE_ONLINE);
        assertThat(addresses.fromMemory()).isEmpty();
        assertThat(find("msExchRecipientTypeDetails").syntax()).isEqualTo(AttributeSyntax.LARGE_INTEGER);
    }

    @Test
    void a_link_says_its_number_and_its_direction() {
        CatalogueEntry delegates = find("publicDelegates");

        assertThat(delegates.linked()).isTrue();
        assertThat(delegates.linkId()).hasValue(14);
        assertThat(delegates.isBackLink()).isFalse();
        assertThat(delegates.writer()).isEqualTo(Writer.HYBRID_WRITEBACK);
        assertThat(find("memberOf").isBackLink()).isTrue();
        assertThat(find("msExchModeratedByLink").linked()).isTrue();
        assertThat(find("msExchModeratedByLink").linkId()).isEmpty();
        assertThat(find("showInAddressBook").linked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "targetAddress,RemoteRoutingAddress;ExternalEmailAddress",
        "msExchArchiveStatus,ArchiveStatus;ArchiveState",
        "msExchRecipientDisplayType,RecipientTypeDetails;Type",
        "mail,WindowsEmailAddress;PrimarySmtpAddress",
        "extensionAttribute7,CustomAttribute7",
    })
    void an_attribute_has_the_properties_that_state_it_best_first(String attribute, String properties) {
        assertThat(find(attribute).properties()).containsExactly(properties.split(";"));
    }

    @Test
    void a_property_that_belongs_to_an_attribute_is_known_and_not_read() {
        // As a recipient type, 4 is a shared mailbox; as a remote recipient type it is any mailbox that was moved.
        assertThat(find("msExchRemoteRecipientType").properties()).doesNotContain("RemoteRecipientType");
        assertThat(find("msExchRemoteRecipientType").related()).containsExactly("RemoteRecipientType");
    }

    @Test
    void an_attribute_that_no_property_states_has_none() {
        assertThat(find("uSNChanged").properties()).isEmpty();
    }

    @Test
    void names_and_identifiers_are_there_once() {
        Collection<CatalogueEntry> entries = AttributeCatalogue.standard().entries();

        assertThat(entries).hasSize(DOCUMENTED + 1);
        assertThat(entries.stream().filter(entry -> entry.oid().isEmpty()))
                .extracting(entry -> entry.name().value())
                .containsExactly("msExchGenericImmutableId");
        assertThat(entries.stream().map(CatalogueEntry::oid).filter(oid -> !oid.isEmpty()))
                .doesNotHaveDuplicates()
                .allMatch(oid -> oid.matches("\\d+(\\.\\d+)+"));
    }

    @Test
    void the_24_come_first() {
        List<CatalogueEntry> first =
                AttributeCatalogue.standard().entries().stream().limit(24).toList();

        assertThat(first).allMatch(entry -> entry.isIn(BuiltIn.EXCHANGE_ONLINE));
        assertThat(first).allMatch(entry -> entry.writer() == Writer.MAILBOX_WRITEBACK);
        assertThat(AttributeCatalogue.standard().entries().stream()
                        .filter(entry -> entry.isIn(BuiltIn.EXCHANGE_ONLINE)))
                .hasSize(24);
    }

    @Test
    void the_extended_profile_has_the_24_and_26_more_each_with_a_property() {
        List<CatalogueEntry> extended = AttributeCatalogue.standard().entries().stream()
                .filter(entry -> entry.isIn(BuiltIn.EXCHANGE_ONLINE_EXTENDED))
                .toList();

        assertThat(extended).hasSize(50).noneMatch(entry -> entry.property().isEmpty());
        assertThat(extended).extracting(entry -> entry.name().value()).contains("altRecipient", "mailNickname", "mail");
    }

    @Test
    void what_refers_to_recipients_is_a_dn() {
        assertThat(AttributeCatalogue.standard().entries())
                .filteredOn(entry -> entry.translation() == Translation.REFERENCE)
                .hasSize(15)
                .allMatch(entry -> entry.syntax() == AttributeSyntax.DN);
    }

    private static CatalogueEntry find(String name) {
        return AttributeCatalogue.standard().find(AttributeName.of(name)).orElseThrow();
    }
}
