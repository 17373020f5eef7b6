package dev.writeback.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.engine.json.JsonLinesFile;
import dev.writeback.spi.RejectedChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The file that keeps aside what could not be read of the feed: one line of JSON each, and none twice. */
final class RejectedLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Set<Long> kept = new HashSet<>();
    private boolean loaded;

    RejectedLines(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /**
     * Keeps one, unless it is there already.
     *
     * @throws IOException if the file cannot be read or written
     */
    void keep(RejectedChange rejected) throws IOException {
        if (!loaded) {
            load();
        }
        long mark = mark(rejected.place(), rejected.content());
        if (kept.contains(mark)) {
            return;
        }
        String line = JSON.createObjectNode()
                .put("place", rejected.place())
                .put("reason", rejected.reason())
                .put("id", rejected.object().map(id -> id.value()).orElse(null))
                .put("content", rejected.content())
                .toString();
        try (JsonLinesFile lines = JsonLinesFile.appendingTo(file)) {
            lines.append(line);
        }
        kept.add(mark);
    }

    private void load() throws IOException {
        if (Files.exists(file)) {
            remember();
        }
        loaded = true;
    }

    private void remember() throws IOException {
        // A line that was torn in the middle of a character must not make all the others unreadable.
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                remember(line);
            }
        }
    }

    private void remember(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            kept.add(mark(json.path("place").asText(), json.path("content").asText()));
        } catch (JsonProcessingException torn) {
            // It is kept again, whole, when the feed is read again.
            return;
        }
    }

    /** What a line is known by again: 64 bits, so that no two of millions are taken for one. */
    private static long mark(String place, String content) {
        return Distinct.hash(place + '\n' + content);
    }
}
