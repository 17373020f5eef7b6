package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.plan.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RefusedSignInTest {

    private static final ServerAddress SERVER = new ServerAddress("dc1.corp.example", 636);
    private static final SignInMethod PASSWORD = SignInMethod.simple("CN=svc", "x"::toCharArray);
    private static final SignInMethod KERBEROS = SignInMethod.keytab("svc@CORP.EXAMPLE", Path.of("svc.keytab"));
    private static final SignInMethod CERTIFICATE = SignInMethod.certificate(Path.of("c.pem"), Path.of("c.key"));

    @Test
    void a_policy_of_signing_is_named_with_what_to_set_here() {
        Problem problem = of(
                PASSWORD,
                ResultCode.STRONG_AUTH_REQUIRED,
                "00002028: LdapErr: DSID-0C090202, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563");

        assertThat(problem.reason())
                .contains("dc1.corp.example:636", "\"Domain controller: LDAP server signing requirements\"");
        assertThat(problem.action()).contains("ldaps://", "tls.mode starttls", "bind.method gssapi");
    }

    @Test
    void a_policy_of_channel_binding_is_named_with_what_to_set_there() {
        Problem problem = of(
                KERBEROS,
                ResultCode.INVALID_CREDENTIALS,
                "80090346: LdapErr: DSID-0C0905EE, comment: AcceptSecurityContext error, data 80090346, v4563");

        assertThat(problem.reason())
                .contains(
                        "svc@CORP.EXAMPLE",
                        "\"Domain controller: LDAP server channel binding token requirements\"",
                        "LdapEnforceChannelBinding");
        assertThat(problem.action()).contains("ends TLS", "\"When supported\"");
    }

    @Test
    void a_way_that_the_server_does_not_have_is_told_from_an_account_that_it_does_not_know() {
        assertThat(of(CERTIFICATE, ResultCode.AUTH_METHOD_NOT_SUPPORTED, "").reason())
                .contains("does not offer this way to sign in");
        assertThat(of(CERTIFICATE, ResultCode.INVALID_CREDENTIALS, "").reason())
                .isEqualTo("dc1.corp.example:636 does not take the certificate in c.pem for one of its accounts.");
        assertThat(of(PASSWORD, ResultCode.INVALID_CREDENTIALS, "80090308: LdapErr: x, data 533, v4563")
                        .reason())
                .isEqualTo("dc1.corp.example:636 refuses the sign-in of CN=svc: the account is disabled.");
    }

    private static Problem of(SignInMethod method, ResultCode code, String said) {
        return RefusedSignIn.of(new LDAPException(code, said), SERVER, method);
    }
}
