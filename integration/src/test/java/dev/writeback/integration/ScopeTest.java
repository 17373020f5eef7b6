package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organizational units that are renamed, groups that people join and leave, and filters, from run to run. */
@Tag("ad")
class ScopeTest {

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu people;

    private AgentFolder folder;

    @BeforeEach
    void make_users(@TempDir Path dir) throws LDAPException {
        people = TestOu.create(lab, lab.peopleDn(), "ScopeTest", 4);
        folder = AgentFolder.create(dir, lab, Account.SERVICE)
                .configure("store", Map.of("type", "jdbc", "url", "jdbc:h2:./state/writeback"));
        folder.feed(
                "feed.jsonl",
                people.users().stream().map(user -> states(user, 1, "x")).toList());
    }

    @Test
    void members_of_groups_in_groups_take_part_and_whoever_joins_is_written_without_a_change_in_the_cloud()
            throws LDAPException, InterruptedException {
        String inner = group("inner", people.user(0).dn());
        String outer = group("outer", people.user(1).dn(), inner);
        folder.configure("scope", Map.of("groups", List.of(outer)));

        folder.run("run").exitsWith(0);
        assertThat(texts()).containsExactly("x", "x", "as created", "as created");
        assertThat(folder.takeStatusesByObject().get(FeedLine.idOf(people.user(2))).skipReason())
                .isEqualTo("NotInScope");

        member(ModificationType.ADD, inner, people.user(2));
        member(ModificationType.DELETE, outer, people.user(1));
        folder.run("run").exitsWith(0);
        assertThat(texts()).containsExactly("x", "x", "x", "as created");
        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses)
                .containsOnlyKeys(FeedLine.idOf(people.user(1)), FeedLine.idOf(people.user(2)));
        assertThat(statuses.get(FeedLine.idOf(people.user(1))).skipReason()).isEqualTo("NotInScope");

        folder.run("run").exitsWith(0);
        assertThat(folder.takeStatuses()).as("it was told once").isEmpty();
        folder.appendFeed("feed.jsonl", List.of(states(people.user(1), 2, "y")));
        folder.run("run").exitsWith(0);
        assertThat(texts()).containsExactly("x", "x", "x", "as created");
        member(ModificationType.ADD, outer, people.user(1));
        folder.run("run").exitsWith(0);
        assertThat(texts()).containsExactly("x", "y", "x", "as created");
    }

    @Test
    void a_unit_stays_in_scope_when_it_is_renamed_and_the_run_stops_when_it_is_gone()
            throws LDAPException, InterruptedException {
        String unit = "OU=Pilot," + people.dn();
        people.admin().add(new AddRequest(unit, new Attribute("objectClass", "organizationalUnit")));
        people.admin().modifyDN(people.user(0).dn(), "CN=" + people.user(0).alias(), true, unit);
        folder.configure("scope", Map.of("organizationalUnits", List.of(unit)));
        folder.run("run").exitsWith(0);
        assertThat(textAt(unit)).isEqualTo("x");

        people.admin().modifyDN(unit, "OU=Crew", true);
        folder.appendFeed("feed.jsonl", List.of(states(people.user(0), 2, "y")));
        folder.run("run").exitsWith(0);
        assertThat(textAt("OU=Crew," + people.dn())).isEqualTo("y");

        people.admin().modifyDN("CN=" + people.user(0).alias() + ",OU=Crew," + people.dn(),
                "CN=" + people.user(0).alias(), true, people.dn());
        people.admin().delete("OU=Crew," + people.dn());
        folder.takeStatuses();
        folder.appendFeed("feed.jsonl", List.of(states(people.user(0), 3, "z")));
        Agent.Result gone = folder.run("run").exitsWith(4);
        assertThat(gone.output())
                .contains("The organizational unit " + unit + " of the scope cannot be found");
        assertThat(folder.takeStatuses()).isEmpty();
        assertThat(texts().get(0)).isEqualTo("y");
        folder.run("check").exitsWith(1);
    }

    @Test
    void an_entry_comes_in_and_leaves_by_what_the_filter_asks_for() throws LDAPException, InterruptedException {
        folder.configure(
                "scope",
                Map.of("organizationalUnits", List.of(people.dn()), "filter", "(department=Sales)"));
        folder.run("run").exitsWith(0);
        assertThat(texts()).containsOnly("as created");
        folder.takeStatuses();

        department(0, "Sales");
        folder.run("run").exitsWith(0);
        assertThat(texts()).containsExactly("x", "as created", "as created", "as created");

        folder.takeStatuses();
        department(0, "Research");
        folder.run("run").exitsWith(0);
        assertThat(folder.takeStatusesByObject().get(FeedLine.idOf(people.user(0))).skipReason())
                .isEqualTo("NotInScope");
    }

    @Test
    void a_filter_that_is_none_is_one_line_with_its_key() throws InterruptedException {
        folder.configure("scope", Map.of("filter", "(department=Sales"));
        Agent.Result result = folder.run("run").exitsWith(2);
        assertThat(result.stderr()).contains("scope.filter is not an LDAP filter").hasLineCount(1);
    }

    private static FeedLine states(TestUser user, long version, String text) {
        return FeedLine.of(user, version).states("CustomAttribute1", text);
    }

    private String group(String name, String... members) throws LDAPException {
        String dn = "CN=" + name + "," + people.dn();
        people.admin()
                .add(new AddRequest(
                        dn,
                        new Attribute("objectClass", "group"),
                        new Attribute(
                                "sAMAccountName",
                                name + "-" + ProcessHandle.current().pid()),
                        new Attribute("member", members)));
        return dn;
    }

    private void member(ModificationType type, String group, TestUser user) throws LDAPException {
        people.admin().modify(group, new Modification(type, "member", user.dn()));
    }

    private void department(int user, String name) throws LDAPException {
        people.admin()
                .modify(people.user(user).dn(), new Modification(ModificationType.REPLACE, "department", name));
    }

    private List<String> texts() throws LDAPException {
        List<String> texts = new ArrayList<>();
        for (TestUser user : people.users()) {
            texts.add(people.read(user, "extensionAttribute1").getAttributeValue("extensionAttribute1"));
        }
        return texts;
    }

    private String textAt(String unit) throws LDAPException {
        return people.admin()
                .getEntry("CN=" + people.user(0).alias() + "," + unit, "extensionAttribute1")
                .getAttributeValue("extensionAttribute1");
    }
}
