package dev.writeback.engine.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All functions of the language, group by group. */
final class Functions {

    private static final Map<String, Function> ALL = table();
    private static final Set<String> CONDITIONS = Set.of("IIF", "CBool", "Not");
    private static final Set<String> VOLATILE = Set.of("Now", "Guid", "RandomString");

    private Functions() {}

    private static Map<String, Function> table() {
        Map<String, Function> all = new LinkedHashMap<>();
        Stream.of(
                        TextFunctions.GROUP,
                        SpellingFunctions.GROUP,
                        RandomFunctions.GROUP,
                        List.of(Replacing.FUNCTION),
                        EncodingFunctions.GROUP,
                        ConditionFunctions.GROUP,
                        ListFunctions.GROUP,
                        DateFunctions.GROUP,
                        DirectoryFunctions.GROUP)
                .flatMap(List::stream)
                .forEach(function -> all.put(function.name(), function));
        return Collections.unmodifiableMap(all);
    }

    static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Collection<String> names() {
        return ALL.keySet();
    }

    /** Whether a bare word may mean something to a function in this slot. */
    static boolean takesWord(String name, int slot) {
        return switch (name) {
            case "InStr" -> slot == 3;
            case "ConvertFromBase64" -> slot == 1;
            case "Contains" -> slot == 2;
            default -> false;
        };
    }

    /** Whether the first argument of the function may compare. */
    static boolean takesCondition(String name) {
        return CONDITIONS.contains(name);
    }

    /** Whether the function may give another value at each call. */
    static boolean isVolatile(String name) {
        return VOLATILE.contains(name);
    }

    /** What is worth knowing about a call, though it is right. */
    static void hint(Function function, Slots slots, int column, List<String> hints) {
        if (isVolatile(function.name())) {
            hints.add("Column %d: %s gives another value in each run, so the directory is written in each."
                    .formatted(column, function.name()));
        }
        if (function.name().equals("Join") && slots.node(0) instanceof Reading) {
            hints.add("Column %d: Join takes the separator first; here it is an attribute.".formatted(column));
        }
        if (function.name().equals("Switch")) {
            ConditionFunctions.hintSwitch(slots, column, hints);
        }
    }
}
