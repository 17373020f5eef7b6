package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions on objects that are written as {@code Office=Lisbon; No=#9; On=!true; Sid=0x0102; List=[A,B];
 * Cleared=}.
 */
final class Evaluation {

    static final Instant NOW = Instant.parse("2026-04-09T14:05:06.789Z");

    private Evaluation() {}

    /** The value, values in brackets, or one of {@code <empty>}, {@code <missing>}, {@code <dropped>}, {@code <fails>}. */
    static String of(String expression, @Nullable String object) {
        return shown(Expression.parse(expression, List.of()).evaluate(inputs(object)));
    }

    /** Why it fails. */
    static String failure(String expression, @Nullable String object) {
        Evaluated result = Expression.parse(expression, List.of()).evaluate(inputs(object));
        return result instanceof Evaluated.Failed failed ? failed.reason() : shown(result);
    }

    static String shown(Evaluated result) {
        if (result instanceof Evaluated.Values values) {
            List<AttributeValue> all = values.values();
            return all.size() == 1
                    ? all.get(0).toString()
                    : all.stream().map(AttributeValue::toString).collect(Collectors.joining(", ", "[", "]"));
        } else if (result instanceof Evaluated.Empty) {
            return "<empty>";
        } else if (result instanceof Evaluated.Absent) {
            return "<missing>";
        }
        return result instanceof Evaluated.Dropped ? "<dropped>" : "<fails>";
    }

    static Inputs inputs(@Nullable String object) {
        Map<AttributeName, List<AttributeValue>> stated = new HashMap<>();
        if (object != null) {
            Arrays.stream(object.split("; ?"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> stated.put(AttributeName.of(pair[0].strip()), values(pair[1])));
        }
        return inputs(stated);
    }

    static Inputs inputs(Map<AttributeName, List<AttributeValue>> stated) {
        SplittableRandom random = new SplittableRandom(42);
        return new Inputs() {
            @Override
            public Optional<List<AttributeValue>> stated(AttributeName attribute) {
                return Optional.ofNullable(stated.get(attribute));
            }

            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public LongSupplier random() {
                return random::nextLong;
            }
        };
    }

    private static List<AttributeValue> values(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<AttributeValue> values = new ArrayList<>();
        String[] parts =
                text.startsWith("[") ? text.substring(1, text.length() - 1).split(",") : new String[] {text};
        for (String part : parts) {
            values.add(value(part));
        }
        return values;
    }

    private static AttributeValue value(String text) {
        if (text.startsWith("#")) {
            return AttributeValue.whole(Long.parseLong(text.substring(1)));
        } else if (text.startsWith("!")) {
            return new AttributeValue.Flag(text.equals("!true"));
        } else if (text.startsWith("0x")) {
            return AttributeValue.octets(HexFormat.of().parseHex(text.substring(2)));
        }
        return text.startsWith("@")
                ? new AttributeValue.Reference(CloudObjectId.of(text.substring(1)))
                : AttributeValue.text(text);
    }
}
