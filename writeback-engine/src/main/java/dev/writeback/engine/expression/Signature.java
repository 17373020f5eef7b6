package dev.writeback.engine.expression;

import java.util.List;

/**
 * The parameters of a function.
 *
 * @param names their names, in order
 * @param required how many must be given, counted from the first; those behind may be left empty
 * @param repeats whether the last one may be given many times
 */
record Signature(List<String> names, int required, boolean repeats) {

    Signature {
        names = List.copyOf(names);
    }

    /** Names with commas between; {@code ?} behind one that may be left out, {@code ...} behind the last if it repeats. */
    static Signature parse(String parameters) {
        boolean repeats = parameters.endsWith("...");
        String plain = repeats ? parameters.substring(0, parameters.length() - 3) : parameters;
        List<String> words = plain.isEmpty() ? List.of() : List.of(plain.split(", "));
        int required = (int) words.stream().filter(word -> !word.endsWith("?")).count();
        return new Signature(words.stream().map(word -> word.replace("?", "")).toList(), required, repeats);
    }

    String name(int slot) {
        return names.get(Math.min(slot, names.size() - 1));
    }

    int most() {
        return repeats ? Integer.MAX_VALUE : names.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(i < required ? "" : "?");
        }
        return text.append(repeats ? ", ...)" : ")").toString();
    }
}
