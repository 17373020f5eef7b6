package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTableTest {

    private static final ServerAddress SERVER = new ServerAddress("dc1", 636);

    /** The list is Microsoft's, of the errors of its directory service (winerror.h, 8200 to 8646). */
    @Test
    void every_code_that_active_directory_has_is_sorted() throws IOException {
        Map<String, String> sorted = new TreeMap<>();
        AnswerTable.table("ad-codes.tsv", 4).forEach(row -> sorted.put(row.get(0), row.get(1)));

        Map<String, String> known = new TreeMap<>();
        lines("ad-error-codes.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(row -> known.put(row[0], row[2]));

        assertThat(known).hasSizeGreaterThan(400);
        assertThat(sorted).containsAllEntriesOf(known);
    }

    @Test
    void every_result_code_of_the_protocol_is_sorted_and_none_is_a_success() {
        Set<String> results = AnswerTable.table("answers.tsv", 4).stream()
                .filter(row -> row.get(1).isEmpty())
                .map(row -> row.get(0))
                .collect(java.util.stream.Collectors.toSet());

        // RFC 4511, appendix A, as far as a modify or a search may be answered so; 80 and above are ours and RFC
        // 4525's.
        assertThat(results)
                .contains(
                        "1", "3", "4", "8", "10", "11", "12", "13", "16", "17", "18", "19", "20", "21", "32", "34",
                        "48", "49", "50", "51", "52", "53", "54", "64", "65", "67", "68", "71", "80", "81", "85", "122")
                .doesNotContain("0");
    }

    @Test
    void no_row_is_there_twice_and_each_meaning_is_used() {
        List<List<String>> answers = AnswerTable.table("answers.tsv", 4);
        assertThat(answers.stream().map(row -> row.get(0) + " " + row.get(1))).doesNotHaveDuplicates();
        for (int column = 2; column < 4; column++) {
            int at = column;
            String meanings = column == 2 ? "write-meanings.tsv" : "search-meanings.tsv";
            Set<String> used = java.util.stream.Stream.concat(
                            answers.stream(), AnswerTable.table("ad-codes.tsv", 4).stream())
                    .map(row -> row.get(at))
                    .collect(java.util.stream.Collectors.toSet());
            assertThat(AnswerTable.table(meanings, 5).stream().map(row -> row.get(0)))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void a_table_that_names_what_nobody_explains_is_refused() {
        assertThatThrownBy(() -> AnswerTable.ofWrites(Set.of("conflict")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no meaning");
        assertThatThrownBy(() -> AnswerTable.table("nowhere.tsv", 4)).hasMessageContaining("nowhere.tsv is missing");
        assertThatThrownBy(() -> AnswerTable.table("answers.tsv", 5)).hasMessageContaining("4 columns instead of 5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            51 | 0000200E: SvcErr: DSID-02080490, problem 5001 (BUSY), data 0 | THIS_SERVER | DIRECTORY_BUSY
            52 | 000020AC: SvcErr: problem 5002 (UNAVAILABLE) | THIS_SERVER | DIRECTORY_UNAVAILABLE
            3 | 00002022: SvcErr | EVERY_SERVER | DIRECTORY_UNAVAILABLE
            4 | 00002023: SvcErr | EVERY_SERVER | DIRECTORY_UNAVAILABLE
            10 | 0000202B: RefErr: DSID-0310084B, data 0, 1 access points | EVERY_SERVER | DIRECTORY_UNAVAILABLE
            32 | 0000208D: NameErr: DSID-0310028D, problem 2001 (NO_OBJECT) | EVERY_SERVER | DIRECTORY_UNAVAILABLE
            50 | 00002098: SecErr | EVERY_SERVER | INSUFFICIENT_RIGHTS
            1 | 000004DC: LdapErr: DSID-0C090C78, comment: In order to perform this operation a successful bind must be completed | EVERY_SERVER | INSUFFICIENT_RIGHTS
            1 | 000020D9: SvcErr: problem 5012 (DIR_ERROR) | THIS_SERVER | DIRECTORY_UNAVAILABLE
            12 | 0000202C: LdapErr | THIS_SERVER | DIRECTORY_UNAVAILABLE
            81 | | THIS_SERVER | DIRECTORY_UNAVAILABLE
            85 | | THIS_SERVER | DIRECTORY_UNAVAILABLE
            4711 | something new | THIS_SERVER | DIRECTORY_UNAVAILABLE
            """)
    void an_answer_to_a_search_means(int result, String diagnostic, Reach reach, ErrorCode code) {
        DirectoryFailure failure =
                SearchFaults.of(new LDAPException(ResultCode.valueOf(result), diagnostic, null, null), SERVER);

        assertThat(failure.reach()).isEqualTo(reach);
        assertThat(failure.problem().code()).isEqualTo(code);
        assertThat(failure.problem().reason()).contains("dc1:636").doesNotContain("%");
    }

    static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AnswerTableTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
