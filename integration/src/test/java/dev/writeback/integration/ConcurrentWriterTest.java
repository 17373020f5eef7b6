package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.json.JSONObject;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator who edits the very entries that the agent is writing. */
@Tag("ad")
class ConcurrentWriterTest {

    private static final int USERS = 60;

    /** The agent writes for about three seconds, so that both are at it together. */
    private static final int WRITES_PER_SECOND = 20;

    private static final List<String> TOGETHER =
            List.of("extensionAttribute1", "extensionAttribute2", "extensionAttribute3");

    private static AdLab lab;

    @AutoClose
    private static TestOu ou;

    @BeforeAll
    static void make_users() throws LDAPException {
        lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ConcurrentWriterTest", USERS);
    }

    @Test
    void an_edit_is_either_whole_or_overwritten_whole_and_what_the_feed_does_not_state_keeps_it(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        AgentFolder folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .configure("limits", Map.of("destructiveChanges", 10_000, "writesPerSecond", WRITES_PER_SECOND))
                .feed(
                        "feed.jsonl",
                        ou.users().stream().map(ConcurrentWriterTest::line).toList());
        Map<String, Edit> last = new TreeMap<>();
        Agent.Result result;

        try (Agent agent = folder.start("--json", "run")) {
            CompletableFuture<Void> edits = CompletableFuture.runAsync(() -> editWhile(agent, last));
            result = agent.await();
            edits.join();
        }

        assertThat(result.exitCode()).as("%s", result).isIn(0, 1);
        JSONObject counts = Objects.requireNonNull(Json.object(result.stdout()).getFieldAsObject("counts"));
        assertThat(counts.getFieldAsInteger("writes"))
                .as("the agent lost races and tried again")
                .isGreaterThan(counts.getFieldAsInteger("written"));
        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses).hasSize(USERS);
        Set<String> failures = statuses.values().stream()
                .filter(status -> status.status().equals("failure"))
                .map(StatusLine::errorCode)
                .collect(Collectors.toSet());
        assertThat(failures).isEqualTo(result.exitCode() == 0 ? Set.of() : Set.of("EntryConflict"));
        assertThat(last).hasSize(USERS);
        for (TestUser user : ou.users()) {
            is_whole(user, last.get(user.dn()));
        }

        folder.configure("limits", Map.of("destructiveChanges", 10_000))
                .run("run")
                .exitsWith(0);

        for (TestUser user : ou.users()) {
            assertThat(togetherOf(ou.read(user))).containsOnly("of the cloud");
            keeps_what_the_feed_does_not_state(user, last.get(user.dn()));
        }
    }

    private static void is_whole(TestUser user, Edit last) throws LDAPException {
        assertThat(togetherOf(ou.read(user))).as(user.dn()).hasSize(1).isSubsetOf("of the cloud", last.value());
        keeps_what_the_feed_does_not_state(user, last);
    }

    private static void keeps_what_the_feed_does_not_state(TestUser user, Edit last) throws LDAPException {
        SearchResultEntry entry = ou.read(user);
        assertThat(entry.getAttributeValue("extensionAttribute15")).isEqualTo(last.value());
        assertThat(entry.getAttributeValue("description")).isEqualTo(last.value());
        assertThat(entry.getAttributeValues("proxyAddresses"))
                .contains(last.addresses().toArray(String[]::new));
    }

    private static Set<String> togetherOf(SearchResultEntry entry) {
        return TOGETHER.stream().map(entry::getAttributeValue).collect(Collectors.toSet());
    }

    /** Edits one entry after the other, over and over until the agent is done, and at least each once. */
    private static void editWhile(Agent agent, Map<String, Edit> last) {
        try (LDAPConnection connection = lab.connect(Account.ADMIN)) {
            for (int round = 0; round == 0 || agent.isRunning(); round++) {
                for (TestUser user : ou.users()) {
                    Edit edit = last.getOrDefault(user.dn(), Edit.NONE).next(user, round);
                    connection.modify(user.dn(), edit.modifications());
                    last.put(user.dn(), edit);
                }
            }
        } catch (LDAPException e) {
            throw new AssertionError("the administrator's edit failed", e);
        }
    }

    private static FeedLine line(TestUser user) {
        List<String> addresses = new ArrayList<>(List.of("SMTP:cloud." + user.mail(), "smtp:" + user.mail()));
        FeedLine line = FeedLine.of(user, 1).states("EmailAddresses", addresses);
        for (int i = 1; i <= TOGETHER.size(); i++) {
            line.states("CustomAttribute" + i, "of the cloud");
        }
        return line;
    }

    /**
     * What an administrator did to an entry.
     *
     * @param value the value of all attributes that were set, in one request
     * @param addresses what was added to proxyAddresses by this edit and those before
     */
    private record Edit(String value, List<String> addresses) {

        static final Edit NONE = new Edit("", List.of());

        Edit next(TestUser user, int round) {
            List<String> all = new ArrayList<>(addresses);
            all.add("X500:/o=Lab Organization/ou=Edits/cn=" + user.alias() + "-" + round);
            return new Edit("edit " + round, List.copyOf(all));
        }

        List<Modification> modifications() {
            List<Modification> all = new ArrayList<>();
            for (String name : TOGETHER) {
                all.add(new Modification(ModificationType.REPLACE, name, value));
            }
            for (String name : Arrays.asList("extensionAttribute15", "description")) {
                all.add(new Modification(ModificationType.REPLACE, name, value));
            }
            all.add(new Modification(ModificationType.ADD, "proxyAddresses", addresses.get(addresses.size() - 1)));
            return all;
        }
    }
}
