package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What it means that a search failed, as {@code search-meanings.tsv} beside this class says. Whatever it found until then
 * does not count.
 */
final class SearchFaults {

    private static final int WIDTH = 5;
    private static final Map<String, Meaning> MEANINGS = meanings();
    private static final AnswerTable ANSWERS = AnswerTable.ofSearches(MEANINGS.keySet());

    private SearchFaults() {}

    static DirectoryFailure of(LDAPException failure, ServerAddress server) {
        Meaning meaning = Objects.requireNonNull(MEANINGS.get(ANSWERS.meaning(failure)));
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
                ? "Correct the base DN, or add the domain that it belongs to as a directory of its own."
                : "Correct the base DN, or add the domain that the server refers to, %s, as a directory of its own."
                        .formatted(urls[0]);
    }

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (List<String> row : AnswerTable.table("search-meanings.tsv", WIDTH)) {
            Meaning meaning =
                    new Meaning(Reach.valueOf(row.get(1)), ErrorCode.valueOf(row.get(2)), row.get(3), row.get(4));
            meanings.put(row.get(0), meaning);
        }
        return meanings;
    }

    private record Meaning(Reach reach, ErrorCode code, String reason, String action) {}
}
