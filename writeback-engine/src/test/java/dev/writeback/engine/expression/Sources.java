package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws expressions that are written by the grammar, and objects to evaluate them on. */
final class Sources {

    private static final List<String> FUNCTIONS = List.copyOf(Functions.names());
    private static final List<String> ATTRIBUTES = List.of("a", "b", "c", "d", "e", "Urn x:y");
    private static final List<String> HOSTILE = List.of(
            " ",
            "\u0000",
            "\ud800",
            "\udc00x",
            "😀",
            "\u0130ı",
            "ß",
            "\\",
            "\"",
            "${",
            "$&$$",
            "%s",
            "a,b;c",
            "\r\n",
            "\u00a0",
            "True",
            "false",
            "0",
            "-1",
            "9223372036854775807",
            "99999999999999999999",
            "1.5",
            "2024-02-29",
            "2024-02-29T22:15:00+03:00",
            "2/29/2024 7:15:00 PM",
            "0001-01-01",
            "9999-12-31T23:59:59-14:00",
            "CN=a\\, b,OU=x",
            "CN=",
            "AQID",
            "WgD8AHIAaQBjAGgA",
            "((((",
            "(a+)+$",
            "[",
            "(?<n>a)",
            "yyyy",
            "d",
            "tr",
            "yyyy-MM-dd",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");

    private static final List<Character> MARKS = "()[],\"\\&=<>-+%$ 0aAH.\u201c|\u0000\ud83d"
            .chars()
            .mapToObj(c -> (char) c)
            .toList();

    private final Random random;

    Sources(long seed) {
        random = new Random(seed);
    }

    /** An expression that can be read; what is wrong for every object is not drawn. */
    String expression() {
        while (true) {
            String text = operand(random.nextInt(6));
            try {
                Expression.parse(text, List.of());
                return text;
            } catch (InvalidExpressionException wrongForEveryObject) {
                // Such as a wrong constant; the next one may be better.
            }
        }
    }

    /** An expression by the grammar, whether the functions agree with it or not. */
    String operand(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 4);
        return switch (kind) {
            case 0 -> "[" + any(ATTRIBUTES) + "]";
            case 1 -> text();
            case 2 -> any(List.of("0", "1", "2", "-1", "&H1f", "133485408000000000", "1.5", "True", "False", "NULL"));
            case 3 -> random.nextBoolean() ? "\"d\"" : "\"\\\\d+(?<n>.)\"";
            case 4 -> "(" + operand(depth - 1) + " & " + operand(depth - 1) + ")";
            default -> call(depth - 1);
        };
    }

    private String call(int depth) {
        String name = any(FUNCTIONS);
        Signature signature = Functions.named(name).orElseThrow().signature();
        List<String> slots = new ArrayList<>();
        int most = signature.repeats()
                ? signature.names().size() + 2 * random.nextInt(3)
                : signature.names().size();
        for (int i = 0; i < most; i++) {
            slots.add(slot(name, i, signature, depth));
        }
        while (!slots.isEmpty() && slots.get(slots.size() - 1).isEmpty() && random.nextBoolean()) {
            slots.remove(slots.size() - 1);
        }
        return name + any(List.of("(", " ( ", "(\n")) + String.join(any(List.of(",", ", ")), slots) + ")";
    }

    private String slot(String name, int slot, Signature signature, int depth) {
        if (signature.optional().contains(slot) && random.nextInt(3) > 0) {
            return "";
        } else if (Functions.takesWord(name, slot)) {
            return any(List.of("vbTextCompare", "Unicode", "ASCII", "UTF8", "CaseSensitive", "CaseInsensitive"));
        } else if (slot == 0 && Functions.takesCondition(name) && random.nextBoolean()) {
            return operand(depth) + any(List.of("=", " <> ", "<", " >= ")) + operand(0);
        } else if (signature.name(slot).equals("interval")) {
            return any(List.of("\"yyyy\"", "\"m\"", "\"d\"", "\"ww\"", "\"h\"", "\"n\"", "\"s\"", "[a]"));
        }
        return operand(depth);
    }

    private String text() {
        return "\"" + any(HOSTILE).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What an object states: nothing, an empty list, one value or several, of every kind. */
    Map<AttributeName, List<AttributeValue>> object() {
        Map<AttributeName, List<AttributeValue>> stated = new HashMap<>();
        for (String name : List.of("a", "b", "c", "d")) {
            List<AttributeValue> values = new ArrayList<>();
            int count = random.nextInt(4) - 1;
            for (int i = 0; i < count; i++) {
                values.add(value());
            }
            if (count >= 0) {
                stated.put(AttributeName.of(name), values);
            }
        }
        return stated;
    }

    private AttributeValue value() {
        return switch (random.nextInt(8)) {
            case 0 -> AttributeValue.whole(random.nextBoolean() ? random.nextInt(5) : random.nextLong());
            case 1 -> new AttributeValue.Flag(random.nextBoolean());
            case 2 -> AttributeValue.octets(new byte[] {1, 1, 0, 0, 0, 0, 0, 5, (byte) random.nextInt(), 0, 0, 0});
            case 3 -> new AttributeValue.Reference(CloudObjectId.of("object-" + random.nextInt(3)));
            default -> AttributeValue.text(any(HOSTILE));
        };
    }

    /** The same text with a few characters changed, taken away, put in or moved. */
    String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && mutated.length() > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, any(MARKS));
                case 2 -> mutated.setCharAt(at, (char) random.nextInt(0x10000));
                default -> mutated.insert(at, text, 0, random.nextInt(text.length() + 1));
            }
        }
        return mutated.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
