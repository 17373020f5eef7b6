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

/** What was saved is what is written, on a domain controller with whole mailboxes. */
@Tag("ad")
class SavedPlanTest {

    private static final int USERS = 6;

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void plan(@TempDir Path dir) throws LDAPException, InterruptedException {
        ou = TestOu.create(lab, lab.peopleDn(), "SavedPlanTest", USERS);
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            lines.add(WholeMailbox.stated(ou.user(i), i, "saved").line(ou.user(i), 1));
        }
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn()).feed("feed.jsonl", lines);
        folder.run("plan", "--out", "plan.json").exitsWith(0);
    }

    @Test
    void it_leads_to_what_a_run_leads_to_and_leaves_nothing_for_one() throws LDAPException, InterruptedException {
        Agent.Result result = folder.run("apply", "plan.json").exitsWith(0);
        Map<String, Map<String, TreeSet<String>>> applied = ou.contents();
        Map<String, Long> usns = ou.usns();

        assertThat(result.stdout()).contains(USERS + " applied, 0 already applied, 0 refused, 0 failed");
        assertThat(folder.takeStatuses())
                .hasSize(USERS)
                .allSatisfy(status -> assertThat(status.status()).isEqualTo("success"));
        assertThat(folder.run("run").exitsWith(0).stdout()).contains(" 0 written, " + USERS + " unchanged");
        assertThat(folder.run("apply", "plan.json").exitsWith(0).stdout())
                .contains("0 applied, " + USERS + " already applied");
        assertThat(ou.changedSince(usns)).isZero();
        assertThat(ou.contents()).isEqualTo(applied);
        assertThat(applied.toString()).contains("saved");
    }

    @Test
    void an_entry_that_somebody_touched_is_refused_and_keeps_what_was_written()
            throws LDAPException, InterruptedException {
        ou.admin()
                .modify(
                        ou.user(2).dn(),
                        List.of(new Modification(ModificationType.REPLACE, "extensionAttribute1", "theirs")));

        Agent.Result result = folder.run("apply", "plan.json").exitsWith(1);

        assertThat(result.stderr())
                .contains(ou.user(2).dn() + " is no longer what the plan was made from")
                .contains("somebody changed extensionAttribute1 since");
        assertThat(result.stdout()).contains((USERS - 1) + " applied, 0 already applied, 1 refused, 0 failed");
        assertThat(ou.read(ou.user(2), "extensionAttribute1").getAttributeValue("extensionAttribute1"))
                .isEqualTo("theirs");
        assertThat(folder.takeStatusesByObject().get(FeedLine.idOf(ou.user(2))))
                .satisfies(status -> assertThat(status.errorCode()).isEqualTo("PlanOutdated"));
    }
}
