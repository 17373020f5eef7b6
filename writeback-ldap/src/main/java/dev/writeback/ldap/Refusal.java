package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;

/**
 * What it means that a server refused a write.
 *
 * @param kind which outcome it is
 * @param code which error
 * @param reason one sentence; {@code %1$s} stands for the entry, {@code %2$s} for the server
 * @param action one sentence, with the same places
 */
record Refusal(Kind kind, ErrorCode code, String reason, String action) {

    /** The outcomes that a refusal may be. */
    enum Kind {
        STALE,
        MISSING,
        REJECTED,
        NOT_PERMITTED,
        UNAVAILABLE,
        UNKNOWN
    }

    WriteOutcome outcome(String entry, String server, LDAPException failure) {
        Problem problem = new Problem(
                code,
                reason.formatted(entry, server),
                action.formatted(entry, server),
                Diagnostic.of(failure).text());
        return switch (kind) {
            case STALE -> new WriteOutcome.Stale(problem);
            case MISSING -> new WriteOutcome.Missing(problem);
            case REJECTED -> new WriteOutcome.Rejected(problem);
            case NOT_PERMITTED -> new WriteOutcome.NotPermitted(problem);
            case UNAVAILABLE -> new WriteOutcome.Unavailable(problem);
            case UNKNOWN -> new WriteOutcome.Unknown(problem);
        };
    }
}
