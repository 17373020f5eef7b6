package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How entries and attributes are named, found and shown. */
public abstract class IdentityContract extends ControllerContract {

    /** For those who extend it. */
    protected IdentityContract() {}

    @Test
    void an_entry_is_found_by_the_octets_of_its_objectGUID() throws LDAPException {
        String user = place.user();
        assertThat(found("objectGUID", place.octets(user, "objectGUID")))
                .as("entries with the objectGUID of %s; an immutable id is nothing else", user)
                .isEqualTo(1);
        assertThat(found("objectGUID", new byte[15]))
                .as("entries with fifteen octets for an objectGUID")
                .isZero();
    }

    @Test
    void an_entry_is_found_by_its_objectSid_and_its_consistency_guid() throws LDAPException {
        byte[] anchor = "sixteen octets, ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String user = place.user(with("mS-DS-ConsistencyGuid", anchor));
        assertThat(place.octets(user, "objectSid")).as("the objectSid").hasSize(28);
        assertThat(found("objectSid", place.octets(user, "objectSid"))).isEqualTo(1);
        assertThat(found("mS-DS-ConsistencyGuid", anchor)).isEqualTo(1);
    }

    private int found(String attribute, byte[] value) throws LDAPException {
        return place.administrator()
                .search(place.dn(), SearchScope.SUB, Filter.createEqualityFilter(attribute, value), "1.1")
                .getEntryCount();
    }

    @Test
    void a_GUID_is_a_name_in_searches_with_dashes_and_as_octets() throws LDAPException {
        String user = place.user();
        String octets = "<GUID=" + HexFormat.of().formatHex(place.octets(user, "objectGUID")) + ">";
        assertThat(place.read(place.byGuid(user), "1.1").getDN()).isEqualTo(user);
        assertThat(place.read(octets, "1.1").getDN()).isEqualTo(user);
        assertThat(place.count(place.byGuid(place.unit()), SearchScope.SUB, "(objectClass=*)"))
                .as("entries at and below an organizational unit that is named by its GUID")
                .isEqualTo(1);
    }

    @Test
    void a_GUID_is_a_name_in_changes_and_deletions() throws LDAPException {
        String user = place.user();
        String byGuid = place.byGuid(user);
        done("a change by GUID saves the look for the name", () -> place.modify(byGuid, replace("info", "x")));
        assertThat(place.values(user, "info")).containsExactly("x");
        done("a deletion by GUID", () -> place.administrator().delete(byGuid));
        refused(
                "a search by the GUID of what is gone",
                ResultCode.NO_SUCH_OBJECT,
                () -> place.administrator().search(byGuid, SearchScope.BASE, "(objectClass=*)"));
    }

    @Test
    void a_GUID_stays_when_the_name_changes() throws LDAPException {
        String user = place.user();
        String byGuid = place.byGuid(user);
        String renamed = place.rename(user);
        assertThat(place.read(byGuid, "1.1").getDN())
                .as("the entry of the GUID after it was renamed")
                .isEqualTo(renamed);
        String capitals = "CN=" + Workplace.nameOf(renamed).toUpperCase(Locale.ROOT);
        done("a change of case alone", () -> place.administrator().modifyDN(renamed, capitals, true));
        assertThat(place.read(byGuid, "1.1").getDN()).isEqualTo(capitals + "," + place.dn());
    }

    @Test
    void names_are_taken_in_any_spelling_and_shown_in_the_stored_one() throws LDAPException {
        String user = place.user(with("mailNickname", "a"));
        assertThat(place.read(user.toLowerCase(Locale.ROOT), "1.1").getDN()).isEqualTo(user);
        assertThat(place.read(user.replace(",", ", "), "1.1").getDN()).isEqualTo(user);
        assertThat(place.read(user, "MAILNICKNAME").getAttributes())
                .as("the attribute that was asked for in capitals")
                .extracting(attribute -> attribute.getName())
                .containsExactly("mailNickname");
        assertThat(place.read(user, "1.2.840.113556.1.2.447").getAttributes())
                .as("the attribute that was asked for by its OID")
                .extracting(attribute -> attribute.getName())
                .containsExactly("mailNickname");
    }

    @Test
    void names_with_special_characters_are_kept() throws LDAPException {
        String dn = "CN=a\\, b\\+c \\\"d\\\" " + Workplace.name("e") + "," + place.dn();
        place.administrator().add(dn, with("objectClass", "contact"));
        assertThat(place.read(dn, "1.1").getDN()).isEqualTo(dn);
        assertThat(place.values(dn, "cn").get(0)).startsWith("a, b+c \"d\" ");
    }

    @Test
    void a_user_comes_with_its_classes_and_a_disabled_account() throws LDAPException {
        String user = place.user();
        assertThat(place.values(user, "objectClass")).containsExactly("top", "person", "organizationalPerson", "user");
        assertThat(place.values(user, "userAccountControl")).containsExactly("546");
        assertThat(place.values(user, "sAMAccountType")).containsExactly("805306368");
        assertThat(place.values(place.group(), "groupType")).containsExactly("-2147483646");
        assertThat(place.matches(user, "(objectCategory=person)"))
                .as("whether a category is taken by its short name")
                .isTrue();
    }
}
