package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;

/** What a server means that does not let an account in. */
final class RefusedSignIn {

    /** SEC_E_BAD_BINDINGS ([MS-ERREF] 2.1.1): the sign-in is not bound to the TLS connection as the server wants it. */
    private static final String BAD_BINDINGS = "80090346";

    private RefusedSignIn() {}

    static Problem of(LDAPException failure, ServerAddress server, SignInMethod method) {
        ResultCode code = failure.getResultCode();
        Diagnostic said = Diagnostic.of(failure);
        if (code.equals(ResultCode.STRONG_AUTH_REQUIRED) || code.equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            return unprotected(server, method);
        }
        if (said.shows(BAD_BINDINGS)) {
            return unbound(server, method);
        }
        if (code.equals(ResultCode.AUTH_METHOD_NOT_SUPPORTED)) {
            return problem(
                    "%s does not offer this way to sign in, which %s needs.".formatted(server, method.account()),
                    "Sign in by another bind.method, or enable this one on the server (supportedSASLMechanisms of its rootDSE lists them).");
        }
        if (method instanceof SignInMethod.External) {
            return problem(
                    "%s does not take %s for one of its accounts.".formatted(server, method.account()),
                    "Map the certificate to the account (Active Directory: altSecurityIdentities, or a UPN in the certificate), and have the server trust who issued it.");
        }
        SignIn.Reason reason = SignIn.reason(said);
        return problem(
                "%s refuses the sign-in of %s: %s.".formatted(server, method.account(), reason.clause()),
                reason.action());
    }

    /** That it ended TLS when it saw the client's certificate. */
    static Problem certificate(ServerAddress server, SignInMethod method, String how) {
        return problem(
                "%s does not accept %s (%s).".formatted(server, method.account(), how),
                "See that the certificate is valid now, may be used for clients (clientAuth), and comes from an authority that the server trusts.");
    }

    private static Problem unprotected(ServerAddress server, SignInMethod method) {
        return problem(
                "%s does not let %s sign in over a connection that is neither encrypted nor signed, as its policy \"Domain controller: LDAP server signing requirements\" says."
                        .formatted(server, method.account()),
                "Use ldaps://, or tls.mode starttls, or sign in with Kerberos (bind.method gssapi), which encrypts by itself.");
    }

    private static Problem unbound(ServerAddress server, SignInMethod method) {
        return problem(
                "%s refuses the sign-in of %s because it is not bound to the TLS connection as its policy \"Domain controller: LDAP server channel binding token requirements\" (LdapEnforceChannelBinding) demands."
                        .formatted(server, method.account()),
                "See that nothing between this machine and the server ends TLS; or use Kerberos without TLS (ldap:// and tls.mode none), which encrypts by itself; or set the policy to \"When supported\".");
    }

    private static Problem problem(String reason, String action) {
        return Problem.of(ErrorCode.SIGN_IN_FAILED, reason, action);
    }
}
