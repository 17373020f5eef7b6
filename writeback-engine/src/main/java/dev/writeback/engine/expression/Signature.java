package dev.writeback.engine.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parameters of a function.
 *
 * @param names their names, in order
 * @param optional the places of those that may be left out or empty, the first being 0
 * @param repeats whether the last one may be given many times
 */
record Signature(List<String> names, Set<Integer> optional, boolean repeats) {

    Signature {
        names = List.copyOf(names);
        optional = Set.copyOf(optional);
    }

    /** Names with commas between; {@code ?} behind one that may be left out, {@code ...} behind the last if it repeats. */
    static Signature parse(String parameters) {
        boolean repeats = parameters.endsWith("...");
        String plain = repeats ? parameters.substring(0, parameters.length() - 3) : parameters;
        List<String> words = plain.isEmpty() ? List.of() : List.of(plain.split(", "));
        Set<Integer> optional = IntStream.range(0, words.size())
                .filter(i -> words.get(i).endsWith("?"))
                .boxed()
                .collect(Collectors.toSet());
        return new Signature(words.stream().map(word -> word.replace("?", "")).toList(), optional, repeats);
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
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(optional.contains(i) ? "?" : "");
        }
        return text.append(repeats ? ", ...)" : ")").toString();
    }
}
