package dev.writeback.testkit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page shows the measured table. */
class DifferencesPageTest {

    private static final String HEAD = "| asked | lab (Samba 4.17) | in memory | Active Directory |";

    @Test
    void the_page_has_every_row_of_the_table_in_its_order() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int head = lines.indexOf(HEAD);
        assertThat(head).as("the line of the page that begins with: %s", HEAD).isNotNegative();
        assertThat(lines.subList(head + 2, lines.size()).stream().takeWhile(line -> line.startsWith("|")))
                .as("the rows of the page; they are those of differences.tsv")
                .containsExactlyElementsOf(ControllerDifference.all().stream()
                        .map(DifferencesPageTest::row)
                        .toList());
    }

    private static String row(ControllerDifference row) {
        return "| %s | %s | %s | %s |"
                .formatted(row.asked(), row.lab(), row.inMemory(), row.activeDirectory())
                .replace("(!(noSuchThing=a))", "`(!(noSuchThing=a))`")
                .replaceAll("\\( [^|]* \\)(?= \\|)", "`$0`")
                .replace("|  |", "| |");
    }
}
