package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delegates and forwarding: mailboxes that refer to others. Each test has users of its own, and an agent that follows. */
@Tag("ad")
class ReferencesTest {

    private static final String PROFILE = """
            { "name": "links", "extends": "exchange-online", "rules": [
              { "target": "publicDelegates", "source": "GrantSendOnBehalfTo" },
              { "target": "altRecipient", "source": "ForwardingAddress" } ] }""";

    private static AdLab lab;

    @AutoClose
    private static TestOu ou;

    private final List<StatusLine> statuses = new ArrayList<>();
    private AgentFolder folder;
    private Agent agent;

    @BeforeAll
    static void make_users() throws LDAPException {
        lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ReferencesTest", 12);
    }

    @BeforeEach
    void follow_an_empty_feed(@TempDir Path dir) {
        folder = AgentFolder.create(dir, lab, Account.SERVICE, ou.dn())
                .write("links.json", PROFILE)
                .configure("profile", "links.json")
                .configure("retry", Map.of("first", "PT1S", "max", "PT2S", "retention", "PT72H"))
                .feed("01.jsonl", List.of());
        agent = folder.start("run", "--follow");
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void a_delegate_that_is_stated_later_is_written_by_itself() throws LDAPException {
        folder.appendFeed("01.jsonl", List.of(delegates(0, 1, 1, 2), line(1, 1)));
        awaitStatus(0, "warning");
        assertThat(links(0)).containsExactly(ou.user(1).dn());

        folder.appendFeed("01.jsonl", List.of(line(2, 1)));
        awaitStatus(0, "success");

        assertThat(links(0))
                .containsExactlyInAnyOrder(ou.user(1).dn(), ou.user(2).dn());
        assertThat(of(0)).containsExactly("warning", "success");
    }

    @Test
    void references_are_written_changed_and_cleared() throws LDAPException {
        folder.appendFeed(
                "01.jsonl", List.of(delegates(3, 1, 4, 5).states("ForwardingAddress", ref(4)), line(4, 1), line(5, 1)));
        awaitStatus(3, "success");
        assertThat(links(3))
                .containsExactlyInAnyOrder(ou.user(4).dn(), ou.user(5).dn());
        assertThat(entry(3).getAttributeValue("altRecipient"))
                .isEqualTo(ou.user(4).dn());

        folder.appendFeed("01.jsonl", List.of(delegates(3, 2, 5, 3).states("ForwardingAddress", null)));
        await().until(() -> of(3).size() == 2);
        assertThat(links(3))
                .containsExactlyInAnyOrder(ou.user(5).dn(), ou.user(3).dn());
        assertThat(entry(3).getAttributeValue("altRecipient")).isNull();

        folder.appendFeed("01.jsonl", List.of(delegates(3, 3)));
        await().until(() -> of(3).size() == 3);
        assertThat(links(3)).isEmpty();
        assertThat(of(3)).containsOnly("success");
    }

    @Test
    void a_renamed_delegate_is_written_by_its_new_name_although_the_old_one_was_known() throws LDAPException {
        folder.appendFeed("01.jsonl", List.of(delegates(6, 1, 7), line(7, 1)));
        awaitStatus(6, "success");
        String renamed = "CN=married," + ou.dn();
        ou.admin().modifyDN(ou.user(7).dn(), "CN=married", true);
        assertThat(links(6)).containsExactly(renamed);

        folder.appendFeed("01.jsonl", List.of(delegates(8, 1, 7)));
        awaitStatus(8, "success");

        assertThat(links(8)).containsExactly(renamed);
        assertThat(links(6)).containsExactly(renamed);
        assertThat(of(6)).containsExactly("success");
        assertThat(of(8)).containsExactly("success");
    }

    @Test
    void a_delegate_whose_entry_is_gone_is_left_out_and_written_when_it_is_back() throws LDAPException {
        folder.appendFeed("01.jsonl", List.of(delegates(9, 1, 10), externally(10, 1)));
        awaitStatus(9, "warning");
        assertThat(links(9)).isEmpty();

        ou.admin()
                .modify(
                        ou.user(10).dn(),
                        new Modification(ModificationType.ADD, "msDS-ExternalDirectoryObjectId", external(10)));
        awaitStatus(9, "success");
        assertThat(links(9)).containsExactly(ou.user(10).dn());

        ou.admin().delete(ou.user(10).dn());
        folder.appendFeed("01.jsonl", List.of(delegates(11, 1, 10)));
        awaitStatus(11, "warning");
        assertThat(links(11)).isEmpty();
        assertThat(of(11)).containsExactly("warning");
    }

    private static FeedLine line(int user, long version) {
        return FeedLine.of(ou.user(user), version);
    }

    /** The object of a user who is found by another anchor than the id of the entry. */
    private static FeedLine externally(int user, long version) {
        return FeedLine.of(FeedLine.idOf(ou.user(user)), version)
                .anchor("externalDirectoryObjectId", external(user))
                .states("IsExchangeCloudManaged", false);
    }

    private static String external(int user) {
        return "User_" + FeedLine.idOf(ou.user(user));
    }

    private static FeedLine delegates(int user, long version, int... others) {
        List<Map<String, String>> references = new ArrayList<>();
        for (int other : others) {
            references.add(ref(other));
        }
        return line(user, version).states("GrantSendOnBehalfTo", references);
    }

    private static Map<String, String> ref(int user) {
        return Map.of("ref", FeedLine.idOf(ou.user(user)));
    }

    private static SearchResultEntry entry(int user) throws LDAPException {
        return ou.read(ou.user(user), "publicDelegates", "altRecipient");
    }

    private static Set<String> links(int user) throws LDAPException {
        String[] values = entry(user).getAttributeValues("publicDelegates");
        return values == null ? Set.of() : Set.of(values);
    }

    private void awaitStatus(int user, String status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> of(user).contains(status));
    }

    /** The results of all statuses of a user's object so far. */
    private List<String> of(int user) {
        statuses.addAll(folder.takeStatuses());
        return Stream.of(FeedLine.idOf(ou.user(user)))
                .flatMap(
                        id -> statuses.stream().filter(status -> status.object().equals(id)))
                .map(StatusLine::status)
                .toList();
    }
}
