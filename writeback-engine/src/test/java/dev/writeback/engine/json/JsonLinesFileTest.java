package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesFileTest {

    private static final String WHOLE = "{\"id\":\"1\",\"name\":\"R\u00fccksprache \ud83d\udcee\"}";
    private static final String NEXT = "{\"id\":\"2\"}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("lines.jsonl");
    }

    @Test
    void wherever_a_line_was_torn_what_is_left_of_it_is_gone_and_the_others_stay() throws IOException {
        byte[] line = (WHOLE + "\n").getBytes(StandardCharsets.UTF_8);
        for (int torn = 1; torn < line.length - 1; torn++) {
            Files.write(file, line);
            Files.write(file, Arrays.copyOf(line, torn), java.nio.file.StandardOpenOption.APPEND);
            append(NEXT);

            assertThat(Files.readAllLines(file)).containsExactly(WHOLE, NEXT);
        }
    }

    @Test
    void a_line_that_lacks_nothing_but_its_end_is_kept() throws IOException {
        Files.writeString(file, NEXT + "\n" + WHOLE);
        append(NEXT);

        assertThat(Files.readAllLines(file)).containsExactly(NEXT, WHOLE, NEXT);
    }

    @Test
    void what_is_no_object_is_somebody_elses_and_kept() throws IOException {
        Files.writeString(file, "somebody's note");
        append(NEXT);

        assertThat(Files.readAllLines(file)).containsExactly("somebody's note", NEXT);
    }

    @Test
    void a_torn_line_may_be_longer_than_is_read_at_once_and_the_only_one() throws IOException {
        Files.writeString(file, "{\"name\":\"" + "x".repeat(100_000));
        append(NEXT);

        assertThat(Files.readAllLines(file)).containsExactly(NEXT);
    }

    @Test
    void whoever_appends_nothing_changes_nothing() throws IOException {
        Files.writeString(file, "{\"id\":");
        JsonLinesFile.appendingTo(file).close();

        assertThat(file).hasContent("{\"id\":");
    }

    private void append(String line) throws IOException {
        try (JsonLinesFile lines = JsonLinesFile.appendingTo(file)) {
            lines.append(line);
        }
    }
}
