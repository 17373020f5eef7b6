package dev.writeback.testkit.law;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is not as it should be, a line each. */
final class Differences {

    private Differences() {}

    static List<String> of(Map<String, String> expected, Map<String, String> found) {
        TreeSet<String> places = new TreeSet<>(expected.keySet());
        places.addAll(found.keySet());
        return places.stream()
                .filter(place -> !expected.getOrDefault(place, "[]").equals(found.getOrDefault(place, "[]")))
                .map(place -> "%s: expected %s, found %s"
                        .formatted(place, expected.getOrDefault(place, "[]"), found.getOrDefault(place, "[]")))
                .toList();
    }
}
