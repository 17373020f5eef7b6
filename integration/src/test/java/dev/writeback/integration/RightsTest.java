package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent may write, what it is not to write, and what it says about the rest. */
@Tag("ad")
class RightsTest {

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu inside;

    @AutoClose
    private TestOu outside;

    private AgentFolder folder;

    @BeforeEach
    void make_users_inside_and_outside(@TempDir Path dir) throws LDAPException {
        inside = TestOu.create(lab, lab.peopleDn(), "RightsTest", 3);
        outside = TestOu.create(lab, lab.outsideDn(), "RightsTest", 2);
        folder = AgentFolder.create(dir, lab, Account.LEAST, inside.dn(), outside.dn());
        folder.feed("feed.jsonl", everybody());
    }

    @Test
    void users_without_rights_fail_with_what_to_do_and_the_others_are_written()
            throws LDAPException, InterruptedException {
        Map<String, Map<String, TreeSet<String>>> untouched = outside.contents();

        Agent.Result result = folder.run("run").exitsWith(1);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(outside.contents()).isEqualTo(untouched);
        for (TestUser user : outside.users()) {
            StatusLine status = statuses.get(FeedLine.idOf(user));
            assertThat(status.status()).isEqualTo("failure");
            assertThat(status.errorCode()).isEqualTo("InsufficientRights");
            assertThat(status.reason()).containsIgnoringCase(user.dn());
            assertThat(status.recommendedAction()).containsIgnoringCase("grant").containsIgnoringCase("write");
            assertThat(status.modifiedProperties()).isEmpty();
        }
        for (TestUser user : inside.users()) {
            assertThat(statuses.get(FeedLine.idOf(user)).status()).isEqualTo("success");
            assertThat(inside.contents().get(user.dn()))
                    .containsAllEntriesOf(mailbox(user).expected());
        }
        assertThat(result.output())
                .contains(outside.user(0).dn(), outside.user(1).dn(), "may not write", "Grant", "2 failed")
                .doesNotContain(inside.dn());
    }

    @Test
    void users_outside_the_units_in_scope_are_skipped() throws LDAPException, InterruptedException {
        folder.configure("scope", Map.of("organizationalUnits", List.of(inside.dn())));
        Map<String, Map<String, TreeSet<String>>> untouched = outside.contents();

        folder.run("run").exitsWith(0);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(outside.contents()).isEqualTo(untouched);
        assertThat(outside.users())
                .map(user -> statuses.get(FeedLine.idOf(user)))
                .allSatisfy(status -> {
                    assertThat(status.status()).isEqualTo("skipped");
                    assertThat(status.skipReason()).isEqualTo("NotInScope");
                });
        assertThat(inside.users())
                .map(user -> statuses.get(FeedLine.idOf(user)).status())
                .containsOnly("success");
    }

    @Test
    void a_privileged_user_is_protected_whatever_the_account_may_write() throws LDAPException, InterruptedException {
        TestUser privileged = inside.user(1);
        inside.admin().modify(privileged.dn(), new Modification(ModificationType.REPLACE, "adminCount", "1"));
        folder.configure("scope", Map.of("organizationalUnits", List.of(inside.dn())));
        Map<String, TreeSet<String>> untouched = inside.contents().get(privileged.dn());

        folder.run("run").exitsWith(0);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(inside.contents().get(privileged.dn())).isEqualTo(untouched);
        StatusLine status = statuses.get(FeedLine.idOf(privileged));
        assertThat(status.status()).isEqualTo("skipped");
        assertThat(status.skipReason()).isEqualTo("ProtectedEntry");
        assertThat(status.toString()).contains("adminCount");
        assertThat(statuses.get(FeedLine.idOf(inside.user(0))).status()).isEqualTo("success");
    }

    @Test
    void a_mailbox_that_the_cloud_does_not_manage_is_skipped() throws LDAPException, InterruptedException {
        TestUser managedHere = inside.user(0);
        TestUser unsaid = inside.user(1);
        folder.feed(
                "feed.jsonl",
                List.of(
                        mailbox(managedHere).line(managedHere, 1).states("IsExchangeCloudManaged", false),
                        mailbox(unsaid).line(unsaid, 1).isSilentOn("IsExchangeCloudManaged")));
        Map<String, Long> usns = inside.usns();

        folder.run("run").exitsWith(0);

        assertThat(inside.changedSince(usns)).isZero();
        assertThat(folder.takeStatusesByObject().values()).hasSize(2).allSatisfy(status -> {
            assertThat(status.status()).isEqualTo("skipped");
            assertThat(status.skipReason()).isEqualTo("NotCloudManaged");
        });
    }

    @Test
    void check_finds_nothing_wrong_with_the_account_of_the_least_privilege() throws InterruptedException {
        folder.configure("scope", Map.of("organizationalUnits", List.of(inside.dn())));

        Agent.Result result = folder.run("check").exitsWith(0);

        assertThat(result.stdout().lines()).hasSizeGreaterThan(3);
        assertThat(result.output()).containsIgnoringCase("schema").containsIgnoringCase("certificate");
    }

    @Test
    void check_names_the_rights_that_an_account_lacks() throws LDAPException, InterruptedException {
        AgentFolder reader = AgentFolder.create(folder.path("."), lab, Account.READER, inside.dn());
        Map<String, Long> usns = inside.usns();

        Agent.Result result = reader.run("check").exitsWith(1);

        assertThat(result.stdout())
                .contains("any of the 24 attributes", inside.dn())
                .containsIgnoringCase("rights")
                .containsIgnoringCase("grant");
        assertThat(inside.changedSince(usns)).isZero();
    }

    private List<FeedLine> everybody() {
        List<FeedLine> lines = new ArrayList<>();
        inside.users().forEach(user -> lines.add(mailbox(user).line(user, 1)));
        outside.users().forEach(user -> lines.add(mailbox(user).line(user, 1)));
        return lines;
    }

    private static WholeMailbox mailbox(TestUser user) {
        return WholeMailbox.stated(user, 2, "rights");
    }
}
