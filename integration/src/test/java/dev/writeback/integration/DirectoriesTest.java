package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two forests in one run. */
@Tag("ad")
class DirectoriesTest {

    private static final String NOBODY = "ldaps://127.0.0.1:9";

    private final AdLab lab = AdLab.running();
    private final AdLab other = AdLab.otherForest();

    @AutoClose
    private TestOu here;

    @AutoClose
    private TestOu there;

    private AgentFolder folder;

    @BeforeEach
    void make_users_in_both(@TempDir Path dir) throws LDAPException {
        here = TestOu.create(lab, lab.peopleDn(), "DirectoriesHere", 3);
        there = TestOu.create(other, other.peopleDn(), "DirectoriesThere", 3);
        folder = AgentFolder.create(dir, lab, Account.SERVICE)
                .andDirectory("other", other, Account.SERVICE)
                .configure("scope", Map.of("organizationalUnits", List.of(here.dn(), there.dn())))
                .configure("store", Map.of("type", "jdbc", "url", "jdbc:h2:./state/writeback"));
    }

    @Test
    void entries_of_both_forests_are_written_in_one_run() throws LDAPException, InterruptedException {
        folder.feed("feed.jsonl", List.of(states(here.user(0), 1, "x"), states(there.user(0), 1, "y")));

        folder.run("run").exitsWith(0);

        assertThat(text(here, 0)).isEqualTo("x");
        assertThat(text(there, 0)).isEqualTo("y");
        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses.get(FeedLine.idOf(there.user(0))).status()).isEqualTo("success");
        assertThat(statuses.get(FeedLine.idOf(there.user(0))).text("jobId")).isEqualTo("lab+other");
        assertThat(Json.text(statuses.get(FeedLine.idOf(there.user(0))).part("targetIdentity"), "displayName"))
                .isEqualTo(there.user(0).dn());
    }

    @Test
    void an_anchor_that_is_in_both_forests_is_refused_and_both_are_named() throws LDAPException, InterruptedException {
        TestUser migrated = here.user(0);
        there.admin()
                .modify(
                        there.user(0).dn(),
                        new Modification(
                                ModificationType.REPLACE, "mS-DS-ConsistencyGuid", migrated.objectGuid()));
        folder.feed("feed.jsonl", List.of(states(migrated, 1, "x"), states(here.user(1), 1, "x")));

        folder.run("run").exitsWith(1);

        StatusLine refused = folder.takeStatusesByObject().get(FeedLine.idOf(migrated));
        assertThat(refused.errorCode()).isEqualTo("AmbiguousMatch");
        assertThat(refused.reason())
                .contains(migrated.dn() + " in lab")
                .contains(there.user(0).dn() + " in other");
        assertThat(text(here, 0)).isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
        assertThat(text(there, 0)).isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
        assertThat(text(here, 1)).isEqualTo("x");
    }

    @Test
    void an_anchor_that_is_nowhere_names_both() throws InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(FeedLine.of("nobody", 1)
                        .anchor("immutableId", "q83vEjRWeJCrze8SNFZ4kA==")
                        .states("IsExchangeCloudManaged", true)));

        folder.run("run").exitsWith(1);

        assertThat(folder.takeStatusesByObject().get("nobody").reason())
                .isEqualTo("None of the directories lab, other has an entry with the immutable id q83vEjRWeJCrze8SNFZ4kA==.");
    }

    @Test
    void while_one_forest_is_away_what_is_known_to_be_in_the_other_is_written_and_the_rest_waits()
            throws LDAPException, InterruptedException {
        folder.feed("feed.jsonl", List.of(states(here.user(0), 1, "x"), states(there.user(0), 1, "x")));
        folder.run("run").exitsWith(0);
        folder.takeStatuses();
        folder.andDirectory("other", other, Account.SERVICE, NOBODY);
        folder.appendFeed(
                "feed.jsonl",
                List.of(
                        states(here.user(0), 2, "known"),
                        states(here.user(1), 1, "new"),
                        states(there.user(0), 2, "away")));

        folder.run("run").exitsWith(1);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses.get(FeedLine.idOf(here.user(0))).status()).isEqualTo("success");
        for (TestUser waiting : List.of(here.user(1), there.user(0))) {
            assertThat(statuses.get(FeedLine.idOf(waiting)).errorCode()).isEqualTo("DirectoryUnavailable");
        }
        assertThat(statuses.get(FeedLine.idOf(here.user(1))).reason())
                .startsWith("The entry was found in lab, and may be in other too, which does not answer: ");
        assertThat(text(here, 0)).isEqualTo("known");
        assertThat(text(here, 1)).isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);

        folder.andDirectory("other", other, Account.SERVICE);
        folder.run("retry").exitsWith(0);
        folder.run("run").exitsWith(0);
        assertThat(text(here, 1)).isEqualTo("new");
        assertThat(text(there, 0)).isEqualTo("away");
    }

    @Test
    void drift_of_both_forests_is_watched() throws LDAPException, InterruptedException {
        folder.feed("feed.jsonl", List.of(states(here.user(0), 1, "x"), states(there.user(0), 1, "x")));
        folder.run("run").exitsWith(0);
        folder.run("run").exitsWith(0);
        folder.takeStatuses();
        for (TestOu unit : List.of(here, there)) {
            unit.admin()
                    .modify(
                            unit.user(0).dn(),
                            new Modification(ModificationType.REPLACE, "extensionAttribute1", "by hand"));
        }

        folder.run("run").exitsWith(0);

        assertThat(folder.takeStatusesByObject())
                .containsOnlyKeys(FeedLine.idOf(here.user(0)), FeedLine.idOf(there.user(0)));
    }

    @Test
    void an_entry_of_another_forest_is_left_out_of_a_reference_and_the_status_says_so()
            throws LDAPException, InterruptedException {
        folder.configure("profile", "exchange-online-extended");
        folder.feed(
                "feed.jsonl",
                List.of(
                        states(there.user(0), 1, "x"),
                        states(here.user(1), 1, "x"),
                        FeedLine.of(here.user(0), 1)
                                .states(
                                        "GrantSendOnBehalfTo",
                                        List.of(
                                                Map.of("ref", FeedLine.idOf(there.user(0))),
                                                Map.of("ref", FeedLine.idOf(here.user(1)))))));

        folder.run("run").exitsWith(0);

        assertThat(here.read(here.user(0), "publicDelegates").getAttributeValues("publicDelegates"))
                .containsExactly(here.user(1).dn());
        StatusLine status = folder.takeStatusesByObject().get(FeedLine.idOf(here.user(0)));
        assertThat(status.status()).isEqualTo("warning");
        assertThat(status.toString()).contains("which has its entry in another forest");
    }

    @Test
    void the_check_says_which_directory_it_means() throws InterruptedException {
        Agent.Result result = folder.run("check");
        assertThat(result.stdout()).contains(" lab: ").contains(" other: ");
    }

    private static FeedLine states(TestUser user, long version, String text) {
        return FeedLine.of(user, version).states("CustomAttribute1", text);
    }

    private static String text(TestOu unit, int user) throws LDAPException {
        return unit.read(unit.user(user), "extensionAttribute1").getAttributeValue("extensionAttribute1");
    }
}
