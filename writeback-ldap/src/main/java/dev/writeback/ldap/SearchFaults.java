package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
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
        if (failure.getResultCode().equals(RangedValues.IN_PART)) {
            return inPart(failure, server);
        }
        Meaning meaning = Objects.requireNonNull(MEANINGS.get(ANSWERS.meaning(failure)));
        Problem problem = new Problem(
                meaning.code,
                meaning.reason.formatted(server),
                meaning.action,
                Diagnostic.of(failure).text());
        return new DirectoryFailure(problem, meaning.reach, failure);
    }

    /** No server says so: it is what was found out about its answers, and it concerns one entry. */
    private static DirectoryFailure inPart(LDAPException failure, ServerAddress server) {
        Problem problem = new Problem(
                ErrorCode.DIRECTORY_BUSY,
                "%s did not give all values of an entry.".formatted(server),
                "Nothing to do: it is tried again later; if it lasts, see who changes the entry all the time.",
                failure.getMessage());
        return new DirectoryFailure(problem, Reach.EVERY_SERVER, failure);
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
