package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.api.Test;

class LinksTest extends DirectoryTest {

    @Test
    void a_link_is_stored_in_the_spelling_of_its_target() throws LDAPException {
        modify(dn(0), add("publicDelegates", "cn=USER000001, ou=south, ou=PEOPLE, dc=corp,dc=example"));

        assertThat(directory.user(0).values("publicDelegates")).containsExactly(dn(1));
    }

    @Test
    void a_link_to_nobody_fails_the_whole_request() {
        LDAPException refusal =
                refusalOf(dn(0), add("publicDelegates", dn(1), "CN=nobody,OU=People,DC=corp,DC=example"));

        assertRefused(refusal, ResultCode.CONSTRAINT_VIOLATION, "000020B5: AtrErr: DSID-");
        assertThat(directory.user(0).values("publicDelegates")).isEmpty();
    }

    @Test
    void a_link_that_is_no_name_is_an_invalid_name() {
        assertRefused(
                refusalOf(dn(0), replace("manager", "nobody")), ResultCode.INVALID_DN_SYNTAX, "0000208F: NameErr: ");
    }

    @Test
    void a_back_link_mirrors_its_link() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1), dn(2)));
        modify(dn(3), add("publicDelegates", dn(1)));

        assertThat(admin.getEntry(dn(1)).getAttributeValues("publicDelegatesBL"))
                .containsExactlyInAnyOrder(dn(0), dn(3));
        assertThat(admin.getEntry(dn(4), "publicDelegatesBL").getAttributes()).isEmpty();
    }

    @Test
    void a_back_link_moves_no_stamp_of_the_target() throws LDAPException {
        long before = directory.user(1).usnChanged();

        modify(dn(0), add("publicDelegates", dn(1)));

        assertThat(directory.user(1).usnChanged()).isEqualTo(before);
    }

    @Test
    void links_follow_a_renamed_target() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1)), replace("manager", dn(1)));

        admin.modifyDN(dn(1), "CN=moved", true, "OU=Outside,DC=corp,DC=example");

        assertThat(directory.user(0).values("publicDelegates"))
                .containsExactly("CN=moved,OU=Outside,DC=corp,DC=example");
        assertThat(directory.user(0).values("manager")).containsExactly("CN=moved,OU=Outside,DC=corp,DC=example");
    }

    @Test
    void links_go_with_a_deleted_target() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1), dn(2)));

        admin.delete(dn(1));

        assertThat(directory.user(0).values("publicDelegates")).containsExactly(dn(2));
    }

    @Test
    void members_are_found_by_the_groups_they_are_in() throws LDAPException {
        directory.add(
                "dn: CN=team,OU=Groups,DC=corp,DC=example", "objectClass: group", "groupType: 8", "member: " + dn(2));

        assertThat(admin.search(
                                directory.baseDn(),
                                com.unboundid.ldap.sdk.SearchScope.SUB,
                                "(memberOf=CN=team,OU=Groups,DC=corp,DC=example)")
                        .getSearchEntries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getDN()).isEqualTo(dn(2)));
    }
}
