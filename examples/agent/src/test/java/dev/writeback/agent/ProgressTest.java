package dev.writeback.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudObjectId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void nothing_is_shown_in_the_first_second_then_what_was_read_then_how_far_it_is() {
        try (Progress progress = Progress.start(output(Terminal.Kind.INTERACTIVE), now::get)) {
            for (int i = 0; i < 2000; i++) {
                progress.read(CloudObjectId.of("object " + i % 1000));
            }
            assertThat(progress.line()).isEmpty();
            now.set(Instant.EPOCH.plusSeconds(1));
            assertThat(progress.line()).contains("2,000 changes read");
            progress.done();
            now.set(Instant.EPOCH.plusSeconds(6));
            for (int i = 1; i < 250; i++) {
                progress.done();
            }
            assertThat(progress.line()).contains("[######..................] 250/1,000 objects, 50/s, 15 s left");
            now.set(Instant.EPOCH.plusSeconds(51));
            assertThat(progress.line()).contains("[######..................] 250/1,000 objects, 5/s, 2:30 min left");
        }
    }

    @Test
    void a_line_of_progress_gives_way_to_whatever_is_printed() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Output output = output(Terminal.Kind.INTERACTIVE, err);

        output.progress("half");
        output.complain("wrong");

        assertThat(err.toString(UTF_8)).isEqualTo("half\r    \rwrong\n");
    }

    @Test
    void a_pipe_gets_no_progress() {
        assertThat(output(Terminal.Kind.PIPE).showsProgress()).isFalse();
    }

    private static Output output(Terminal.Kind kind) {
        return output(kind, new ByteArrayOutputStream());
    }

    private static Output output(Terminal.Kind kind, ByteArrayOutputStream err) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        Terminal terminal = new Terminal(out, new PrintStream(err, true, UTF_8), kind, Map.of());
        return new Output(terminal, Output.Form.TEXT, Output.Volume.FULL, Paint.PLAIN);
    }
}
