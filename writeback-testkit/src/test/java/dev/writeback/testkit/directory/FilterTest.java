package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest extends DirectoryTest {

    @BeforeEach
    void add_entries() {
        directory.add(MailboxUser.of("ida", "corp.example")
                .with("displayName", "IDA Icli")
                .with("proxyAddresses", "SMTP:Ida.I@corp.example", "x500:/o=Old/cn=ida")
                .with("userAccountControl", "514"));
        directory.add(MailboxUser.of("plain", "corp.example")
                .without("mail", "proxyAddresses")
                .with("userAccountControl", "512"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "(sAMAccountName=IDA) # 1",
                "(mail=IDA@corp.example) # 1",
                "(proxyAddresses=smtp:ida.i@CORP.example) # 1",
                "(displayName=ida i*) # 1",
                "(displayName=*ICLI) # 1",
                "(displayName=i*a*i) # 1",
                "(displayName=ida*dali) # 0",
                "(&(objectClass=user)(sAMAccountName=ida)) # 1",
                "(&(objectCategory=person)(sAMAccountName=ida)) # 1",
                "(&(objectCategory=user)(sAMAccountName=ida)) # 1",
                "(objectCategory=organizationalUnit) # 0",
                "(|(sAMAccountName=ida)(sAMAccountName=plain)(sAMAccountName=ida)) # 2",
                "(|(sAMAccountName=ida)(displayName=plain)) # 2",
                "(&(sAMAccountName=plain)(!(mail=*))) # 1",
                "(&(sAMAccountName=ida)(!(mail=*))) # 0",
                "(&(sAMAccountName=ida)(!(nothing=*))) # 0",
                "(nothing=*) # 0",
                "(&(sAMAccountName=ida)(userAccountControl:1.2.840.113556.1.4.803:=2)) # 1",
                "(&(sAMAccountName=plain)(userAccountControl:1.2.840.113556.1.4.803:=2)) # 0",
                "(&(sAMAccountName=plain)(userAccountControl:1.2.840.113556.1.4.804:=514)) # 1",
                "(&(sAMAccountName=ida)(userAccountControl>=514)) # 1",
                "(&(sAMAccountName=ida)(userAccountControl<=99)) # 0",
                "(&(sAMAccountName=ida)(msExchRecipientTypeDetails>=900)) # 1",
                "(&(sAMAccountName=ida)(msExchHideFromAddressLists=true)) # 0",
                "(&(msExchHideFromAddressLists=true)(sAMAccountName=user000000)) # 1",
                "(distinguishedName=cn=IDA, ou=people, dc=corp,dc=example) # 1"
            })
    void a_filter_finds(String filter, int number) throws LDAPException {
        assertThat(search(filter).getEntryCount()).isEqualTo(number);
    }

    @Test
    void a_search_from_the_root_of_the_domain_refers_to_the_configuration_and_leaves_it_out() throws LDAPException {
        SearchResult result = search("(objectClass=nTDSDSA)");

        assertThat(result.getEntryCount()).isZero();
        assertThat(result.getSearchReferences())
                .singleElement()
                .satisfies(reference -> assertThat(reference.getReferralURLs())
                        .containsExactly("ldap://corp.example/CN=Configuration,DC=corp,DC=example"));
    }

    @Test
    void a_search_of_one_level_finds_what_is_directly_below() throws LDAPException {
        assertThat(admin.search("OU=People,DC=corp,DC=example", SearchScope.ONE, "(objectClass=organizationalUnit)")
                        .getEntryCount())
                .isEqualTo(4);
    }

    @Test
    void a_search_below_a_unit_finds_no_others() throws LDAPException {
        assertThat(admin.search("OU=North,OU=People,DC=corp,DC=example", SearchScope.SUB, "(sAMAccountName=ida)")
                        .getEntryCount())
                .isZero();
    }

    @Test
    void a_client_may_ask_for_names_only() throws LDAPException {
        assertThat(admin.getEntry(dn(0), "1.1").getAttributes()).isEmpty();
    }

    @Test
    void a_client_may_ask_for_types_without_values() throws LDAPException {
        SearchRequest request = new SearchRequest(dn(0), SearchScope.BASE, "(objectClass=*)", "mail");
        request.setTypesOnly(true);

        assertThat(admin.searchForEntry(request).getAttributes())
                .singleElement()
                .satisfies(attribute -> {
                    assertThat(attribute.getName()).isEqualTo("mail");
                    assertThat(attribute.size()).isZero();
                });
    }

    @Test
    void values_are_compared_without_case() throws LDAPException {
        assertThat(admin.compare(dn(0), "sAMAccountName", "USER000000").compareMatched())
                .isTrue();
        assertThat(admin.compare(dn(0), "sAMAccountName", "user000001").compareMatched())
                .isFalse();
    }

    private SearchResult search(String filter) throws LDAPException {
        return admin.search(directory.baseDn(), SearchScope.SUB, filter);
    }
}
