package dev.writeback.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.spi.RejectedChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        if (!kept.add(mark(rejected.place(), rejected.content()))) {
            return;
        }
        String line = JSON.createObjectNode()
                .put("place", rejected.place())
                .put("reason", rejected.reason())
                .put("id", rejected.object().map(id -> id.value()).orElse(null))
                .put("content", rejected.content())
                .toString();
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void load() throws IOException {
        loaded = true;
        if (!Files.exists(file)) {
            return;
        }
        boolean torn = false;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                torn = !remember(line);
            }
        }
        if (torn) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    /** Whether it was a whole line. */
    private boolean remember(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            kept.add(mark(json.path("place").asText(), json.path("content").asText()));
            return true;
        } catch (JsonProcessingException torn) {
            return false;
        }
    }

    /** What a line is known by again: 64 bits, so that no two of millions are taken for one. */
    private static long mark(String place, String content) {
        return Distinct.hash(place + '\n' + content);
    }
}
