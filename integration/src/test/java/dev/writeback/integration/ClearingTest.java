package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not stated, empty and a value are three things: what clears an attribute, what does not, and what that counts as. */
@Tag("ad")
class ClearingTest {

    /** The three ways to say that there is nothing. */
    private static final List<@Nullable Object> NOTHING = Arrays.asList(null, "", List.of());

    private static final String SINGLE = "extensionAttribute3";
    private static final String MULTI = "msExchExtensionCustomAttribute3";
    private static final String FLAG = "msExchHideFromAddressLists";

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void fill_users(@TempDir Path dir) throws LDAPException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ClearingTest", 4);
        for (TestUser user : ou.users()) {
            ou.admin()
                    .modify(
                            user.dn(),
                            List.of(
                                    new Modification(ModificationType.REPLACE, SINGLE, "found"),
                                    new Modification(ModificationType.REPLACE, MULTI, "found", "found too"),
                                    new Modification(ModificationType.REPLACE, FLAG, "TRUE")));
        }
        folder =
                AgentFolder.create(dir, lab, Account.SERVICE, ou.dn()).configure("profile", "exchange-online-extended");
    }

    @Test
    void null_and_an_empty_text_and_an_empty_list_clear_and_what_is_not_stated_stays()
            throws LDAPException, InterruptedException {
        folder.feed("01.jsonl", cleared());
        folder.run("run").exitsWith(0);

        for (int way = 0; way < NOTHING.size(); way++) {
            assertThat(values(way, SINGLE)).isEmpty();
            assertThat(values(way, MULTI)).isEmpty();
            assertThat(values(way, FLAG)).isEmpty();
            assertThat(values(way, "extensionAttribute1")).containsExactly(TestUser.EXTENSION_ATTRIBUTE_1);
        }
        allIsThere(NOTHING.size());
    }

    @Test
    void a_rule_that_does_not_clear_keeps_what_is_there_and_says_so() throws LDAPException, InterruptedException {
        folder.write("keeping.json", """
                        { "name": "keeping", "extends": "exchange-online-extended", "rules": [
                          { "target": "extensionAttribute3", "source": "CustomAttribute3", "clear": false },
                          { "target": "msExchExtensionCustomAttribute3", "source": "ExtensionCustomAttribute3", "clear": false } ] }""").configure("profile", "keeping.json").feed("01.jsonl", cleared());
        folder.run("run").exitsWith(0);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        for (int way = 0; way < NOTHING.size(); way++) {
            assertThat(values(way, SINGLE)).containsExactly("found");
            assertThat(values(way, MULTI)).containsExactlyInAnyOrder("found", "found too");
            assertThat(values(way, FLAG)).isEmpty();
            assertThat(statuses.get(FeedLine.idOf(ou.user(way))).toString()).contains("does not clear");
        }
    }

    @Test
    void each_value_that_is_cleared_counts_as_destroyed() throws LDAPException, InterruptedException {
        folder.configure("limits", Map.of("destructiveChanges", 4))
                .configureDirectory("connections", 1)
                .feed("01.jsonl", cleared());

        Agent.Result result = folder.run("run").exitsWith(3);

        assertThat(result.output()).contains("limits.destructiveChanges");
        List<Integer> untouched = List.of(0, 1, 2, 3).stream()
                .filter(user -> !values(user, SINGLE).isEmpty())
                .toList();
        assertThat(untouched).hasSize(3).allSatisfy(this::allIsThere);
    }

    /** Each of the first three users in another way; the fourth is only known. */
    private List<FeedLine> cleared() {
        return List.of(cleared(0), cleared(1), cleared(2), FeedLine.of(ou.user(3), 1));
    }

    private FeedLine cleared(int way) {
        return FeedLine.of(ou.user(way), 1)
                .states("CustomAttribute3", NOTHING.get(way))
                .states("ExtensionCustomAttribute3", NOTHING.get(way))
                .states("HiddenFromAddressListsEnabled", NOTHING.get(way));
    }

    private void allIsThere(int user) {
        assertThat(values(user, SINGLE)).containsExactly("found");
        assertThat(values(user, MULTI)).containsExactlyInAnyOrder("found", "found too");
        assertThat(values(user, FLAG)).containsExactly("TRUE");
    }

    private List<String> values(int user, String attribute) {
        try {
            String[] values = ou.read(ou.user(user)).getAttributeValues(attribute);
            return values == null ? List.of() : List.of(values);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
