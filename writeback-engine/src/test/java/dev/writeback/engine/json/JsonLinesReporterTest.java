package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReporterTest {

    private static final Status STATUS =
            Samples.status(Optional.of(Samples.skipped()), Step.Result.SKIPPED, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void statuses_are_appended_and_are_in_the_file_at_once() throws IOException {
        Path file = folder.resolve("status.jsonl");
        try (JsonLinesReporter reporter = JsonLinesReporter.appendingTo(file)) {
            reporter.report(STATUS);
            assertThat(file).hasContent(StatusJson.line(STATUS) + "\n");
            reporter.report(STATUS);
        }
        try (JsonLinesReporter again = JsonLinesReporter.appendingTo(file)) {
            again.report(STATUS);
        }
        assertThat(Files.readAllLines(file)).hasSize(3).containsOnly(StatusJson.line(STATUS));
    }

    @Test
    void what_a_crash_has_left_of_a_line_is_gone_before_the_next_status() throws IOException {
        Path file = Files.writeString(folder.resolve("status.jsonl"), "{\"id\":\"s-0\"}\n{\"id\":");

        try (JsonLinesReporter reporter = JsonLinesReporter.appendingTo(file)) {
            reporter.report(STATUS);
        }

        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"s-0\"}", StatusJson.line(STATUS));
    }

    @Test
    void a_file_that_cannot_be_written_says_so() throws IOException {
        assertThatThrownBy(() -> JsonLinesReporter.appendingTo(folder.resolve("nowhere/status.jsonl")))
                .isInstanceOf(NoSuchFileException.class);
        JsonLinesReporter closed = JsonLinesReporter.appendingTo(folder.resolve("status.jsonl"));
        closed.close();

        assertThatThrownBy(() -> closed.report(STATUS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the status file cannot be written");
    }
}
