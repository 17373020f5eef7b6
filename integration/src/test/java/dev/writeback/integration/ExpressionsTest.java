package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values that expressions compute, of each group of functions one, written to a directory. The job signs in as an
 * administrator, because identity attributes such as {@code department} are none of those that the service accounts may
 * write.
 */
@Tag("ad")
class ExpressionsTest {

    private static final String FOUND = "as found";
    private static final int FULL = 0;
    private static final int SILENT = 1;
    private static final int EMPTY = 2;
    private static final int BROKEN = 3;

    private static final List<Row> ROWS = List.of(
            new Row("department", "ToUpper([Department])", "SALES \u00dc", FOUND),
            new Row("extensionAttribute1", "Append([Office], \"-EU\")", "bld12-r07-EU", FOUND),
            new Row("extensionAttribute2", "PCase([CustomAttribute2])", "Anna-Maria Van Dyk", FOUND),
            new Row("extensionAttribute3", "NormalizeDiacritics([CustomAttribute3])", "Muller-OEdegard", FOUND),
            new Row(
                    "extensionAttribute4",
                    "Replace([Office], , \"r(?<no>\\\\d+)$\", \"no\", \"99\", , )",
                    "bld12-r99",
                    FOUND),
            new Row("extensionAttribute5", "IIF(IsPresent([Office]), \"office\", \"remote\")", "office", "remote"),
            new Row("extensionAttribute6", "Switch([CustomAttribute6], \"none\", \"A\", \"top\")", "top", "none"),
            new Row("extensionAttribute7", "Coalesce([MobilePhone], [HomePhone], \"n/a\")", "555", "n/a"),
            new Row(
                    "extensionAttribute8",
                    "Join(\"/\", \"North\", [ExtensionCustomAttribute1])",
                    "North/Red/GREEN",
                    "North"),
            new Row(
                    "extensionAttribute9",
                    "IIF(IsPresent([ExtensionCustomAttribute1]), Item([ExtensionCustomAttribute1], 2), \"no colour\")",
                    "GREEN",
                    "no colour"),
            new Row("extensionAttribute10", "ConvertToBase64([CustomAttribute10])", "WgD8AHIAaQBjAGgA", FOUND),
            new Row("extensionAttribute11", "CStr(BitAnd([ResourceCapacity], 10))", "8", FOUND),
            new Row("extensionAttribute12", "DNComponent([CustomAttribute12], 2)", "Legal", FOUND),
            new Row(
                    "extensionAttribute13",
                    "DateAdd(\"m\", 1, CDate([CustomAttribute13]))",
                    "2/28/2023 12:00:00 AM",
                    FOUND),
            new Row("extensionAttribute14", "IgnoreFlowIfNullOrEmpty(StripSpaces([Notes]))", "AB12", FOUND),
            new Row(
                    "extensionAttribute15",
                    "Trim(FormatDateTime([CustomAttribute15], , \"yyyy-M-d\", \"dd MMM yyyy\"))",
                    "03 Jul 2024",
                    FOUND));

    @AutoClose
    private static TestOu ou;

    private static Map<String, StatusLine> statuses;
    private static long changedByAnotherRun;

    @BeforeAll
    static void run_once(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ExpressionsTest", 4);
        for (TestUser user : ou.users()) {
            Modification[] found = ROWS.stream()
                    .map(row -> new Modification(ModificationType.REPLACE, row.target(), FOUND))
                    .toArray(Modification[]::new);
            ou.admin().modify(user.dn(), Arrays.asList(found));
        }
        AgentFolder folder = AgentFolder.create(dir, lab, Account.ADMIN, ou.dn())
                .write("computed.json", profile())
                .configure("profile", "computed.json")
                .feed("01.jsonl", lines());
        folder.run("run").exitsWith(1);
        statuses = folder.takeStatusesByObject();
        Map<String, Long> usns = ou.usns();
        folder.run("run").exitsWith(1);
        changedByAnotherRun = ou.changedSince(usns);
    }

