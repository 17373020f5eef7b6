package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.CatalogueEntry.Writer;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import org.junit.jupiter.api.Test;

class AttributeCatalogueTest {

    @Test
    void it_holds_what_the_facts_say() {
        CatalogueEntry addresses = find("PROXYADDRESSES");

        assertThat(addresses.oid()).isEqualTo("1.2.840.113556.1.2.210");
        assertThat(addresses.syntax()).isEqualTo(AttributeSyntax.ADDRESS);
        assertThat(addresses.arity()).isEqualTo(Arity.MULTI);
        assertThat(addresses.upper()).hasValue(1123);
        assertThat(addresses.linked()).isFalse();
        assertThat(find("publicDelegates").linked()).isTrue();
        assertThat(find("publicDelegates").writer()).isEqualTo(Writer.HYBRID_WRITEBACK);
        assertThat(find("msExchRecipientTypeDetails").syntax()).isEqualTo(AttributeSyntax.LARGE_INTEGER);
    }

    @Test
    void names_and_identifiers_are_there_once() {
        assertThat(AttributeCatalogue.standard().entries())
                .hasSizeGreaterThan(170)
                .extracting(CatalogueEntry::oid)
                .doesNotHaveDuplicates()
                .allMatch(oid -> oid.matches("\\d+(\\.\\d+)+"));
    }

    private static CatalogueEntry find(String name) {
        return AttributeCatalogue.standard().find(AttributeName.of(name)).orElseThrow();
    }
}
