package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The tokens of a document of saved plans, strictly: what does not belong is named with its place. */
final class PlanTokens implements Closeable {

    private static final String CUT_OFF =
            "the document ends here, before it is complete; it was cut off, so save the plan again";

    private final JsonParser parser;

    PlanTokens(Reader in) throws IOException {
        this.parser = JsonValues.JSON.createParser(in);
    }

    /** Takes one member of an object; the token is its value. */
    interface Member {
        void read(String key) throws IOException;
    }

    /** Takes one item of an array; the token is where it begins. */
    interface Item {
        void read() throws IOException;
    }

    /** Goes on to the next token. */
    JsonToken next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw wrong(CUT_OFF);
            }
            return token;
        } catch (JsonEOFException cut) {
            throw at(cut.getLocation(), CUT_OFF);
        } catch (JsonProcessingException syntax) {
            throw at(syntax.getLocation(), "this is not JSON; save the plan again");
        } catch (CharacterCodingException notText) {
            throw at(parser.currentLocation(), "this is not UTF-8 text; save the plan again");
        }
    }

    /** The token that was read last. */
    JsonToken current() {
        return parser.currentToken();
    }

    boolean isNull() {
        return current() == JsonToken.VALUE_NULL;
    }

    /** The end of the document, behind the token that was read last. */
    void end() throws IOException {
        try {
            if (parser.nextToken() != null) {
                throw wrong("the document goes on after its end; it is one JSON object");
            }
        } catch (JsonProcessingException syntax) {
            throw at(syntax.getLocation(), "the document goes on after its end; it is one JSON object");
        }
    }

    /** An object that has each of these members, once, and may have the others. */
    void object(String what, List<String> required, List<String> others, Member member) throws IOException {
        expect(JsonToken.START_OBJECT, what + " is not an object");
        Set<String> seen = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (!required.contains(key) && !others.contains(key)) {
                throw wrong("%s has no '%s'; it has %s".formatted(what, key, String.join(", ", required)));
            }
            if (!seen.add(key)) {
                throw wrong("%s states '%s' twice".formatted(what, key));
            }
            next();
            member.read(key);
        }
        for (String key : required) {
            if (!seen.contains(key)) {
                throw wrong("%s lacks '%s'".formatted(what, key));
            }
        }
    }

    void array(String what, Item item) throws IOException {
        expect(JsonToken.START_ARRAY, what + " is not an array");
        while (next() != JsonToken.END_ARRAY) {
            item.read();
        }
    }

    String text(String what) throws IOException {
        expect(JsonToken.VALUE_STRING, what + " is not a text");
        return text();
    }

    /** The text of the token, whatever it is. */
    String text() throws IOException {
        try {
            return parser.getText();
        } catch (JsonEOFException cut) {
            throw at(cut.getLocation(), CUT_OFF);
        } catch (JsonProcessingException syntax) {
            throw at(syntax.getLocation(), "this is not JSON; save the plan again");
        }
    }

    long whole(String what) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, what + " is not a whole number");
        try {
            return parser.getLongValue();
        } catch (JsonProcessingException tooLarge) {
            throw wrong("%s is too large; a whole number lies between -2^63 and 2^63-1".formatted(what));
        }
    }

    boolean flag(String what) {
        if (current() != JsonToken.VALUE_TRUE && current() != JsonToken.VALUE_FALSE) {
            throw wrong(what + " is neither true nor false");
        }
        return current() == JsonToken.VALUE_TRUE;
    }

    void expect(JsonToken token, String otherwise) {
        if (current() != token) {
            throw wrong(otherwise);
        }
    }

    /** A value that says itself what is wrong with it. */
    <T> T valid(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    /** What is wrong with the token that was read last. */
    InvalidPlanException wrong(String sentence) {
        return at(parser.currentTokenLocation(), sentence);
    }

    private static InvalidPlanException at(JsonLocation place, String sentence) {
        return new InvalidPlanException(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), sentence);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
