package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Attributes that name other entries: the other end, and what becomes of them when entries move or go. */
public abstract class LinksContract extends ControllerContract {

    /** For those who extend it. */
    protected LinksContract() {}

    @Test
    void the_other_end_of_a_link_shows_it() throws LDAPException {
        String target = place.user();
        String source = place.user(with("publicDelegates", target));
        String group = place.group(target);
        assertThat(place.values(target, "publicDelegatesBL")).containsExactly(source);
        assertThat(place.values(target, "memberOf")).containsExactly(group);
        assertThat(place.read(target, "*").hasAttribute("publicDelegatesBL"))
                .as("whether back links come with all attributes")
                .isTrue();
        assertThat(place.matches(target, "(publicDelegatesBL=" + source + ")")).isTrue();
        assertThat(place.matches(target, "(memberOf=*)")).isTrue();
        place.administrator().delete(source);
        assertThat(place.values(target, "publicDelegatesBL"))
                .as("the back link of what is gone")
                .isEmpty();
    }

    @Test
    void an_entry_may_name_itself() throws LDAPException {
        String user = place.user();
        place.modify(user, add("publicDelegates", user));
        assertThat(place.values(user, "publicDelegatesBL")).containsExactly(user);
    }

    @Test
    void links_follow_their_target_and_go_with_it() throws LDAPException {
        String target = place.user();
        String source = place.user(with("publicDelegates", target), with("showInAddressBook", target));
        String renamed = place.rename(target);
        assertThat(place.values(source, "publicDelegates")).containsExactly(renamed);
        assertThat(place.values(source, "showInAddressBook"))
                .as("a name that is no link, after its entry was renamed")
                .containsExactly(renamed);
        place.administrator().delete(renamed);
        assertThat(place.values(source, "publicDelegates"))
                .as("the link to what is gone")
                .isEmpty();
        assertThat(place.values(source, "showInAddressBook"))
                .as("a name that is no link, after its entry was deleted: it is that of the tombstone")
                .allMatch(name -> name.contains("\\0ADEL:") && name.contains(",CN=Deleted Objects,"))
                .hasSize(1);
    }

    @Test
    void links_go_with_a_whole_tree() throws LDAPException {
        String unit = place.unit();
        place.administrator().add("CN=target," + unit, with("objectClass", "contact"));
        String source = place.user(with("publicDelegates", "CN=target," + unit));
        place.administrator().delete(new DeleteRequest(unit, new Control[] {new SubtreeDeleteRequestControl(true)}));
        assertThat(place.values(source, "publicDelegates")).isEmpty();
    }

    @Test
    void a_target_must_exist() throws LDAPException {
        String nobody = "CN=nobody," + place.dn();
        String user = place.user();
        for (String attribute : List.of(
                "publicDelegates",
                "altRecipient",
                "authOrig",
                "dLMemSubmitPerms",
                "msExchModeratedByLink",
                "showInAddressBook",
                "manager")) {
            refused(
                    attribute + " to nobody",
                    ResultCode.CONSTRAINT_VIOLATION,
                    "000020B5",
                    () -> place.modify(user, replace(attribute, nobody)));
        }
    }

    @Test
    void one_target_that_does_not_exist_is_enough() throws LDAPException {
        String nobody = "CN=nobody," + place.dn();
        String user = place.user();
        refused(
                "one of two to nobody",
                ResultCode.CONSTRAINT_VIOLATION,
                "000020B5",
                () -> place.modify(user, add("publicDelegates", place.user(), nobody)));
        assertThat(place.values(user, "publicDelegates"))
                .as("the good one of two")
                .isEmpty();
        refused(
                "a new entry that names nobody",
                ResultCode.CONSTRAINT_VIOLATION,
                "000020B5",
                () -> place.user(with("publicDelegates", nobody)));
        refused(
                "the name of another domain",
                ResultCode.CONSTRAINT_VIOLATION,
                "000020B5",
                () -> place.modify(user, add("publicDelegates", "CN=x,DC=other,DC=test")));
        refused(
                "no name at all",
                ResultCode.INVALID_DN_SYNTAX,
                () -> place.modify(user, replace("publicDelegates", "nonsense")));
    }

    @Test
    void targets_are_named_in_any_spelling_and_by_GUID() throws LDAPException {
        String target = place.user();
        String user = place.user();
        place.modify(
                user, add("publicDelegates", target.toLowerCase(Locale.ROOT).replace(",", ", ")));
        assertThat(place.values(user, "publicDelegates")).containsExactly(target);
        assertThat(place.matches(user, "(publicDelegates=" + target.toUpperCase(Locale.ROOT) + ")"))
                .isTrue();
        assertThat(place.matches(user, "(publicDelegates=" + place.byGuid(target) + ")"))
                .isTrue();
        place.modify(user, delete("publicDelegates", place.byGuid(target)));
        assertThat(place.values(user, "publicDelegates"))
                .as("what is left after a deletion by GUID")
                .isEmpty();
        place.modify(user, add("publicDelegates", place.byGuid(target)));
        assertThat(place.values(user, "publicDelegates")).containsExactly(target);
    }

    @Test
    void a_link_is_there_once() throws LDAPException {
        String target = place.user();
        String user = place.user(with("publicDelegates", target), with("altRecipient", target));
        refused(
                "a link that is there",
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                () -> place.modify(user, add("publicDelegates", target)));
        String other = place.user();
        refused(
                "a link that is not there",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, delete("publicDelegates", other)));
        refused(
                "a second one where there is room for one",
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                () -> place.modify(user, add("altRecipient", other)));
        refused(
                "two where there is room for one",
                ResultCode.CONSTRAINT_VIOLATION,
                () -> place.modify(user, replace("altRecipient", target, other)));
        place.modify(user, delete("altRecipient", target), add("altRecipient", other));
        assertThat(place.values(user, "altRecipient")).containsExactly(other);
    }

    @Test
    void the_other_end_is_not_written() throws LDAPException {
        String target = place.user();
        for (String attribute : List.of("publicDelegatesBL", "memberOf")) {
            refused(
                    attribute,
                    ResultCode.UNWILLING_TO_PERFORM,
                    "00002035",
                    () -> place.modify(place.user(), add(attribute, target)));
        }
    }
}
