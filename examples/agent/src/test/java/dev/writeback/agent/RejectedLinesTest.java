package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"place\":\"a.jsonl:1:1\",\"reason\":\"no\",\"id\":null,\"content\":\"oops\"}",
                        "{\"place\":\"a.jsonl:1:1\",\"reason\":\"no\",\"id\":null,\"content\":\"ooops\"}");
    }

    @Test
    void a_line_torn_by_a_crash_does_not_swallow_the_next() throws IOException {
        Path file = Files.writeString(folder.resolve("rejected.jsonl"), "{\"place\":");
        new RejectedLines(file).keep(ONE);

        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("{\"place\":");
    }
}
