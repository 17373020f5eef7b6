package dev.writeback.engine.dotnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a pattern by their .NET names and numbers.
 *
 * <p>In .NET the groups without a name are numbered first, those with one behind them, and several groups of one name
 * are one; in Java each has the number of its place.
 */
final class PatternGroups {

    /** The name of a group in .NET, or null; the place is the number in Java, less one. */
    private final List<@Nullable String> names;

    private final Map<String, List<Integer>> places = new HashMap<>();
    private final int last;

    PatternGroups(List<@Nullable String> names) {
        this.names = names;
        places.put("0", List.of(0));
        int unnamed = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name == null || isNumber(name)) {
                unnamed += name == null ? 1 : 0;
                add(name == null ? String.valueOf(unnamed) : name, i + 1);
            }
        }
        int next = 1;
        for (String name : names) {
            if (name != null && !isNumber(name) && !places.containsKey(name)) {
                while (places.containsKey(String.valueOf(next))) {
                    next++;
                }
                places.put(name, placesOf(name));
                places.put(String.valueOf(next), placesOf(name));
            }
        }
        last = places.keySet().stream()
                .filter(PatternGroups::isNumber)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Whether it is the number of a group and no name. */
    static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The numbers in Java of the group of this name or number; null if there is none. */
    @Nullable
    List<Integer> find(String name) {
        return places.get(isNumber(name) ? String.valueOf(Integer.parseInt(name)) : name);
    }

    /** The highest number of a group. */
    int last() {
        return last;
    }

    /** The number in Java of what the group took last; negative if it took no part in the match. */
    static int taken(List<Integer> places, MatchResult match) {
        int taken = -1;
        for (int place : places) {
            if (match.start(place) >= 0 && (taken < 0 || match.end(place) >= match.end(taken))) {
                taken = place;
            }
        }
        return taken;
    }

    private void add(String name, int place) {
        places.computeIfAbsent(String.valueOf(Integer.parseInt(name)), key -> new ArrayList<>())
                .add(place);
    }

    private List<Integer> placesOf(String name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (name.equals(names.get(i))) {
                found.add(i + 1);
            }
        }
        return found;
    }
}
