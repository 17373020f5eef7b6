package dev.writeback.agent.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A write as the journal tells it.
 *
 * @param number its place in the journal
 * @param at when it was announced
 * @param run the run
 * @param object the cloud's id
 * @param entry the entry's objectGUID
 * @param changes the values before and after, by attribute in lower case
 */
record WriteRecord(long number, Instant at, String run, String object, UUID entry, Map<String, Change> changes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The values of an attribute before and after. */
    record Change(Set<String> before, Set<String> after) {}

    /** All of a journal that the agent has exported. */
    static List<WriteRecord> read(Path file) throws IOException {
        List<WriteRecord> records = new ArrayList<>();
        for (JsonNode line : JSON.readTree(file.toFile()).path("lines")) {
            Map<String, Change> changes = new TreeMap<>();
            for (JsonNode change : line.path("changes")) {
                changes.put(
                        change.path("attribute").asText().toLowerCase(Locale.ROOT),
                        new Change(texts(change.path("before")), texts(change.path("after"))));
            }
            records.add(new WriteRecord(
                    line.path("number").asLong(),
                    Instant.parse(line.path("at").asText()),
                    line.path("run").asText(),
                    line.path("object").asText(),
                    UUID.fromString(line.at("/entry/guid").asText()),
                    changes));
        }
        return records;
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode value : array) {
            texts.add(value.isTextual() ? value.textValue() : text(value));
        }
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isBoolean() ? value.asText().toUpperCase(Locale.ROOT) : value.toString();
    }
}
