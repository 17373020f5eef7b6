package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands besides the cycle: one object now, everything anew, and why. */
@Tag("ad")
class OnDemandTest {

    private static final int USERS = 5;

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void feed(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "OnDemandTest", USERS);
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .feed(
                        "feed.jsonl",
                        ou.users().stream()
                                .map(user -> mailbox(user).line(user, 1))
                                .toList());
    }

    @Test
    void provision_writes_one_object_and_shows_every_step() throws LDAPException, InterruptedException {
        Map<String, Long> usns = ou.usns();
        TestUser user = ou.user(2);

        Agent.Result result = folder.run("provision", FeedLine.idOf(user)).exitsWith(0);

        assertThat(ou.changedSince(usns)).isEqualTo(1);
        assertThat(ou.contents().get(user.dn()))
                .containsAllEntriesOf(mailbox(user).expected());
        assertThat(result.stdout()).contains(user.dn(), "extensionAttribute1", "proxyAddresses");
        assertThat(result.stdout()).containsIgnoringCase("matching").containsIgnoringCase("export");
    }

    @Test
    void provision_as_a_dry_run_shows_the_same_and_writes_nothing() throws LDAPException, InterruptedException {
        Map<String, Long> usns = ou.usns();
        TestUser user = ou.user(2);

        Agent.Result result =
                folder.run("provision", FeedLine.idOf(user), "--dry-run").exitsWith(0);

        assertThat(ou.changedSince(usns)).isZero();
        assertThat(result.stdout()).contains(user.dn(), "extensionAttribute1", "1 <provisioned> of " + user.alias());
    }

    @Test
    void provision_of_an_object_that_the_feed_does_not_have_says_so() throws LDAPException, InterruptedException {
        Map<String, Long> usns = ou.usns();

        Agent.Result result = folder.run("provision", "no-such-object");

        assertThat(result.exitCode()).as("%s", result).isIn(1, 2);
        assertThat(result.stderr()).contains("no-such-object");
        assertThat(ou.changedSince(usns)).isZero();
    }

    @Test
    void reconcile_repairs_what_drifted_and_nothing_else() throws LDAPException, InterruptedException {
        folder.run("run").exitsWith(0);
        Map<String, Map<String, TreeSet<String>>> written = ou.contents();
        ou.admin()
                .modify(
                        ou.user(1).dn(),
                        new Modification(ModificationType.REPLACE, "extensionAttribute4", "drifted"),
                        new Modification(ModificationType.DELETE, "mail"));
        Map<String, Long> usns = ou.usns();
        folder.takeStatuses();

        folder.run("reconcile").exitsWith(0);

        assertThat(ou.contents()).isEqualTo(written);
        assertThat(ou.changedSince(usns)).isEqualTo(1);
        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses).hasSize(USERS);
        assertThat(statuses.get(FeedLine.idOf(ou.user(1))).modifiedProperties())
                .containsOnlyKeys("extensionAttribute4", "mail");
    }

    @Test
    void explain_tells_where_an_attribute_comes_from_and_what_it_needs() throws InterruptedException {
        Agent.Result addresses = folder.run("explain", "proxyAddresses").exitsWith(0);
        Agent.Result type = folder.run("explain", "msexchrecipientdisplaytype").exitsWith(0);

        assertThat(addresses.stdout())
                .contains("EmailAddresses", "primary", "onmicrosoft.com")
                .containsIgnoringCase("cloud");
        assertThat(type.stdout()).contains("RecipientTypeDetails", "ACLable");
    }

    @Test
    void explain_of_an_attribute_that_the_profile_does_not_write_names_the_nearest() throws InterruptedException {
        Agent.Result result = folder.run("explain", "extensionAtribute5").exitsWith(2);

        assertThat(result.stderr()).contains("extensionAtribute5", "extensionAttribute5");
    }

    private static WholeMailbox mailbox(TestUser user) {
        return WholeMailbox.stated(user, 1, "provisioned");
    }
}
