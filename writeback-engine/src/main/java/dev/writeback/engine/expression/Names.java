package dev.writeback.engine.expression;

import dev.writeback.engine.exchange.Spelling;
import dev.writeback.engine.expression.InvalidExpressionException.Problem;
import dev.writeback.model.AttributeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that an expression may use. */
final class Names {

    private final Map<AttributeName, String> attributes = new HashMap<>();

    Names(Collection<String> known) {
        for (String name : known) {
            if (AttributeName.isValid(name)) {
                attributes.putIfAbsent(AttributeName.of(name), name);
            }
        }
    }

    /**
     * The attribute of a name. One that is near a known name is taken for a mistake; one that is near none is taken for
     * an attribute of the tenant's own.
     */
    Optional<AttributeName> attribute(Token token, List<Problem> problems, List<String> hints) {
        String text = token.text();
        if (!AttributeName.isValid(text)) {
            problems.add(new Problem(
                    token.column(),
                    "[%s] is not a name that an attribute can have; it is a letter, then letters, digits, '-', '_' or '.'."
                            .formatted(text)));
            return Optional.empty();
        }
        AttributeName name = AttributeName.of(text);
        String known = attributes.get(name);
        if (known == null) {
            Optional<String> near = Spelling.nearest(text, attributes.values(), Math.max(1, text.length() / 4));
            if (near.isPresent()) {
                problems.add(new Problem(
                        token.column(), "[%s] is not known (did you mean [%s]?).".formatted(text, near.get())));
            }
        } else if (!known.equals(text)) {
            hints.add("Column %d: [%s] is taken for [%s].".formatted(token.column(), text, known));
        }
        return Optional.of(name);
    }

    /** The function of a name. */
    Optional<Function> function(Token token, List<Problem> problems) {
        String name = token.text();
        Optional<Function> function = Functions.named(name);
        if (function.isEmpty()) {
            problems.add(new Problem(
                    token.column(),
                    Refused.reason(name).orElseGet(() -> "There is no function %s%s.".formatted(name, meant(name)))));
        }
        return function;
    }

    /** That a bare word is none. */
    static String unknownWord(String word) {
        return switch (word) {
            case "CRLF", "IgnoreThisFlow", "NULL" ->
                "%s belongs to Connect Sync%s."
                        .formatted(word, word.equals("IgnoreThisFlow") ? "; use IgnoreFlowIfNullOrEmpty" : "");
            case "AND", "And", "and" -> "There is no AND; nest IIF in the value for True instead.";
            case "OR", "Or", "or" -> "There is no OR; nest IIF in the value for False instead.";
            default ->
                "'%s' stands alone: an attribute stands in brackets, a text in quotation marks, a function before '('."
                        .formatted(word);
        };
    }

    private static String meant(String name) {
        for (String known : Functions.names()) {
            if (known.equalsIgnoreCase(name)) {
                return " (did you mean %s? Capitals count)".formatted(known);
            }
        }
        return Spelling.hint(name, Functions.names());
    }
}
