package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import org.jspecify.annotations.Nullable;

/** That this side has nothing to sign in with; the directory was not asked. */
final class CannotSignIn extends LDAPException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final Reach reach;
    private final @Nullable String said;

    CannotSignIn(String reason, String action, Reach reach, @Nullable Throwable cause) {
        this(reason, action, reach, cause, null);
    }

    /**
     * @param said the words that it was concluded from; null for those of the innermost cause
     */
    CannotSignIn(String reason, String action, Reach reach, @Nullable Throwable cause, @Nullable String said) {
        super(ResultCode.LOCAL_ERROR, reason, cause);
        this.said = said;
        this.problem = Problem.of(ErrorCode.SIGN_IN_FAILED, reason, action);
        this.reach = reach;
    }

    /** The words that it was concluded from; empty if there are none. */
    String said() {
        if (said != null) {
            return said;
        }
        return getCause() == null ? "" : Diagnostic.of(this).text();
    }

    Problem problem() {
        return problem;
    }

    /** Whether it would be the same with another server. */
    Reach reach() {
        return reach;
    }
}