    private static List<FeedLine> lines() {
        return List.of(
                FeedLine.of(ou.user(FULL), 1)
                        .states("Department", "sales \u00fc")
                        .states("Office", "bld12-r07")
                        .states("CustomAttribute2", "anna-maria VAN DYK")
                        .states("CustomAttribute3", "M\u00fcller-\u00d8deg\u00e5rd")
                        .states("CustomAttribute6", "A")
                        .states("HomePhone", "555")
                        .states("ExtensionCustomAttribute1", List.of("Red", "GREEN"))
                        .states("CustomAttribute10", "Z\u00fcrich")
                        .states("ResourceCapacity", 28)
                        .states("CustomAttribute12", "CN=Ruiz\\, Eva,OU=Legal,DC=fabrikam,DC=example")
                        .states("CustomAttribute13", "2023-01-31")
                        .states("Notes", "AB 12 ")
                        .states("CustomAttribute15", "2024-7-3"),
                FeedLine.of(ou.user(SILENT), 1),
                FeedLine.of(ou.user(EMPTY), 1)
                        .states("Department", "")
                        .states("CustomAttribute2", null)
                        .states("Notes", "  "),
                FeedLine.of(ou.user(BROKEN), 1)
                        .states("Department", "still flows")
                        .states("CustomAttribute15", "secretly none"));
    }

    @Test
    void each_group_of_functions_writes_what_it_computes() throws LDAPException {
        assertThat(held(FULL)).isEqualTo(expected(Row::full));
        assertThat(status(FULL).status()).isEqualTo("success");
        assertThat(status(FULL).modifiedProperties())
                .hasSize(ROWS.size() + 1)
                .containsKey("msExchExtensionCustomAttribute1");
    }

    @Test
    void what_comes_from_attributes_that_are_not_stated_is_left_alone() throws LDAPException {
        assertThat(held(SILENT)).isEqualTo(expected(Row::silent));
    }

    @Test
    void what_comes_from_attributes_that_are_empty_is_cleared_and_what_is_dropped_stays() throws LDAPException {
        Map<String, String> held = held(EMPTY);

        assertThat(held).doesNotContainKeys("department", "extensionAttribute2");
        assertThat(held).containsEntry("extensionAttribute14", FOUND).containsEntry("extensionAttribute1", FOUND);
    }

    @Test
    void an_expression_that_fails_spoils_its_attribute_of_that_object_alone_and_says_where() throws LDAPException {
        assertThat(held(BROKEN))
                .containsEntry("department", "STILL FLOWS")
                .containsEntry("extensionAttribute15", FOUND);
        StatusLine status = status(BROKEN);
        assertThat(status.status()).isEqualTo("failure");
        assertThat(status.errorCode()).isEqualTo("InvalidValue");
        assertThat(status.reason())
                .contains("extensionAttribute15", "FormatDateTime at column 6")
                .doesNotContain("secretly");
        assertThat(status.toString()).doesNotContain("secretly");
    }

    @Test
    void another_run_writes_nothing() {
        assertThat(changedByAnotherRun).isZero();
    }

    private static Map<String, String> expected(Function<Row, String> of) {
        Map<String, String> values = new LinkedHashMap<>();
        ROWS.forEach(row -> values.put(row.target(), of.apply(row)));
        return values;
    }

    private static Map<String, String> held(int user) throws LDAPException {
        var entry = ou.read(ou.user(user));
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : ROWS) {
            String value = entry.getAttributeValue(row.target());
            if (value != null) {
                values.put(row.target(), value);
            }
        }
        return values;
    }

    private static StatusLine status(int user) {
        return statuses.get(FeedLine.idOf(ou.user(user)));
    }

    private static String profile() {
        List<Map<String, String>> rules = new ArrayList<>();
        ROWS.forEach(row -> rules.add(Map.of("target", row.target(), "expression", row.expression())));
        return Json.write(Map.of("name", "computed", "extends", "exchange-online", "rules", rules));
    }

    /**
     * A rule.
     *
     * @param target the attribute
     * @param expression what it holds
     * @param full what it holds where everything is stated
     * @param silent what it holds where nothing is stated
     */
    private record Row(String target, String expression, String full, String silent) {}
}
