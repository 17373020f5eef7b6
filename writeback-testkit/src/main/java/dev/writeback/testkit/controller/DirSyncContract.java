package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The DirSync control: what changed since the last time, attribute by attribute. */
public abstract class DirSyncContract extends ControllerContract {

    private static final int SECURED = ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY;
    private static final String NOBODY = "(cn=no such thing)";

    /** For those who extend it. */
    protected DirSyncContract() {}

    @Test
    void an_entry_is_told_of_with_what_was_asked_for_and_its_GUID() throws LDAPException {
        String user = place.user(with("info", "a"), with("mail", "a@contract.example"));
        assertThat(told(SyncCall.of(place).ask(NOBODY, "info").cookie(), user, "info"))
                .isEmpty();
        List<SearchResultEntry> first =
                SyncCall.of(place).ask(filter(user), "info").entries();
        assertThat(first).hasSize(1);
        assertThat(values(first.get(0)).keySet()).containsExactly("info", "instanceType", "objectGUID");
    }

    @Test
    void only_what_changed_is_told_and_what_was_cleared_comes_without_values() throws LDAPException {
        String user = place.user(with("info", "a"), with("mail", "a@contract.example"));
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        place.modify(user, replace("mail", "b@contract.example"), replace("info"));
        List<SearchResultEntry> entries = told(cookie, user, "info", "mail", "displayName");
        assertThat(entries).hasSize(1);
        assertThat(values(entries.get(0)))
                .as("an attribute that was changed and one that was cleared")
                .containsEntry("mail", List.of("b@contract.example"))
                .containsEntry("info", List.of())
                .doesNotContainKey("displayName");
    }

    @Test
    void changes_that_were_not_asked_for_or_are_none_are_not_told() throws LDAPException {
        String user = place.user(with("info", "a"));
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        place.modify(user, replace("mail", "b@contract.example"));
        place.modify(user, replace("info", "a"));
        assertThat(told(cookie, user, "info")).isEmpty();
    }

    @Test
    void a_link_that_changed_comes_with_all_its_values() throws LDAPException {
        String one = place.user();
        String two = place.user();
        String user = place.user(with("publicDelegates", one));
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        place.modify(user, add("publicDelegates", two));
        assertThat(values(told(cookie, user, "publicDelegates").get(0)).get("publicDelegates"))
                .containsExactlyInAnyOrder(one, two);
        place.modify(user, delete("publicDelegates", one));
        assertThat(values(told(cookie, user, "publicDelegates").get(0)).get("publicDelegates"))
                .containsExactly(two);
    }

    @Test
    void a_rename_is_told_as_a_change_of_the_name() throws LDAPException {
        String user = place.user();
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        String renamed = place.rename(user);
        List<SearchResultEntry> entries = told(cookie, renamed, "name", "cn", "info");
        assertThat(entries).extracting(SearchResultEntry::getDN).containsExactly(renamed);
        assertThat(values(entries.get(0)).keySet())
                .as("attributes of a rename; cn is no attribute of its own, but a view of the name")
                .containsExactly("instanceType", "name", "objectGUID", "parentGUID");
    }

    @Test
    void it_takes_the_flag_or_the_right() {
        SyncCall call = SyncCall.of(place).as(place.delegate());
        refused(
                "an account that may not replicate",
                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                () -> call.ask(NOBODY, "info"));
        done(
                "the same with the flag of object security",
                () -> call.flags(SECURED).ask(NOBODY, "info"));
    }

    @Test
    void it_works_on_whole_naming_contexts() {
        SyncCall call = SyncCall.of(place).below(place.dn());
        refused("an organizational unit", ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> call.ask(NOBODY, "info"));
        refused(
                "an organizational unit, with the flag",
                ResultCode.UNWILLING_TO_PERFORM,
                () -> call.flags(SECURED).ask(NOBODY, "info"));
        done(
                "the configuration",
                () -> call.below("CN=Configuration," + place.domain()).ask(NOBODY, "info"));
    }

    @Test
    void a_cookie_of_another_make_is_refused() {
        refused(
                "nonsense",
                ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
                "0000202C",
                () -> SyncCall.of(place).after(new ASN1OctetString("nonsense")).ask(NOBODY, "info"));
    }

    @Test
    void a_deleted_entry_is_told_of_under_the_name_of_its_tombstone() throws LDAPException {
        String user = place.user();
        String byGuid = place.byGuid(user).replaceAll("[<>]", "").replace("GUID=", "");
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        place.administrator().delete(user);
        List<SearchResultEntry> entries =
                SyncCall.of(place)
                        .after(cookie)
                        .ask("(isDeleted=TRUE)", "isDeleted", "lastKnownParent")
                        .entries()
                        .stream()
                        .filter(entry -> entry.getDN().contains(byGuid))
                        .toList();
        assertThat(entries)
                .as("tombstones with the objectGUID of what was deleted")
                .hasSize(1);
        assertThat(entries.get(0).getDN())
                .isEqualTo(
                        "CN=" + Workplace.nameOf(user) + "\\0ADEL:" + byGuid + ",CN=Deleted Objects," + place.domain());
        assertThat(values(entries.get(0)))
                .containsEntry("isDeleted", List.of("TRUE"))
                .hasEntrySatisfying(
                        "lastKnownParent", parent -> assertThat(parent.get(0)).endsWith(place.dn()));
        assertThat(place.count(place.domain(), SearchScope.SUB, "(isDeleted=TRUE)"))
                .as("tombstones that a search without the control for them finds")
                .isZero();
    }

    private List<SearchResultEntry> told(ASN1OctetString cookie, String entry, String... attributes)
            throws LDAPException {
        return SyncCall.of(place).after(cookie).ask(filter(entry), attributes).entries();
    }

    private static String filter(String entry) {
        return "(cn=" + Workplace.nameOf(entry) + ")";
    }

    private static Map<String, List<String>> values(SearchResultEntry entry) {
        Map<String, List<String>> values = new TreeMap<>();
        entry.getAttributes().forEach(each -> values.put(each.getName(), List.of(each.getValues())));
        return values;
    }
}
