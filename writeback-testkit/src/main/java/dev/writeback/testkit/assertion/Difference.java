package dev.writeback.testkit.assertion;

import dev.writeback.plan.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what two lists of texts differ, of which the order does not count. */
record Difference(List<String> missing, List<String> unexpected, List<String> common) {

    static Difference between(List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        List<String> unexpected = new ArrayList<>();
        List<String> common = new ArrayList<>();
        found.forEach(text -> (missing.remove(text) ? common : unexpected).add(text));
        return new Difference(List.copyOf(missing), List.copyOf(unexpected), List.copyOf(common));
    }

    boolean isNone() {
        return missing.isEmpty() && unexpected.isEmpty();
    }

    /** A line for each value: of those that were expected and of those that are there. */
    String shown() {
        return shown("   # expected, and not there", "   # there, and not expected");
    }

    /** A line for each value: of those that were there and of those that are. */
    String change() {
        return shown("", "");
    }

    private String shown(String ofMissing, String ofUnexpected) {
        List<String> lines = new ArrayList<>();
        missing.forEach(text -> lines.add("  - " + line(text) + ofMissing));
        unexpected.forEach(text -> lines.add("  + " + line(text) + ofUnexpected + spelling(text)));
        common.forEach(text -> lines.add("    " + line(text)));
        return lines.isEmpty() ? "  (nothing)" : String.join("\n", lines);
    }

    private String spelling(String text) {
        Optional<String> twin = missing.stream().filter(text::equalsIgnoreCase).findFirst();
        return twin.map(it -> "   # only its case differs from " + line(it)).orElse("");
    }

    private static String line(String text) {
        return text.isEmpty() ? "(empty)" : Printable.of(text);
    }
}
