package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each type of mailbox, as the cloud states it and as the directory calls it; one run of the agent does them all. */
@Tag("ad")
class RecipientTypesTest {

    private static final int ACLABLE = 0x40000000;

    /** No display type: the entry has none. */
    private static final @Nullable String NONE = null;

    private static final List<Case> CASES = List.of(
            new Case("UserMailbox", "-2147483642", "2147483648", "-2147483642"),
            new Case("SharedMailbox", "-2147483642", "34359738368", "-2147483642"),
            new Case("RoomMailbox", "-2147483642", "8589934592", "-2147481850"),
            new Case("EquipmentMailbox", "-2147483642", "17179869184", "-2147481594"),
            new Case(1, "6", "2147483648", "-2147483642"),
            new Case(4, NONE, "34359738368", "-2147483642"),
            new Case(16, NONE, "8589934592", "-2147481850"),
            new Case(32, NONE, "17179869184", "-2147481594"),
            new Case("UserMailbox", "1073741830", "2147483648", "-1073741818"),
            new Case("SharedMailbox", "-1073741818", "34359738368", "-1073741818"),
            new Case("RoomMailbox", "-1073741818", "8589934592", "-1073740026"),
            new Case("EquipmentMailbox", "-1073741818", "17179869184", "-1073739770"));

    private static final int SCHEDULING = CASES.size();
    private static final int CLEARED = CASES.size() + 1;

    @AutoClose
    private static TestOu ou;

    private static Map<String, StatusLine> statuses;

    @BeforeAll
    static void run_once(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "RecipientTypesTest", CASES.size() + 2);
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            displayTypeIs(i, CASES.get(i).before());
            lines.add(FeedLine.of(ou.user(i), 1)
                    .states("RecipientTypeDetails", CASES.get(i).stated()));
        }
        lines.add(FeedLine.of(ou.user(SCHEDULING), 1)
                .states("RecipientTypeDetails", "SchedulingMailbox")
                .states("CustomAttribute3", "flows"));
        lines.add(FeedLine.of(ou.user(CLEARED), 1).states("RecipientTypeDetails", null));
        AgentFolder folder =
                AgentFolder.create(dir, lab, Account.LEAST, ou.dn()).feed("feed.jsonl", lines);
        folder.run("run").exitsWith(0);
        statuses = folder.takeStatusesByObject();
    }

    @Test
    void each_type_becomes_that_of_a_remote_mailbox_and_the_aclable_bit_stays_as_found() throws LDAPException {
        for (int i = 0; i < CASES.size(); i++) {
            assertThat(typesOf(i))
                    .as("%s", CASES.get(i))
                    .containsExactly(CASES.get(i).details(), CASES.get(i).display());
        }
    }

    @Test
    void the_cases_are_what_they_are_taken_for() {
        assertThat(CASES.subList(8, 12)).allSatisfy(aclable -> {
            assertThat(Integer.parseInt(String.valueOf(aclable.before())) & ACLABLE)
                    .isNotZero();
            assertThat(Integer.parseInt(aclable.display()) & ACLABLE).isNotZero();
        });
        assertThat(CASES.subList(0, 8))
                .allSatisfy(plain ->
                        assertThat(Integer.parseInt(plain.display()) & ACLABLE).isZero());
    }

    @Test
    void a_type_without_a_counterpart_is_left_with_a_reason_and_the_other_attributes_flow() throws LDAPException {
        assertThat(typesOf(SCHEDULING)).containsExactly("2147483648", "-2147483642");
        assertThat(ou.read(ou.user(SCHEDULING)).getAttributeValue("extensionAttribute3"))
                .isEqualTo("flows");
        StatusLine status = statuses.get(FeedLine.idOf(ou.user(SCHEDULING)));
        assertThat(status.status()).as("%s", status).isIn("success", "warning");
        assertThat(status.modifiedProperties()).containsOnlyKeys("extensionAttribute3");
        assertThat(status.toString()).contains("SchedulingMailbox", "msExchRecipientTypeDetails");
    }

    @Test
    void a_type_that_is_empty_clears_both_attributes() throws LDAPException {
        assertThat(typesOf(CLEARED)).containsOnlyNulls();
    }

    private static List<@Nullable String> typesOf(int user) throws LDAPException {
        var entry = ou.read(ou.user(user));
        return Arrays.asList(
                entry.getAttributeValue("msExchRecipientTypeDetails"),
                entry.getAttributeValue("msExchRecipientDisplayType"));
    }

    private static void displayTypeIs(int user, @Nullable String value) throws LDAPException {
        String[] values = value == null ? new String[0] : new String[] {value};
        ou.admin()
                .modify(
                        ou.user(user).dn(),
                        new Modification(ModificationType.REPLACE, "msExchRecipientDisplayType", values));
    }

    /**
     * A type.
     *
     * @param stated RecipientTypeDetails, by name or by number
     * @param before msExchRecipientDisplayType before the run; null for none
     * @param details msExchRecipientTypeDetails after it
     * @param display msExchRecipientDisplayType after it
     */
    private record Case(Object stated, @Nullable String before, String details, String display) {}
}
