package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page about answers to the tables that it shows. */
class AnswersPageTest {

    @Test
    void the_page_shows_the_tables_as_they_are() throws IOException {
        String page = Files.readString(Path.of("../docs/answers.md"));
        List<List<String>> codes = AnswerTable.table("ad-codes.tsv", 4);
        List<List<String>> expected =
                codes.stream().filter(row -> !isForeign(row)).toList();
        List<String> rows = new ArrayList<>();
        Stream.of(
                        AnswerTable.table("write-meanings.tsv", 5),
                        AnswerTable.table("search-meanings.tsv", 5),
                        AnswerTable.table("answers.tsv", 4),
                        expected)
                .flatMap(List::stream)
                .map(row -> "| " + String.join(" | ", row) + " |")
                .forEach(rows::add);

        assertThat(page.lines()
                        .filter(line -> line.startsWith("| ")
                                && !line.startsWith("| meaning |")
                                && !line.startsWith("| result |")
                                && !line.startsWith("| code |")))
                .containsExactlyElementsOf(rows);
        assertThat(page)
                .contains("The other %d codes of Microsoft's list are `foreign`"
                        .formatted(codes.size() - expected.size()));
    }

    private static boolean isForeign(List<String> row) {
        return row.get(2).equals(AnswerTable.FOREIGN) && row.get(3).equals(AnswerTable.FOREIGN);
    }
}
