package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.Map;

/** What it means that a search failed. Whatever it found until then does not count. */
final class SearchFaults {

    private static final Meaning LOST = new Meaning(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            "The connection to %s was cut, or it did not answer in time.",
            "Nothing to do: it is tried again later; if it lasts, see whether the server runs.",
            Reach.THIS_SERVER);
    private static final Meaning BUSY = new Meaning(
            ErrorCode.DIRECTORY_BUSY,
            "%s is too busy to answer a search.",
            "Nothing to do: it is tried again later; if it lasts, use fewer connections.",
            Reach.THIS_SERVER);
    private static final Meaning TOO_MUCH = new Meaning(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            "%s broke a search off at one of its limits, so that its answer is not complete.",
            "Raise the server's limits for this account, or ask it for fewer entries at a time.",
            Reach.EVERY_SERVER);
    private static final Meaning NO_BASE = new Meaning(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            "%s does not have the base DN, or the account may not see it.",
            "Correct the base DN, or grant the account read access to it.",
            Reach.EVERY_SERVER);
    private static final Meaning ELSEWHERE = new Meaning(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            "%s does not hold the base DN, which belongs to another domain.",
            "Add that domain as a directory of its own.",
            Reach.EVERY_SERVER);
    private static final Meaning NOT_ALLOWED = new Meaning(
            ErrorCode.INSUFFICIENT_RIGHTS,
            "%s does not allow the account to search.",
            "Grant the account read access below the base DN.",
            Reach.EVERY_SERVER);
    private static final Meaning OTHER = new Meaning(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            "%s could not carry out a search.",
            "See the server's message.",
            Reach.THIS_SERVER);

    private static final Map<ResultCode, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(ResultCode.SERVER_DOWN, LOST),
            Map.entry(ResultCode.CONNECT_ERROR, LOST),
            Map.entry(ResultCode.TIMEOUT, LOST),
            Map.entry(ResultCode.BUSY, BUSY),
            Map.entry(ResultCode.UNAVAILABLE, BUSY),
            Map.entry(ResultCode.TIME_LIMIT_EXCEEDED, TOO_MUCH),
            Map.entry(ResultCode.SIZE_LIMIT_EXCEEDED, TOO_MUCH),
            Map.entry(ResultCode.ADMIN_LIMIT_EXCEEDED, TOO_MUCH),
            Map.entry(ResultCode.NO_SUCH_OBJECT, NO_BASE),
            Map.entry(ResultCode.REFERRAL, ELSEWHERE),
            Map.entry(ResultCode.INVALID_DN_SYNTAX, NO_BASE),
            Map.entry(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, NOT_ALLOWED),
            Map.entry(ResultCode.OPERATIONS_ERROR, NOT_ALLOWED),
            Map.entry(ResultCode.STRONG_AUTH_REQUIRED, NOT_ALLOWED));

    private SearchFaults() {}

    static DirectoryFailure of(LDAPException failure, ServerAddress server) {
        Meaning meaning = MEANINGS.getOrDefault(failure.getResultCode(), OTHER);
        Problem problem = new Problem(
                meaning.code,
                meaning.reason.formatted(server),
                failure.getResultCode().equals(ResultCode.REFERRAL) ? elsewhere(failure) : meaning.action,
                Diagnostic.of(failure).text());
        return new DirectoryFailure(problem, meaning.reach, failure);
    }

    /** Which directory to add: the server says where it refers to. */
    private static String elsewhere(LDAPException failure) {
        String[] urls = failure.getReferralURLs();
        return urls == null || urls.length == 0
                ? ELSEWHERE.action
                : "Add the domain that it refers to, %s, as a directory of its own.".formatted(urls[0]);
    }

    private record Meaning(ErrorCode code, String reason, String action, Reach reach) {}
}
