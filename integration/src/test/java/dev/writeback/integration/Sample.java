package dev.writeback.integration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud states of one property, step by step, and what the directory must hold after each step: written down by
 * hand beside each other, so that what is expected does not come from the code under test.
 *
 * @param property the cloud's name of it
 * @param stated what it states in each step
 * @param before what the directory holds before the first, by attribute; nothing said for what it holds anyway
 * @param held what the directory holds after each step, by attribute; an empty list for no values
 */
record Sample(
        String property,
        List<@Nullable Object> stated,
        Map<String, String> before,
        Map<String, List<List<String>>> held) {

    /** One that is set, changed and then cleared, and that one attribute holds as it is stated. */
    static Sample plain(String property, String attribute, String set, String changed) {
        return of(property, set, changed).holds(attribute, set, changed);
    }

    /** One that is set, changed and then cleared; what is held is to be added. */
    static Sample of(String property, Object set, Object changed) {
        return new Sample(property, Arrays.asList(set, changed, null), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The same, the attribute holding one value after each of the first two steps and none after the third. */
    Sample holds(String attribute, String set, String changed) {
        return holds(attribute, List.of(set), List.of(changed), List.of());
    }

    /** The same, the attribute holding several values after each of the first two steps and none after the third. */
    Sample holds(String attribute, List<String> set, List<String> changed) {
        return holds(attribute, set, changed, List.of());
    }

    Sample holds(String attribute, List<String> set, List<String> changed, List<String> cleared) {
        held.put(attribute, List.of(set, changed, cleared));
        return this;
    }

    /** The same, where the directory has held a value before. */
    Sample from(String attribute, String value) {
        before.put(attribute, value);
        return this;
    }

    /** The same, cleared in the n-th of the three ways that there are. */
    Sample clearedBy(int way) {
        List<@Nullable Object> steps = new ArrayList<>(stated);
        steps.set(2, Arrays.<@Nullable Object>asList(null, "", List.of()).get(way % 3));
        return new Sample(property, steps, before, held);
    }

    /** What an entry's contents become with what is held after a step: by attribute in lower case. */
    void into(Map<String, TreeSet<String>> contents, int step) {
        held.forEach((attribute, steps) -> {
            String name = attribute.toLowerCase(Locale.ROOT);
            if (steps.get(step).isEmpty()) {
                contents.remove(name);
            } else {
                contents.put(name, new TreeSet<>(steps.get(step)));
            }
        });
    }
}
