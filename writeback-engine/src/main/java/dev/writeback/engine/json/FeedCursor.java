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
 * How far each file of a feed has been read. Every file stays in it: one that was let go of could grow unseen.
 *
 * @param places by the name of the file
 */
record FeedCursor(TreeMap<String, Place> places) {

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
        return new FeedCursor(new TreeMap<>());
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
            return Optional.of(new FeedCursor(places));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    Place place(String file) {
        return places.getOrDefault(file, Place.START);
    }

    Cursor toCursor() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode files = json.putObject("files");
        for (Map.Entry<String, Place> file : places.entrySet()) {
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
