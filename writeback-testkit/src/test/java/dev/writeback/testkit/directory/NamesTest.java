package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesTest extends DirectoryTest {

    @Test
    void an_entry_is_found_by_its_guid_with_dashes() throws LDAPException {
        SearchResultEntry entry = admin.getEntry("<GUID=" + directory.user(2).objectGuid() + ">");

        assertThat(entry.getDN()).isEqualTo(dn(2));
    }

    @Test
    void an_entry_is_found_by_the_hexadecimal_octets_of_its_guid() throws LDAPException {
        String octets =
                HexFormat.of().formatHex(directory.user(2).octets("objectGUID").get(0));

        assertThat(admin.getEntry("<GUID=" + octets + ">").getDN()).isEqualTo(dn(2));
        assertThat(admin.getEntry("<guid=" + octets.toUpperCase(Locale.ROOT) + ">")
                        .getDN())
                .isEqualTo(dn(2));
    }

    @Test
    void an_entry_is_modified_by_its_guid_wherever_it_was_moved() throws LDAPException {
        UUID guid = directory.user(2).objectGuid();
        directory.move(dn(2), "CN=renamed,OU=Outside,DC=corp,DC=example");

        modify("<GUID=" + guid + ">", replace("extensionAttribute1", "found"));

        assertThat(directory
                        .entry("CN=renamed,OU=Outside,DC=corp,DC=example")
                        .orElseThrow()
                        .value("extensionAttribute1"))
                .hasValue("found");
    }

    @Test
    void a_guid_of_nobody_is_no_such_object() {
        assertRefused(
                refusalOf("<GUID=" + new UUID(1, 2) + ">", replace("info", "x")),
                ResultCode.NO_SUCH_OBJECT,
                "00002030: NameErr: DSID-");
    }

    @Test
    void a_guid_of_the_wrong_length_is_an_invalid_name() {
        assertRefused(refusalOf("<GUID=1234>", replace("info", "x")), ResultCode.INVALID_DN_SYNTAX, "0000208F: ");
    }

    @Test
    void an_objectGUID_is_searched_by_its_octets() throws LDAPException {
        Filter filter = Filter.createEqualityFilter(
                "objectGUID", directory.user(3).octets("objectGUID").get(0));

        assertThat(admin.searchForEntry(directory.baseDn(), SearchScope.SUB, filter)
                        .getDN())
                .isEqualTo(dn(3));
    }

    @Test
    void many_objectGUIDs_are_searched_at_once() throws LDAPException {
        Filter[] filters = {guidFilter(4), guidFilter(1), Filter.createEqualityFilter("objectGUID", new byte[16])};

        assertThat(admin.search(directory.baseDn(), SearchScope.SUB, Filter.createORFilter(filters))
                        .getSearchEntries())
                .extracting(SearchResultEntry::getDN)
                .containsExactly(dn(1), dn(4));
    }

    private Filter guidFilter(int user) {
        return Filter.createEqualityFilter(
                "objectGUID", directory.user(user).octets("objectGUID").get(0));
    }

    @Test
    void names_come_in_the_spelling_of_the_directory_however_they_are_asked_for() throws LDAPException {
        SearchResultEntry entry =
                admin.getEntry("cn=USER000000, ou=NORTH, ou=people, dc=CORP, dc=example", "MAILNICKNAME");

        assertThat(entry.getDN()).isEqualTo("CN=user000000,OU=North,OU=People,DC=corp,DC=example");
        assertThat(entry.getAttributes())
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.getName()).isEqualTo("mailNickname"));
    }

    @Test
    void an_attribute_is_asked_for_by_its_oid_too() throws LDAPException {
        assertThat(admin.getEntry(dn(0), "1.2.840.113556.1.2.447").getAttributes())
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.getName()).isEqualTo("mailNickname"));
    }

    @Test
    void a_missing_entry_is_no_such_object_with_its_nearest_superior() {
        LDAPException refusal = refusalOf("CN=nobody,OU=North,OU=People,DC=corp,DC=example", replace("info", "x"));

        assertRefused(refusal, ResultCode.NO_SUCH_OBJECT, "00002030: NameErr: DSID-");
        assertThat(refusal.getDiagnosticMessage())
                .contains(
                        "problem 2001 (NO_OBJECT), data 0, best match of:\n\t'OU=North,OU=People,DC=corp,DC=example'");
        assertThat(refusal.getMatchedDN()).isEqualTo("OU=North,OU=People,DC=corp,DC=example");
    }

    @Test
    void a_name_of_another_domain_is_a_referral() {
        LDAPException refusal = refusalOf("CN=x,DC=other,DC=example", replace("info", "x"));

        assertRefused(refusal, ResultCode.REFERRAL, "0000202B: RefErr: DSID-");
        assertThat(refusal.getReferralURLs()).containsExactly("ldap://other.example/CN=x,DC=other,DC=example");
    }

    @Test
    void a_text_that_is_no_name_is_an_invalid_name() {
        assertRefused(refusalOf("nonsense", replace("info", "x")), ResultCode.INVALID_DN_SYNTAX, "0000208F: NameErr: ");
    }

    @Test
    void guids_are_spelt_as_windows_spells_them() {
        byte[] octets = HexFormat.of().parseHex("33221100554477668899aabbccddeeff");
        UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

        assertThat(ObjectGuid.toUuid(octets)).isEqualTo(guid);
        assertThat(ObjectGuid.toOctets(guid)).isEqualTo(octets);
    }
}
