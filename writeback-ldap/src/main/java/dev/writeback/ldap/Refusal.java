package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.util.List;

/**
 * What it means that a server refused a write.
 *
 * @param kind which outcome it is
 * @param code which error
 * @param reason one sentence; {@code %1$s} stands for the entry, {@code %2$s} for the server, {@code %3$s} for the
 *     attribute
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
        /** Nothing was done, and another server may do it; of the only one it is unavailable, or refused. */
        ELSEWHERE,
        UNKNOWN
    }

    WriteOutcome outcome(EntryWrite write, LDAPException failure) {
        Diagnostic said = Diagnostic.of(failure);
        Object[] names = {write.entry(), write.server(), attribute(write.modifications(), said)};
        Problem problem = new Problem(code, reason.formatted(names), action.formatted(names), said.text());
        return switch (kind) {
            case STALE -> new WriteOutcome.Stale(problem);
            case MISSING -> new WriteOutcome.Missing(problem);
            case REJECTED -> new WriteOutcome.Rejected(problem);
            case NOT_PERMITTED -> new WriteOutcome.NotPermitted(problem);
            case UNAVAILABLE -> new WriteOutcome.Unavailable(problem);
            case ELSEWHERE ->
                code == ErrorCode.REJECTED ? new WriteOutcome.Rejected(problem) : new WriteOutcome.Unavailable(problem);
            case UNKNOWN -> new WriteOutcome.Unknown(problem);
        };
    }

    /** The attribute that the server complains of, as far as it tells. */
    private static String attribute(List<Modification> modifications, Diagnostic said) {
        List<String> all =
                modifications.stream().map(it -> it.attribute().value()).toList();
        List<String> told = all.stream().filter(said::names).toList();
        List<String> possible = told.isEmpty() ? all : told;
        return possible.size() == 1 ? possible.get(0) : "one of " + String.join(", ", possible);
    }
}
