package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service account with delegated rights may do, and how it learns that. */
public abstract class RightsContract extends ControllerContract {

    private static final String EFFECTIVE = "allowedAttributesEffective";

    /** For those who extend it. */
    protected RightsContract() {}

    @Test
    void what_was_delegated_is_written_and_nothing_else() throws LDAPException {
        String user = place.user(with("mailNickname", "x"));
        done("what was delegated", () -> place.delegate().modify(user, replace("extensionAttribute1", "x")));
        forbidden("another attribute", user, replace("mailNickname", "y"));
        forbidden("a value of another attribute that is there already", user, replace("mailNickname", "x"));
        forbidden("a bad value of another attribute; rights come first", user, replace("autoReply", "maybe"));
        forbidden("both in one request", user, replace("extensionAttribute1", "y"), replace("mailNickname", "y"));
        assertThat(place.values(user, "extensionAttribute1"))
                .as("what was delegated, after a request with another attribute in it")
                .containsExactly("x");
    }

    @Test
    void rights_end_at_their_organizational_unit_and_class() throws LDAPException {
        forbidden("a user elsewhere", administrator(), replace("extensionAttribute1", "x"));
        forbidden("a contact where users were delegated", place.contact(), replace("extensionAttribute1", "x"));
        forbidden("a group where users were delegated", place.group(), replace("extensionAttribute1", "x"));
    }

    private String administrator() {
        return "CN=Administrator,CN=Users," + place.domain();
    }

    private void forbidden(String what, String entry, Modification... changes) {
        refused(
                what,
                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                "00002098",
                () -> place.delegate().modify(entry, changes));
    }

    @Test
    void allowedAttributesEffective_is_exactly_what_was_delegated() throws LDAPException {
        assertThat(effective(place.user()))
                .as("what the account may write of a user; a preflight relies on it")
                .containsExactlyInAnyOrderElementsOf(ControllerUnderTest.DELEGATED);
        for (String entry : List.of(administrator(), place.group(), place.contact())) {
            assertThat(effective(entry))
                    .as("what the account may write of %s", entry)
                    .isEmpty();
        }
    }

    private List<String> effective(String entry) throws LDAPException {
        String[] names = Workplace.read(place.delegate(), entry, EFFECTIVE).getAttributeValues(EFFECTIVE);
        return names == null ? List.of() : List.of(names);
    }

    @Test
    void the_administrator_may_write_what_clients_write() throws LDAPException {
        String user = place.user();
        assertThat(place.values(user, EFFECTIVE))
                .contains("mail", "publicDelegates", "sAMAccountName")
                .doesNotContain("objectGUID", "memberOf", "whenChanged", "uSNChanged", "objectSid", EFFECTIVE);
        assertThat(place.values(user, "allowedAttributes"))
                .contains("mail", "objectGUID", "memberOf", "extensionAttribute1")
                .doesNotContain("member");
    }

    @Test
    void computed_attributes_come_only_when_asked_for() throws LDAPException {
        String user = place.user();
        assertThat(place.read(user, "*").hasAttribute(EFFECTIVE)).isFalse();
        assertThat(place.read(user).hasAttribute("canonicalName")).isFalse();
        assertThat(place.values(user, "canonicalName").get(0))
                .endsWith("/" + Workplace.nameOf(place.dn()) + "/" + Workplace.nameOf(user));
        assertThat(place.matches(user, "(canonicalName=*)"))
                .as("a filter on a computed attribute")
                .isFalse();
        assertThat(place.values(user, "structuralObjectClass")).contains("user");
    }

    @Test
    void the_account_adds_moves_and_deletes_nothing() throws LDAPException {
        String user = place.user();
        String unit = place.unit();
        ResultCode no = ResultCode.INSUFFICIENT_ACCESS_RIGHTS;
        refused(
                "a new entry",
                no,
                () -> place.delegate()
                        .add("CN=" + Workplace.name("n") + "," + place.dn(), with("objectClass", "contact")));
        refused("a deletion", no, () -> place.delegate().delete(user));
        refused(
                "a deletion of a tree",
                no,
                () -> place.delegate()
                        .delete(new DeleteRequest(unit, new Control[] {new SubtreeDeleteRequestControl(true)})));
        refused("a new name", no, "00002098", () -> place.delegate().modifyDN(user, "CN=other", true));
        refused(
                "another place",
                no,
                "00002098",
                () -> place.delegate().modifyDN(user, "CN=" + Workplace.nameOf(user), true, unit));
    }

    @Test
    void an_entry_that_is_not_there_is_missing_whatever_the_rights() {
        String nobody = "CN=nobody," + place.dn();
        for (String attribute : List.of("extensionAttribute1", "mailNickname")) {
            refused(
                    attribute + " of nobody",
                    ResultCode.NO_SUCH_OBJECT,
                    "00002030",
                    () -> place.delegate().modify(nobody, replace(attribute, "x")));
        }
        refused(
                "a deletion of nobody",
                ResultCode.NO_SUCH_OBJECT,
                "00002030",
                () -> place.delegate().delete(nobody));
    }

    @Test
    void an_unknown_attribute_is_unknown_whatever_the_rights() throws LDAPException {
        String user = place.user();
        refused(
                "an attribute that the schema lacks",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.delegate().modify(user, replace("noSuchThing", "x")));
    }

    @Test
    void what_was_deleted_is_shown_to_administrators_only() throws LDAPException {
        String user = place.user();
        Filter filter = Filter.createEqualityFilter("objectGUID", place.octets(user, "objectGUID"));
        place.administrator().delete(user);
        assertThat(deleted(place.administrator(), filter))
                .as("tombstones that an administrator finds with the control for deleted entries")
                .isEqualTo(1);
        assertThat(deleted(place.delegate(), filter))
                .as("tombstones that the account finds with the control; it must not take that for a proof of anything")
                .isZero();
    }

    private int deleted(LDAPConnection connection, Filter filter) throws LDAPException {
        SearchRequest request = new SearchRequest(place.domain(), SearchScope.SUB, filter, "1.1");
        request.addControl(new Control("1.2.840.113556.1.4.417", true));
        return connection.search(request).getEntryCount();
    }

    @Test
    void administrators_are_protected() throws LDAPException {
        assertThat(place.values(administrator(), "adminCount"))
                .as("adminCount of an administrator; a job that writes should refuse to touch it")
                .containsExactly("1");
        assertThat(place.values("CN=Domain Admins,CN=Users," + place.domain(), "adminCount"))
                .containsExactly("1");
        assertThat(place.values(place.user(), "adminCount")).isEmpty();
    }
}
