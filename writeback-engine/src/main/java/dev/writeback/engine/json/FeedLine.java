package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of the feed, strictly: what it does not know, it refuses. */
final class FeedLine {

    static final List<String> KEYS = List.of("id", "version", "anchor", "attributes", "removed", "time");

    private final FeedTokens tokens;
    private final Set<String> seen = new HashSet<>();

    private @Nullable CloudObjectId id;
    private OptionalLong version = OptionalLong.empty();
    private List<Anchor> anchors = List.of();
    private Map<AttributeName, List<AttributeValue>> attributes = Map.of();
    private boolean removed;
    private Optional<Instant> time = Optional.empty();

    private FeedLine(String line) {
        this.tokens = new FeedTokens(line);
    }

    static CloudChange parse(String line) throws MalformedLine {
        return new FeedLine(line).change();
    }

    /** The id that a line states, as far as it can be read; for lines that cannot be read as a whole. */
    static Optional<CloudObjectId> idOf(String line) {
        FeedTokens tokens = new FeedTokens(line);
        try {
            if (tokens.next() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (tokens.next() == JsonToken.FIELD_NAME) {
                boolean isId = tokens.text().equals("id");
                if (tokens.next() == JsonToken.VALUE_STRING && isId) {
                    return Optional.of(tokens.text())
                            .filter(CloudObjectId::isValid)
                            .map(CloudObjectId::of);
                }
                tokens.skip();
            }
        } catch (MalformedLine unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private CloudChange change() throws MalformedLine {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw tokens.malformed("the line holds %s; a line holds one object".formatted(tokens.kind()));
        }
        while (tokens.next() == JsonToken.FIELD_NAME) {
            String key = tokens.text();
            if (!seen.add(key)) {
                throw tokens.malformed("%s is stated twice; state it once".formatted(key));
            }
            read(key);
        }
        if (tokens.next() != null) {
            throw tokens.malformed("there is more after the object; a line holds one object");
        }
        if (id == null) {
            throw new MalformedLine(1, "id is missing; every line names its object, for instance {\"id\":\"...\"}");
        }
        return removed
                ? new CloudChange.Removal(id, version)
                : new CloudChange.Update(id, version, anchors, attributes, time);
    }

    private void read(String key) throws MalformedLine {
        switch (key) {
            case "id" -> readId();
            case "version" -> readVersion();
            case "anchor" -> anchors = FeedAnchors.read(tokens);
            case "attributes" -> attributes = FeedAttributes.read(tokens);
            case "removed" -> readRemoved();
            case "time" -> readTime();
            default -> throw tokens.malformed("%s is unknown; %s".formatted(key, KnownKeys.hint(key, KEYS)));
        }
    }

    private void readId() throws MalformedLine {
        if (tokens.next() != JsonToken.VALUE_STRING) {
            throw tokens.malformed("id is %s; it is a text".formatted(tokens.kind()));
        }
        String text = tokens.text();
        if (!CloudObjectId.isValid(text)) {
            throw tokens.malformed("id is not valid; it has 1 to 256 characters and no control characters");
        }
        id = CloudObjectId.of(text);
    }

    private void readVersion() throws MalformedLine {
        if (tokens.next() != JsonToken.VALUE_NUMBER_INT) {
            throw tokens.malformed(
                    "version is %s; it is a whole number that grows, for instance 17".formatted(tokens.kind()));
        }
        version = OptionalLong.of(tokens.whole("version"));
    }

    private void readTime() throws MalformedLine {
        String wanted = "time is %s; it is an instant such as 2026-03-01T12:00:00Z";
        if (tokens.next() != JsonToken.VALUE_STRING) {
            throw tokens.malformed(wanted.formatted(tokens.kind()));
        }
        try {
            time = Optional.of(Instant.parse(tokens.text()));
        } catch (DateTimeParseException notATime) {
            throw tokens.malformed(wanted.formatted("not one"));
        }
    }

    private void readRemoved() throws MalformedLine {
        JsonToken token = tokens.next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw tokens.malformed("removed is %s; it is true or false".formatted(tokens.kind()));
        }
        removed = token == JsonToken.VALUE_TRUE;
    }
}
