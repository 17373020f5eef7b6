package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

    @Test
    void what_servers_pad_a_message_with_is_cut_off() {
        assertThat(Diagnostic.of(" 00002098: no write property access\n\0").text())
                .isEqualTo("00002098: no write property access");
        assertThat(Diagnostic.of((String) null).text()).isEmpty();
    }

    @Test
    void the_code_in_front_is_found_in_upper_case_and_nowhere_else() {
        assertThat(Diagnostic.of("0000206f: AttErr: DSID-0315286E").code()).isEqualTo("0000206F");
        assertThat(Diagnostic.of("acl_modify: 0000206F: something").code()).isEmpty();
        assertThat(Diagnostic.of("00002098 without a colon").code()).isEmpty();
    }

    @Test
    void the_reason_of_a_refused_sign_in_is_found() {
        Diagnostic diagnostic = Diagnostic.of(
                "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 52E, v1db1");

        assertThat(diagnostic.signInCode()).isEqualTo("52e");
        assertThat(diagnostic.code()).isEqualTo("80090308");
    }

    @Test
    void words_are_found_in_any_case_and_names_only_as_words() {
        Diagnostic diagnostic = Diagnostic.of("Attribute 'EXTENSIONATTRIBUTE10' is SINGLE-VALUE");

        assertThat(diagnostic.shows("single-value")).isTrue();
        assertThat(diagnostic.names("extensionAttribute10")).isTrue();
        assertThat(diagnostic.names("extensionAttribute1")).isFalse();
    }

    @Test
    void without_a_servers_words_it_is_what_went_wrong_first_here() {
        LDAPException failure = new LDAPException(
                ResultCode.CONNECT_ERROR,
                "outer",
                new LDAPException(ResultCode.CONNECT_ERROR, "inner", new ConnectException("Connection refused")));

        assertThat(Diagnostic.of(failure).text()).isEqualTo("ConnectException: Connection refused");
    }
}
