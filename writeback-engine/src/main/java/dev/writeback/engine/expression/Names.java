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
     * The attribute of a name. One that is near a known name, a letter in four at most, is taken for a mistake; one
     * that is near none is taken for an attribute of the tenant's own.
     */
    Optional<AttributeName> attribute(Token token, List<Problem> problems, List<String> hints) {
        String text = token.text();
        if (!AttributeName.isValid(text)) {
            refuseNear(token, problems);
            hints.add("Column %d: no attribute of the cloud can be named [%s], so it is always missing."
                    .formatted(token.column(), text));
            return Optional.empty();
        }
        AttributeName name = AttributeName.of(text);
        String known = attributes.get(name);
        if (known == null) {
            refuseNear(token, problems);
        } else if (!known.equals(text)) {
            hints.add("Column %d: [%s] is taken for [%s].".formatted(token.column(), text, known));
        }
        return Optional.of(name);
    }

    private void refuseNear(Token token, List<Problem> problems) {
        String text = token.text();
        Spelling.nearest(text, attributes.values(), text.length() / 4)
                .ifPresent(near -> problems.add(
                        new Problem(token.column(), "[%s] is not known (did you mean [%s]?).".formatted(text, near))));
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
            case "true", "TRUE", "false", "FALSE", "null", "Null" ->
                "%s is not known; capitals count in True, False and NULL.".formatted(word);
            default ->
                "'%s' stands alone: an attribute stands in brackets, a text in quotation marks, a function before '('."
                        .formatted(word);
        };
    }

    /** Whether a word joins conditions in other languages. */
    static boolean isLogic(String word) {
        return word.equalsIgnoreCase("AND") || word.equalsIgnoreCase("OR");
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
