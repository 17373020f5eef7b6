package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.ldap.DirectoryFailure.Reach;
import java.nio.file.Path;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerberosFaultTest {

    private static final SignInMethod.Gssapi METHOD = SignInMethod.keytab("svc@CORP.EXAMPLE", Path.of("svc.keytab"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Client not found in Kerberos database (6) - CLIENT_NOT_FOUND | its realm has no such account
            Server not found in Kerberos database (7) - LOOKING_UP_SERVER | the realm has no service principal ldap/dc1.corp.example
            Client's credentials have been revoked (18) - LOCKED_OUT | the account is disabled, locked or expired
            Password has expired - change password to reset (23) | the account's password has expired
            Pre-authentication information was invalid (24) | the keytab svc.keytab holds a key that is not the account's any more
            Checksum failed | the keytab svc.keytab holds a key that is not the account's any more
            Ticket expired (32) | the keytab svc.keytab holds no ticket of it that is valid now
            Clock skew too great (37) - PREAUTH | the clocks of this machine and of the domain differ by more than Kerberos allows, usually five minutes
            KDC has no support for encryption type (14) - CANT_FIND_CLIENT_KEY | this machine and the realm have no type of encryption in common
            Cannot locate KDC | no key distribution centre of the realm CORP.EXAMPLE can be found or reached
            Something else (99) | Kerberos fails
            """)
    void what_kerberos_says_becomes_one_sentence(String message, String clause) {
        LoginException failure = new LoginException("no use");
        failure.initCause(
                new IllegalStateException(message, new IllegalArgumentException("Identifier doesn't match (906)")));

        CannotSignIn told = KerberosFault.told(METHOD, "dc1.corp.example", failure);

        assertThat(told.problem().reason()).isEqualTo("svc@CORP.EXAMPLE cannot sign in: " + clause + ".");
        assertThat(told.said()).contains(clause.equals("Kerberos fails") ? "no use" : message);
    }

    @Test
    void only_a_service_that_is_not_known_concerns_one_server_alone() {
        assertThat(KerberosFault.told(METHOD, "dc1", new LoginException("Server not found (7)"))
                        .reach())
                .isEqualTo(Reach.THIS_SERVER);
        assertThat(KerberosFault.told(METHOD, "dc1", new LoginException("Client not found (6)"))
                        .reach())
                .isEqualTo(Reach.EVERY_SERVER);
    }
}
