package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The tokens of one line of JSON, with the column of each and sentences for what does not belong. */
final class FeedTokens {

    private static final JsonFactory JSON = new JsonFactory();

    private final String line;
    private final JsonParser parser;

    FeedTokens(String line) {
        this.line = line;
        try {
            this.parser = JSON.createParser(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Goes on to the next token; null at the end of the line. */
    @Nullable
    JsonToken next() throws MalformedLine {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException syntax) {
            throw notJson(syntax.getLocation());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The token that was read last. */
    JsonToken current() {
        return parser.currentToken();
    }

    /** The text of the token: the name of a property, the content of a text, the digits of a number. */
    String text() throws MalformedLine {
        try {
            String text = parser.getText();
            if (holdsHalfACharacter(text)) {
                throw malformed("a text holds half of a surrogate pair, which is no character; write both halves");
            }
            return text;
        } catch (JsonProcessingException syntax) {
            throw notJson(syntax.getLocation());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The number of a whole-number token. */
    long whole(String path) throws MalformedLine {
        try {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw malformed("%s is too large; a whole number lies between -2^63 and 2^63-1".formatted(path));
            }
            return parser.getLongValue();
        } catch (JsonProcessingException syntax) {
            throw notJson(syntax.getLocation());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Passes over the object or array that begins here. */
    void skip() throws MalformedLine {
        int depth = 0;
        do {
            JsonToken token = current();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && next() != null);
    }

    /** What is wrong with the token that was read last. */
    MalformedLine malformed(String reason) {
        return new MalformedLine(columnOf(parser.currentTokenLocation().getCharOffset()), reason);
    }

    /** What kind of thing the token is, as people call it. */
    String kind() {
        return switch (current()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    private MalformedLine notJson(@Nullable JsonLocation location) {
        long offset = location == null ? 0 : location.getCharOffset();
        if (offset >= line.length()) {
            return new MalformedLine(
                    columnOf(line.length()), "the line ends before its object does; a line holds one whole object");
        }
        return new MalformedLine(
                columnOf(offset), "this is not JSON; a line holds one object, its names and texts in double quotes");
    }

    private int columnOf(long offset) {
        int within = (int) Math.max(0, Math.min(offset, line.length()));
        return line.codePointCount(0, within) + 1;
    }

    private static boolean holdsHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (!Character.isHighSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(++i))) {
                return true;
            }
        }
        return false;
    }
}
