package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the answers of servers mean to one kind of request, read from tables beside this class: {@code answers.tsv} sorts
 * them by result code and words of the message, {@code ad-codes.tsv} by the eight-digit code in front of it ([MS-ERREF]
 * 2.2). The result code counts first, for not every server and not every message has such a code.
 */
final class AnswerTable {

    /** An answer that never came: nothing that stands in its place tells what was done. */
    static final String LOST = "lost";

    static final String OTHER = "other";

    /** A code of requests that this program never sends. */
    static final String FOREIGN = "foreign";

    private static final int WIDTH = 4;

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> codes = new HashMap<>();

    private AnswerTable(int column) {
        for (List<String> row : table("answers.tsv", WIDTH)) {
            rows.add(new Row(Integer.parseInt(row.get(0)), row.get(1), row.get(column)));
        }
        for (List<String> row : table("ad-codes.tsv", WIDTH)) {
            if (codes.put(row.get(0), row.get(column)) != null) {
                throw new IllegalStateException("ad-codes.tsv has the code %s twice".formatted(row.get(0)));
            }
        }
    }

    /**
     * What answers to writes mean.
     *
     * @param meanings those that a row may name
     * @throws IllegalStateException if the tables cannot be used; the jar is broken then
     */
    static AnswerTable ofWrites(Set<String> meanings) {
        return new AnswerTable(2).checked(meanings);
    }

    /** What answers to searches mean; the same as above. */
    static AnswerTable ofSearches(Set<String> meanings) {
        return new AnswerTable(WIDTH - 1).checked(meanings);
    }

    private AnswerTable checked(Set<String> meanings) {
        rows.stream().map(Row::meaning).forEach(meaning -> check(meaning, meanings));
        codes.values().forEach(meaning -> check(meaning, meanings));
        return this;
    }

    private static void check(String meaning, Set<String> meanings) {
        if (!meanings.contains(meaning)) {
            throw new IllegalStateException("a table of answers names '%s', which has no meaning".formatted(meaning));
        }
    }

    /** The meaning of this answer. */
    String meaning(LDAPException failure) {
        int result = failure.getResultCode().intValue();
        Diagnostic said = Diagnostic.of(failure);
        String general = row(result, "").orElse(OTHER);
        if (general.equals(LOST)) {
            return LOST;
        }
        String code = codes.getOrDefault(said.code(), OTHER);
        return bySign(result, said).orElseGet(() -> byCode(general, code));
    }

    /** A code says more than a result, unless it is none of those that are to be expected. */
    private static String byCode(String general, String code) {
        boolean tellsMore = !code.equals(OTHER) && !code.equals(FOREIGN);
        return tellsMore || general.equals(OTHER) ? code : general;
    }

    private Optional<String> bySign(int result, Diagnostic said) {
        return rows.stream()
                .filter(row -> row.result == result && !row.sign.isEmpty() && said.shows(row.sign))
                .map(Row::meaning)
                .findFirst();
    }

    private Optional<String> row(int result, String sign) {
        return rows.stream()
                .filter(row -> row.result == result && row.sign.equals(sign))
                .map(Row::meaning)
                .findFirst();
    }

    /**
     * The rows of a table, without its heading.
     *
     * @throws IllegalStateException if it is not there or a row has another number of columns
     */
    static List<List<String>> table(String name, int columns) {
        List<List<String>> rows = lines(name).stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
        rows.stream().filter(row -> row.size() != columns).findFirst().ifPresent(row -> {
            throw new IllegalStateException(
                    "%s has a row with %d columns instead of %d: %s".formatted(name, row.size(), columns, row));
        });
        return rows;
    }

    private static List<String> lines(String name) {
        try (InputStream in = AnswerTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table %s is missing from writeback-ldap's jar".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table %s in writeback-ldap's jar cannot be read".formatted(name), e);
        }
    }

    /**
     * @param result the result code
     * @param sign an eight-digit code or words of the message; empty for whatever it says
     * @param meaning what it means
     */
    private record Row(int result, String sign, String meaning) {}
}
