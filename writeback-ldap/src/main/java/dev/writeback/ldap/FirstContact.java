package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.writeback.plan.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time try whether a server takes the account, until it has; those that wait meanwhile share the
 * answer. Else as many wrong passwords as there are threads would be sent at once, which locks an account. Thread-safe.
 */
final class FirstContact {

    private volatile boolean made;
    private volatile int failures;
    private @Nullable DirectoryFailure latest;

    LDAPConnection connection(Attempt attempt) throws DirectoryFailure {
        if (made) {
            return watched(attempt);
        }
        int seen = failures;
        synchronized (this) {
            if (latest != null && failures > seen) {
                throw latest;
            }
            try {
                LDAPConnection connection = watched(attempt);
                made = true;
                return connection;
            } catch (DirectoryFailure failure) {
                latest = failure;
                failures = failures + 1;
                throw failure;
            }
        }
    }

    private LDAPConnection watched(Attempt attempt) throws DirectoryFailure {
        try {
            return attempt.connect();
        } catch (DirectoryFailure failure) {
            if (failure.problem().code() == ErrorCode.SIGN_IN_FAILED) {
                made = false;
            }
            throw failure;
        }
    }

    /** Connects and signs in. */
    interface Attempt {
        LDAPConnection connect() throws DirectoryFailure;
    }
}
