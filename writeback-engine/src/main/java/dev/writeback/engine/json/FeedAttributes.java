package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of one line of the feed. */
final class FeedAttributes {

    private static final String OBJECTS = "an object is {\"ref\": id} or {\"base64\": \"...\"}";

    private final FeedTokens tokens;

    private FeedAttributes(FeedTokens tokens) {
        this.tokens = tokens;
    }

    static Map<AttributeName, List<AttributeValue>> read(FeedTokens tokens) throws MalformedLine {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw tokens.malformed("attributes is %s; it is an object of names and values".formatted(tokens.kind()));
        }
        return new FeedAttributes(tokens).attributes();
    }

    private Map<AttributeName, List<AttributeValue>> attributes() throws MalformedLine {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        while (tokens.next() == JsonToken.FIELD_NAME) {
            String key = tokens.text();
            if (!AttributeName.isValid(key)) {
                throw tokens.malformed("attributes has a name that is no attribute's;"
                        + " a name is a letter followed by letters, digits, '-', '_' or '.'");
            }
            AttributeName name = AttributeName.of(key);
            if (attributes.containsKey(name)) {
                throw tokens.malformed(
                        "attributes.%s is stated twice; names ignore case, state it once".formatted(key));
            }
            attributes.put(name, values("attributes." + key));
        }
        return attributes;
    }

    private List<AttributeValue> values(String path) throws MalformedLine {
        JsonToken token = tokens.next();
        if (token == JsonToken.VALUE_NULL || isEmptyText(token)) {
            return List.of();
        }
        if (token != JsonToken.START_ARRAY) {
            return List.of(value(path));
        }
        List<AttributeValue> values = new ArrayList<>();
        while (tokens.next() != JsonToken.END_ARRAY) {
            String place = "%s[%d]".formatted(path, values.size());
            if (tokens.current() == JsonToken.VALUE_NULL || isEmptyText(tokens.current())) {
                throw tokens.malformed("%s is %s; leave it out, or state [] to clear the attribute"
                        .formatted(place, tokens.current() == JsonToken.VALUE_NULL ? "null" : "an empty text"));
            }
            values.add(value(place));
        }
        return values;
    }

    private AttributeValue value(String path) throws MalformedLine {
        return switch (tokens.current()) {
            case VALUE_STRING -> AttributeValue.text(tokens.text());
            case VALUE_NUMBER_INT -> AttributeValue.whole(tokens.whole(path));
            case VALUE_TRUE -> new AttributeValue.Flag(true);
            case VALUE_FALSE -> new AttributeValue.Flag(false);
            case START_OBJECT -> object(path);
            default ->
                throw tokens.malformed(
                        "%s is %s; a value is a text, a whole number, true, false, {\"ref\": id} or {\"base64\": \"...\"}"
                                .formatted(path, tokens.kind()));
        };
    }

    private AttributeValue object(String path) throws MalformedLine {
        if (tokens.next() != JsonToken.FIELD_NAME) {
            throw tokens.malformed("%s is an empty object; %s".formatted(path, OBJECTS));
        }
        String key = tokens.text();
        if (!key.equals("ref") && !key.equals("base64")) {
            throw tokens.malformed("%s.%s is unknown; %s".formatted(path, key, OBJECTS));
        }
        if (tokens.next() != JsonToken.VALUE_STRING) {
            throw tokens.malformed("%s.%s is %s; it is a text".formatted(path, key, tokens.kind()));
        }
        String text = tokens.text();
        AttributeValue value = key.equals("ref") ? reference(path, text) : octets(path, text);
        if (tokens.next() != JsonToken.END_OBJECT) {
            throw tokens.malformed("%s has more than one key; %s".formatted(path, OBJECTS));
        }
        return value;
    }

    private AttributeValue reference(String path, String text) throws MalformedLine {
        if (!CloudObjectId.isValid(text)) {
            throw tokens.malformed(
                    "%s.ref is not an id; it has 1 to 256 characters and no control characters".formatted(path));
        }
        return new AttributeValue.Reference(CloudObjectId.of(text));
    }

    private AttributeValue octets(String path, String text) throws MalformedLine {
        try {
            return new AttributeValue.Octets(text);
        } catch (IllegalArgumentException invalid) {
            throw tokens.malformed("%s.base64 is not the base64 of one or more bytes; state null to clear the attribute"
                    .formatted(path));
        }
    }

    private boolean isEmptyText(@Nullable JsonToken token) throws MalformedLine {
        return token == JsonToken.VALUE_STRING && tokens.text().isEmpty();
    }
}
