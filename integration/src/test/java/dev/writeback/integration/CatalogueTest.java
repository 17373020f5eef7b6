package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.CatalogueEntry.GlobalCatalog;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.model.AttributeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the catalogue says of an attribute is what the schema of a domain controller says. */
@Tag("ad")
class CatalogueTest {

    /** Which syntaxes of Active Directory, by attributeSyntax, are which of ours. */
    private static final Map<AttributeSyntax, List<String>> SYNTAXES = Map.of(
            AttributeSyntax.CASE_IGNORE, List.of("2.5.5.12", "2.5.5.4", "2.5.5.2"),
            AttributeSyntax.CASE_EXACT, List.of("2.5.5.5"),
            AttributeSyntax.ADDRESS, List.of("2.5.5.12"),
            AttributeSyntax.INTEGER, List.of("2.5.5.9"),
            AttributeSyntax.LARGE_INTEGER, List.of("2.5.5.16"),
            AttributeSyntax.BOOLEAN, List.of("2.5.5.8"),
            AttributeSyntax.DN, List.of("2.5.5.1", "2.5.5.7"),
            AttributeSyntax.OCTETS, List.of("2.5.5.10", "2.5.5.15", "2.5.5.17"),
            AttributeSyntax.TIME, List.of("2.5.5.11"));

    private static final Map<String, Entry> SCHEMA = new TreeMap<>();

    @BeforeAll
    static void read_the_schema() throws LDAPException {
        try (LDAPConnection connection = AdLab.running().connect(Account.READER)) {
            SearchRequest everything = new SearchRequest(
                    connection.getRootDSE().getAttributeValue("schemaNamingContext"),
                    SearchScope.ONE,
                    "(objectClass=attributeSchema)");
            connection
                    .search(everything)
                    .getSearchEntries()
                    .forEach(entry -> SCHEMA.put(entry.getAttributeValue("lDAPDisplayName"), entry));
        }
    }

    @Test
    void all_attributes_but_one_are_in_the_schema_under_the_same_name() {
        assertThat(AttributeCatalogue.standard().entries())
                .extracting(entry -> entry.name().value())
                .filteredOn(name -> !SCHEMA.containsKey(name))
                .containsExactly("msExchGenericImmutableId");
    }

    @Test
    void every_attribute_that_the_schema_has_agrees_with_it() {
        List<String> differences = new ArrayList<>();
        for (CatalogueEntry entry : AttributeCatalogue.standard().entries()) {
            Entry schema = SCHEMA.get(entry.name().value());
            if (schema != null) {
                new Comparison(entry, schema, differences).compare();
            }
        }
        assertThat(differences).isEmpty();
    }

    private record Comparison(CatalogueEntry entry, Entry schema, List<String> differences) {

        void compare() {
            same("attributeID", entry.oid(), text("attributeID"));
            holds(
                    "attributeSyntax",
                    SYNTAXES.getOrDefault(entry.syntax(), List.of()).contains(text("attributeSyntax")));
            holds("isSingleValued", (entry.arity() == Arity.SINGLE) == isTrue("isSingleValued"));
            same("rangeLower", entry.lower(), number("rangeLower"));
            same("rangeUpper", entry.upper(), number("rangeUpper"));
            holds("linkID", entry.linked() == number("linkID").isPresent());
            if (entry.linkId().isPresent()) {
                same("linkID", entry.linkId(), number("linkID"));
            }
            if (entry.searchFlags().isPresent()) {
                same(
                        "searchFlags",
                        entry.searchFlags().getAsInt(),
                        number("searchFlags").orElse(0));
            }
            if (entry.globalCatalog() != GlobalCatalog.UNKNOWN) {
                holds(
                        "isMemberOfPartialAttributeSet",
                        (entry.globalCatalog() == GlobalCatalog.YES) == isTrue("isMemberOfPartialAttributeSet"));
            }
        }

        private void same(String what, Object catalogue, Object directory) {
            holds("%s (%s, %s)".formatted(what, catalogue, directory), catalogue.equals(directory));
        }

        private void holds(String what, boolean agreement) {
            if (!agreement) {
                differences.add(entry.name() + ": " + what);
            }
        }

        private String text(String attribute) {
            return schema.getAttributeValue(attribute);
        }

        private boolean isTrue(String attribute) {
            return "TRUE".equals(text(attribute));
        }

        private OptionalInt number(String attribute) {
            Integer number = schema.getAttributeValueAsInteger(attribute);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }
}
