package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which entry is a mailbox's own, and what happens when that is not clear; one run of the agent does them all. */
@Tag("ad")
class MatchingTest {

    private static final String TWINS = guid("twins of one id!");
    private static final String ONLY = guid("id of a single 1");
    private static final String NOBODYS = guid("id of nobody 123");

    @AutoClose
    private static TestOu ou;

    private static Map<String, StatusLine> statuses;
    private static Map<String, Long> usnsBefore;
    private static Agent.Result result;

    @BeforeAll
    static void run_once(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "MatchingTest", 11);
        hasConsistencyGuid(0, TWINS);
        hasConsistencyGuid(1, TWINS);
        hasConsistencyGuid(3, ou.user(2).immutableId());
        hasConsistencyGuid(4, ONLY);
        hasExternalId(5, "User_five");
        hasExternalId(10, "User_ten");
        List<FeedLine> lines = new ArrayList<>();
        lines.add(line("twins").anchor("immutableId", TWINS));
        lines.add(line("crossed").anchor("immutableId", ou.user(2).immutableId()));
        lines.add(line("consistent").anchor("immutableId", ONLY));
        lines.add(line("external").anchor("externalDirectoryObjectId", "User_five"));
        lines.add(line("nobody").anchor("immutableId", NOBODYS));
        lines.add(line("anchorless"));
        lines.add(line("named").anchor("distinguishedName", ou.user(6).dn()));
        lines.add(line("renamed")
                .anchor("immutableId", ou.user(7).immutableId())
                .anchor("distinguishedName", ou.user(8).dn()));
        lines.add(line("contradiction")
                .anchor("immutableId", ou.user(9).immutableId())
                .anchor("externalDirectoryObjectId", "User_ten"));
        AgentFolder folder =
                AgentFolder.create(dir, lab, Account.LEAST, ou.dn()).feed("feed.jsonl", lines);
        usnsBefore = ou.usns();
        result = folder.run("run");
        statuses = folder.takeStatusesByObject();
    }

    @Test
    void two_entries_with_one_consistency_guid_are_ambiguous() throws LDAPException {
        StatusLine status = failed("twins", "AmbiguousMatch");

        untouched(0);
        untouched(1);
        assertThat(status.toString()).contains(ou.user(0).dn(), ou.user(1).dn());
    }

    @Test
    void an_id_that_is_one_entrys_object_guid_and_anothers_consistency_guid_is_ambiguous() throws LDAPException {
        StatusLine status = failed("crossed", "AmbiguousMatch");

        untouched(2);
        untouched(3);
        assertThat(status.toString()).contains(ou.user(2).dn(), ou.user(3).dn());
    }

    @Test
    void an_entry_is_found_by_its_consistency_guid() throws LDAPException {
        written(4, "consistent");
    }

    @Test
    void an_entry_is_found_by_its_external_directory_object_id() throws LDAPException {
        written(5, "external");
    }

    @Test
    void an_id_that_no_entry_has_is_not_found() {
        StatusLine status = failed("nobody", "EntryNotFound");

        assertThat(status.reason()).isNotEmpty();
    }

    @Test
    void an_object_without_an_anchor_is_told_what_to_state() {
        StatusLine status = failed("anchorless", "AnchorMissing");

        assertThat(status.recommendedAction()).contains("immutableId");
    }

    @Test
    void an_entry_is_found_by_its_name_where_there_is_nothing_better() throws LDAPException {
        written(6, "named");
    }

    @Test
    void a_name_beside_a_better_anchor_is_only_a_hint() throws LDAPException {
        written(7, "renamed");
        untouched(8);
    }

    @Test
    void anchors_of_two_entries_are_ambiguous() throws LDAPException {
        failed("contradiction", "AmbiguousMatch");

        untouched(9);
        untouched(10);
    }

    @Test
    void the_run_says_that_some_failed() {
        result.exitsWith(1);
        assertThat(result.output())
                .contains("failed twins", "failed crossed", "failed nobody", "failed anchorless")
                .contains("4 written", "5 failed");
        assertThat(statuses).hasSize(9);
    }

    private static StatusLine failed(String object, String errorCode) {
        StatusLine status = Objects.requireNonNull(statuses.get(object));
        assertThat(status.status()).as("%s", status).isEqualTo("failure");
        assertThat(status.errorCode()).isEqualTo(errorCode);
        assertThat(status.recommendedAction()).isNotEmpty();
        assertThat(status.modifiedProperties()).isEmpty();
        return status;
    }

    private static void written(int user, String object) throws LDAPException {
        assertThat(ou.read(ou.user(user)).getAttributeValue("extensionAttribute1"))
                .isEqualTo("matched " + object);
        assertThat(statuses.get(object).status()).isEqualTo("success");
    }

    private static void untouched(int user) throws LDAPException {
        assertThat(ou.usns().get(ou.user(user).dn()))
                .isEqualTo(usnsBefore.get(ou.user(user).dn()));
    }

    private static FeedLine line(String object) {
        return FeedLine.of(object, 1)
                .states("IsExchangeCloudManaged", true)
                .states("CustomAttribute1", "matched " + object);
    }

    private static void hasConsistencyGuid(int user, String base64) throws LDAPException {
        ou.admin()
                .modify(
                        ou.user(user).dn(),
                        new Modification(
                                ModificationType.REPLACE,
                                "mS-DS-ConsistencyGuid",
                                Base64.getDecoder().decode(base64)));
    }

    private static void hasExternalId(int user, String id) throws LDAPException {
        ou.admin()
                .modify(
                        ou.user(user).dn(),
                        new Modification(ModificationType.REPLACE, "msDS-ExternalDirectoryObjectId", id));
    }

    private static String guid(String sixteenLetters) {
        byte[] bytes = sixteenLetters.getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes).hasSize(16);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
