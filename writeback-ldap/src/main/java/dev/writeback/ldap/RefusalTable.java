package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.ldap.Refusal.Kind;
import dev.writeback.plan.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the answers to a modify request mean, as {@code write-meanings.tsv} beside this class says. */
final class RefusalTable {

    private static final int WIDTH = 5;
    private static final Map<String, Refusal> MEANINGS = meanings();
    private static final AnswerTable ANSWERS = AnswerTable.ofWrites(MEANINGS.keySet());

    static final Refusal CONFLICT = named("conflict");

    private RefusalTable() {}

    /** What this answer means. */
    static Refusal of(LDAPException failure) {
        return named(ANSWERS.meaning(failure));
    }

    private static Refusal named(String meaning) {
        return Objects.requireNonNull(MEANINGS.get(meaning));
    }

    private static Map<String, Refusal> meanings() {
        Map<String, Refusal> meanings = new LinkedHashMap<>();
        for (List<String> row : AnswerTable.table("write-meanings.tsv", WIDTH)) {
            Refusal refusal =
                    new Refusal(Kind.valueOf(row.get(1)), ErrorCode.valueOf(row.get(2)), row.get(3), row.get(4));
            meanings.put(row.get(0), refusal);
        }
        return meanings;
    }
}
