package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.spi.Cursor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each file of a feed has been read.
 *
 * @param passed files up to this name are read and no longer watched; empty for none
 * @param places the files that are watched for growth
 */
record FeedCursor(String passed, TreeMap<String, Place> places) {

    /** Keeps the text of a cursor under 64 KiB, whatever the files are called. */
    private static final int WATCHED = 128;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How far one file has been read.
     *
     * @param offset bytes
     * @param line how many lines these are
     * @param check a checksum of the last of these bytes, by which another file of the same name is told apart
     */
    record Place(long offset, long line, long check) {
        static final Place START = new Place(0, 0, 0);
    }

    FeedCursor {
        places = new TreeMap<>(places);
    }

    static FeedCursor start() {
        return new FeedCursor("", new TreeMap<>());
    }

    /** The places in a cursor; nothing if it is none of this source's. */
    static Optional<FeedCursor> of(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Optional.of(start());
        }
        try {
            JsonNode json = JSON.readTree(cursor.value());
            JsonNode files = json.path("files");
            if (!files.isObject()) {
                return Optional.empty();
            }
            TreeMap<String, Place> places = new TreeMap<>();
            files.properties().forEach(file -> places.put(file.getKey(), place(file.getValue())));
            return Optional.of(new FeedCursor(json.path("passed").asText(""), places));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Whether a file of this name may hold something unread. */
    boolean watches(String file) {
        return file.compareTo(passed) > 0;
    }

    Place place(String file) {
        return places.getOrDefault(file, Place.START);
    }

    Cursor toCursor() {
        TreeMap<String, Place> kept = new TreeMap<>(places);
        String last = passed;
        while (kept.size() > WATCHED) {
            last = kept.pollFirstEntry().getKey();
        }
        ObjectNode json = JSON.createObjectNode().put("passed", last);
        ObjectNode files = json.putObject("files");
        for (Map.Entry<String, Place> file : kept.entrySet()) {
            Place place = file.getValue();
            files.putObject(file.getKey())
                    .put("offset", place.offset())
                    .put("line", place.line())
                    .put("check", place.check());
        }
        return new Cursor(json.toString());
    }

    private static Place place(JsonNode json) {
        return new Place(
                json.path("offset").asLong(),
                json.path("line").asLong(),
                json.path("check").asLong());
    }
}
