package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.CatalogueEntry.GlobalCatalog;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The schema of the testkit's directory says of each attribute what the catalogue says. The integration tests hold the
 * catalogue to the schema of a domain controller, so all three agree.
 */
class InMemorySchemaTest {

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
        try (InMemoryActiveDirectory directory =
                        InMemoryActiveDirectory.builder().withoutPorts().start();
                LDAPConnection connection = directory.connect()) {
            connection
                    .search(
                            "CN=Schema,CN=Configuration," + directory.baseDn(),
                            SearchScope.ONE,
                            "(objectClass=attributeSchema)")
                    .getSearchEntries()
                    .forEach(entry -> SCHEMA.put(entry.getAttributeValue("lDAPDisplayName"), entry));
        }
    }

    @Test
    void every_attribute_of_the_catalogue_is_in_the_schema_under_the_same_name() {
        assertThat(AttributeCatalogue.standard().entries())
                .extracting(entry -> entry.name().value())
                .allSatisfy(name -> assertThat(SCHEMA).containsKey(name));
    }

    @Test
    void both_say_the_same_of_it() {
        List<String> differences = new ArrayList<>();
        for (CatalogueEntry entry : AttributeCatalogue.standard().entries()) {
            Entry schema = SCHEMA.getOrDefault(entry.name().value(), new Entry(""));
            compare(entry, schema, (what, agreed) -> {
                if (!agreed) {
                    differences.add(entry.name() + ": " + what);
                }
            });
        }
        assertThat(differences).isEmpty();
    }

    private interface Finding {
        void add(String what, boolean agreed);
    }

    private static void compare(CatalogueEntry entry, Entry schema, Finding finding) {
        finding.add(
                "attributeID", entry.oid().isEmpty() || entry.oid().equals(schema.getAttributeValue("attributeID")));
        finding.add(
                "attributeSyntax",
                SYNTAXES.getOrDefault(entry.syntax(), List.of()).contains(schema.getAttributeValue("attributeSyntax")));
        finding.add("isSingleValued", (entry.arity() == Arity.SINGLE) == isTrue(schema, "isSingleValued"));
        finding.add("rangeLower", entry.lower().equals(number(schema, "rangeLower")));
        finding.add("rangeUpper", entry.upper().equals(number(schema, "rangeUpper")));
        finding.add("linkID", entry.linkId().equals(number(schema, "linkID")));
        if (entry.searchFlags().isPresent()) {
            finding.add("searchFlags", entry.searchFlags().equals(number(schema, "searchFlags")));
        }
        if (entry.globalCatalog() != GlobalCatalog.UNKNOWN) {
            finding.add(
                    "isMemberOfPartialAttributeSet",
                    (entry.globalCatalog() == GlobalCatalog.YES) == isTrue(schema, "isMemberOfPartialAttributeSet"));
        }
    }

    private static boolean isTrue(Entry schema, String attribute) {
        return "TRUE".equals(schema.getAttributeValue(attribute));
    }

    private static OptionalInt number(Entry schema, String attribute) {
        Integer number = schema.getAttributeValueAsInteger(attribute);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
