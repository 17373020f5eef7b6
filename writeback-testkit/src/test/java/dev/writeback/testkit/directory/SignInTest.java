package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends DirectoryTest {

    private LDAPConnection client;

    @BeforeEach
    void connect() throws LDAPException {
        client = new LDAPConnection("127.0.0.1", directory.ldapPort());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn=WRITER,ou=service,dc=corp,dc=example", "writer@corp.example", "CORP\\Writer", WRITER})
    void an_account_signs_in_by_any_of_its_names(String name) throws LDAPException {
        client.bind(name, PASSWORD);

        assertThat(((WhoAmIExtendedResult) client.processExtendedOperation(new WhoAmIExtendedRequest()))
                        .getAuthorizationID())
                .isEqualTo("u:CORP\\writer");
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITER, "CN=nobody,DC=corp,DC=example", "nobody"})
    void a_wrong_password_and_an_unknown_name_are_told_alike(String name) {
        assertRefused(
                refusal(() -> client.bind(name, "wrong")),
                ResultCode.INVALID_CREDENTIALS,
                "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 52e, v4f7c");
    }

    @Test
    void after_a_refused_sign_in_the_connection_is_anonymous() throws LDAPException {
        client.bind(WRITER, PASSWORD);
        refusal(() -> client.bind(WRITER, "wrong"));

        assertRefused(refusal(() -> client.getEntry(dn(0))), ResultCode.OPERATIONS_ERROR, "000004DC: LdapErr: ");
    }

    @Test
    void anonymous_clients_read_the_root_dse_and_nothing_else() throws LDAPException {
        assertThat(client.getRootDSE().getAttributeValue("defaultNamingContext"))
                .isEqualTo("DC=corp,DC=example");
        assertRefused(
                refusal(() -> client.search(directory.baseDn(), SearchScope.BASE, "(objectClass=*)")),
                ResultCode.OPERATIONS_ERROR,
                "000004DC: LdapErr: ");
        assertRefused(
                refusal(() -> client.modify(dn(0), replace("info", "x"))), ResultCode.OPERATIONS_ERROR, "000004DC: ");
    }

    @Test
    void other_ways_to_sign_in_are_not_supported() {
        assertRefused(
                refusal(() -> client.bind(new PLAINBindRequest("u:writer", PASSWORD))),
                ResultCode.AUTH_METHOD_NOT_SUPPORTED,
                "00002027: ");
    }

    @Test
    void the_accounts_are_entries() {
        assertThat(directory.entry(WRITER).orElseThrow().value("sAMAccountName"))
                .hasValue("writer");
        assertThat(directory.entry(directory.adminDn()).orElseThrow().values("objectClass"))
                .containsExactly("top", "person", "organizationalPerson", "user");
    }
}
