package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.DotNetSpace;
import java.util.ArrayList;
import java.util.List;

/** Functions that take texts apart and put them together. Positions count UTF-16 units from 1. */
final class TextFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("Append", "source, suffix", TextFunctions::append),
            Function.of("Join", "separator, source1...", TextFunctions::join),
            Function.of("Left", "string, numChars", TextFunctions::left),
            Function.of("Mid", "source, start, length?", TextFunctions::mid),
            Function.of("InStr", "value1, value2, start?, compareType?", TextFunctions::position),
            Function.of("Word", "string, wordNumber, delimiters", TextFunctions::word),
            Function.of("Split", "source, delimiter", TextFunctions::split),
            Function.of(
                    "StripSpaces",
                    "source",
                    slots -> Texts.each(slots, (text, inputs) -> Value.text(text.replace(" ", "")))),
            Function.of(
                    "Trim", "value", slots -> Texts.each(slots, (text, inputs) -> Value.text(DotNetSpace.trim(text)))),
            Function.of("CStr", "value", slots -> Texts.each(slots, (text, inputs) -> Value.text(text))),
            Function.of("Redact", "value", slots -> slots.node(0)::evaluate));

    private TextFunctions() {}

    private static Body append(Slots slots) {
        Node suffix = slots.node(1);
        return Texts.each(slots, (text, inputs) -> {
            Value end = suffix.evaluate(inputs);
            return end.isMissing() ? Value.text(text) : Value.text(text.concat(end.asText(slots.name(1))));
        });
    }

    private static Body join(Slots slots) {
        List<Node> sources = slots.from(1);
        if (sources.isEmpty()) {
            throw new Misuse(0, "There is nothing to join; it takes a separator, then one source or more.");
        }
        return inputs -> {
            String separator = slots.node(0).evaluate(inputs).asText(slots.name(0));
            StringBuilder joined = new StringBuilder();
            boolean first = true;
            for (Node source : sources) {
                for (Value value : source.evaluate(inputs).all()) {
                    String text = value.asText(slots.name(1));
                    if (!text.isEmpty()) {
                        joined.append(first ? "" : separator).append(text);
                        first = false;
                    }
                }
            }
            return Value.text(joined.toString());
        };
    }

    private static Body left(Slots slots) {
        Slots.Amount characters = slots.number(1);
        return Texts.eachOr("", slots, (text, inputs) -> {
            long count = characters.of(inputs);
            return count < 0 || count >= text.length() ? Value.text(text) : Value.text(text.substring(0, (int) count));
        });
    }

    private static Body mid(Slots slots) {
        Slots.Amount position = slots.number(1);
        Slots.Amount longest = slots.isGiven(2) ? slots.number(2) : inputs -> Long.MAX_VALUE;
        return Texts.eachOr("", slots, (text, inputs) -> {
            long start = position.of(inputs);
            long length = longest.of(inputs);
            if (length == 0) {
                return Value.Text.EMPTY;
            }
            if (start <= 0 || start > text.length() || length < 0) {
                return Value.text(text);
            }
            int from = (int) start - 1;
            int end = (int) Math.min(text.length(), length > text.length() ? text.length() : from + length);
            return Value.text(text.substring(from, end));
        });
    }

    private static Body position(Slots slots) {
        boolean ignoresCase = ignoresCase(slots);
        Slots.Amount position = slots.isGiven(2) ? slots.number(2) : inputs -> 1;
        return Texts.eachOr("", slots, (text, inputs) -> {
            String sought = slots.node(1).evaluate(inputs).asText(slots.name(1));
            long start = position.of(inputs);
            if (start < 1) {
                throw new Fault("counts positions from 1, and 'start' is less");
            }
            if (text.isEmpty() || start > text.length()) {
                return new Value.Whole(0);
            }
            if (sought.isEmpty()) {
                return new Value.Whole(start);
            }
            return new Value.Whole(indexOf(text, sought, (int) start - 1, ignoresCase) + 1L);
        });
    }

    private static int indexOf(String text, String sought, int from, boolean ignoresCase) {
        for (int i = from; i <= text.length() - sought.length(); i++) {
            if (text.regionMatches(ignoresCase, i, sought, 0, sought.length())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean ignoresCase(Slots slots) {
        if (!slots.isGiven(3)) {
            return false;
        }
        String word = slots.node(3) instanceof Keyword keyword ? keyword.word() : "";
        if (!word.equals("vbTextCompare") && !word.equals("vbBinaryCompare")) {
            throw slots.misuse(3, "is vbTextCompare or vbBinaryCompare");
        }
        return word.equals("vbTextCompare");
    }

    private static Body word(Slots slots) {
        Slots.Amount which = slots.number(1);
        return Texts.eachOr("", slots, (text, inputs) -> {
            long number = which.of(inputs);
            String delimiters = slots.node(2).evaluate(inputs).asText(slots.name(2));
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean ends = i == text.length() || delimiters.indexOf(text.charAt(i)) >= 0;
                if (ends && start >= 0 && --number == 0) {
                    return Value.text(text.substring(start, i));
                }
                start = ends ? -1 : start < 0 ? i : start;
            }
            return Value.Text.EMPTY;
        });
    }

    private static Body split(Slots slots) {
        if (slots.constant(1).filter(String::isEmpty).isPresent()) {
            throw slots.misuse(1, "is empty; it is the text between the elements");
        }
        return Texts.each(slots, (text, inputs) -> {
            String delimiter = slots.node(1).evaluate(inputs).asText(slots.name(1));
            if (delimiter.isEmpty()) {
                throw new Fault("has nothing to split at, for 'delimiter' is empty");
            }
            List<Value> elements = new ArrayList<>();
            int from = 0;
            for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
                add(text.substring(from, at), elements);
                from = at + delimiter.length();
            }
            add(text.substring(from), elements);
            return Value.of(elements);
        });
    }

    private static void add(String element, List<Value> elements) {
        String trimmed = DotNetSpace.trim(element);
        if (!trimmed.isEmpty()) {
            elements.add(new Value.Text(trimmed));
        }
    }
}
