package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.util.json.JSONObject;
import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan shows what a run would do, in four forms, and does none of it. */
@Tag("ad")
class PreviewTest {

    private static final int USERS = 8;

    /** What a form of output may trip over; each is a valid value. */
    private static final List<String> AWKWARD = List.of(
            " leading",
            "trailing ",
            ": colon",
            "< angle",
            "two\nlines",
            "\u001b[31mred",
            "<script>alert(1)</script>",
            "\u65e5\u672c\u8a9e \ud83d\ude00",
            "# no comment",
            "-",
            "a\r\nchangetype: delete",
            "\"quoted\" & 'quoted'");

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;
    private Map<String, Long> usns;

    @BeforeEach
    void feed(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "PreviewTest", USERS);
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < USERS - 2; i++) {
            lines.add(WholeMailbox.stated(ou.user(i), i, "\u00e9t\u00e9").line(ou.user(i), 1));
        }
        FeedLine awkward = FeedLine.of(ou.user(USERS - 2), 1);
        for (int i = 0; i < AWKWARD.size(); i++) {
            awkward.states("CustomAttribute" + (i + 1), AWKWARD.get(i));
        }
        lines.add(awkward);
        lines.add(FeedLine.of(ou.user(USERS - 1), 1)
                .states("CustomAttribute1", TestUser.EXTENSION_ATTRIBUTE_1)
                .states("CustomAttribute2", ""));
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn()).feed("feed.jsonl", lines);
        usns = ou.usns();
    }

    @Test
    void on_the_terminal_it_shows_old_and_new_of_each_attribute() throws LDAPException, InterruptedException {
        Agent.Result result = folder.run("plan").exitsWith(0);

        writes_nothing();
        for (int i = 0; i < USERS - 2; i++) {
            assertThat(result.stdout()).contains(ou.user(i).dn());
            assertThat(result.stdout())
                    .contains("1 <\u00e9t\u00e9> of " + ou.user(i).alias());
        }
        assertThat(result.stdout())
                .contains("extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1, "proxyAddresses", "34359738368")
                .contains("\u65e5\u672c\u8a9e")
                .doesNotContain("\u001b");
    }

    @Test
    void as_ldif_it_leads_to_what_a_run_leads_to()
            throws LDAPException, LDIFException, IOException, InterruptedException {
        Map<String, Map<String, TreeSet<String>>> before = ou.contents();
        folder.run("plan", "--out", "plan.ldif").exitsWith(0);
        writes_nothing();

        folder.run("run").exitsWith(0);
        Map<String, Map<String, TreeSet<String>>> afterRun = ou.contents();
        put_back(before);
        try (LDAPConnection administrator = lab.connect(Account.LEAST);
                LDIFReader changes = new LDIFReader(folder.path("plan.ldif").toFile())) {
            for (LDIFChangeRecord change = changes.readChangeRecord();
                    change != null;
                    change = changes.readChangeRecord()) {
                change.processChange(administrator);
            }
        }

        assertThat(afterRun).isNotEqualTo(before);
        assertThat(ou.contents()).isEqualTo(afterRun);
    }

    @Test
    void as_json_it_holds_a_plan_for_each_object() throws LDAPException, InterruptedException {
        folder.run("plan", "--out", "plan.json").exitsWith(0);

        writes_nothing();
        JSONObject document = Json.object(folder.read("plan.json"));
        assertThat(Json.text(document, "profile")).isEqualTo("exchange-online");
        List<JSONObject> plans = Json.objects(document, "plans");
        assertThat(plans)
                .map(plan -> Json.text(plan, "object"))
                .containsExactlyInAnyOrderElementsOf(
                        ou.users().stream().map(FeedLine::idOf).toList());
        assertThat(plans)
                .filteredOn(plan -> "write".equals(dispositionOf(plan)))
                .hasSize(USERS - 1);
        assertThat(plans).filteredOn(plan -> "skip".equals(dispositionOf(plan))).hasSize(1);
    }

    @Test
    void as_html_it_is_a_page_in_which_values_are_only_text() throws LDAPException, InterruptedException {
        folder.run("plan", "--out", "plan.html").exitsWith(0);

        writes_nothing();
        String page = folder.read("plan.html");
        assertThat(page.stripLeading().toLowerCase(Locale.ROOT)).startsWith("<!doctype html");
        assertThat(page)
                .contains(ou.user(0).dn())
                .contains("1 &lt;\u00e9t\u00e9&gt; of " + ou.user(0).alias())
                .doesNotContain("<\u00e9t\u00e9>")
                .contains("&amp; more")
                .doesNotContain("& more", "<script>alert")
                .contains("\u65e5\u672c\u8a9e");
    }

    @Test
    void another_ending_is_refused() throws LDAPException, InterruptedException {
        Agent.Result result = folder.run("plan", "--out", "plan.xls").exitsWith(2);

        writes_nothing();
        assertThat(result.stderr()).contains("plan.xls", ".ldif", ".json", ".html");
        assertThat(folder.path("plan.xls")).doesNotExist();
    }

    private void writes_nothing() throws LDAPException {
        assertThat(ou.changedSince(usns)).isZero();
    }

    private static String dispositionOf(JSONObject plan) {
        return Json.text(Objects.requireNonNull(plan.getFieldAsObject("disposition")), "type");
    }

    private void put_back(Map<String, Map<String, TreeSet<String>>> contents) throws LDAPException {
        for (TestUser user : ou.users()) {
            List<Modification> all = new ArrayList<>();
            for (String name : AdLab.WRITEBACK_ATTRIBUTES) {
                TreeSet<String> values = Objects.requireNonNull(contents.get(user.dn()))
                        .getOrDefault(name.toLowerCase(Locale.ROOT), new TreeSet<>());
                all.add(new Modification(ModificationType.REPLACE, name, values.toArray(String[]::new)));
            }
            ou.admin().modify(user.dn(), all);
        }
        assertThat(ou.contents()).isEqualTo(contents);
    }
}
