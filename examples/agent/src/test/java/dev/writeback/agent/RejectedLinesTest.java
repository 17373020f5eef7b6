package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.spi.RejectedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedLinesTest {

    private static final RejectedChange ONE = new RejectedChange("a.jsonl:1:1", "no", Optional.empty(), "oops");
    private static final RejectedChange MENDED = new RejectedChange("a.jsonl:1:1", "no", Optional.empty(), "ooops");

    @TempDir
    Path folder;

    @Test
    void the_same_line_is_kept_once_and_another_at_its_place_too() throws IOException {
        Path file = folder.resolve("rejected.jsonl");
        RejectedLines lines = new RejectedLines(file);
        lines.keep(ONE);
        lines.keep(ONE);
        new RejectedLines(file).keep(ONE);
        new RejectedLines(file).keep(MENDED);

        assertThat(Files.readAllLines(file)).containsExactly(line("oops"), line("ooops"));
    }

    @Test
    void what_a_crash_has_left_of_a_line_is_gone_before_the_next() throws IOException {
        Path file = Files.writeString(folder.resolve("rejected.jsonl"), "{\"place\":");
        new RejectedLines(file).keep(ONE);

        assertThat(Files.readAllLines(file)).containsExactly(line("oops"));
    }

    @Test
    void half_a_character_does_not_keep_the_feed_from_being_read() throws IOException {
        Path file = Files.write(folder.resolve("rejected.jsonl"), new byte[] {'{', '"', (byte) 0xc3});
        new RejectedLines(file).keep(ONE);

        assertThat(Files.readAllLines(file)).containsExactly(line("oops"));
    }

    @Test
    void a_line_that_lacks_its_end_alone_is_known_and_does_not_run_into_the_next() throws IOException {
        Path file = Files.writeString(folder.resolve("rejected.jsonl"), line("oops"));
        RejectedLines lines = new RejectedLines(file);
        lines.keep(ONE);
        lines.keep(MENDED);

        assertThat(Files.readAllLines(file)).containsExactly(line("oops"), line("ooops"));
    }

    @Test
    void a_line_that_could_not_be_kept_is_kept_when_it_comes_again() throws IOException {
        Path file = folder.resolve("later/rejected.jsonl");
        RejectedLines lines = new RejectedLines(file);
        assertThatThrownBy(() -> lines.keep(ONE)).isInstanceOf(IOException.class);
        Files.createDirectories(file.getParent());
        lines.keep(ONE);

        assertThat(Files.readAllLines(file)).containsExactly(line("oops"));
    }

    private static String line(String content) {
        return "{\"place\":\"a.jsonl:1:1\",\"reason\":\"no\",\"id\":null,\"content\":\"%s\"}".formatted(content);
    }
}
