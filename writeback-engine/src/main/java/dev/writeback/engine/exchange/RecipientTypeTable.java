package dev.writeback.engine.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@code recipient-types.csv} says: the names of all numbers, and which types have a remote counterpart. */
final class RecipientTypeTable {

    private static final RecipientTypeTable STANDARD =
            new RecipientTypeTable(CatalogueResource.lines("recipient-types.csv").stream()
                    .map(Line::parse)
                    .toList());

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, RecipientType> translatable = new HashMap<>();

    private RecipientTypeTable(List<Line> lines) {
        Map<String, Long> numbers = new HashMap<>();
        lines.forEach(line -> numbers.put(line.kind + line.name, line.number));
        for (Line line : lines) {
            if (line.kind.equals("details")) {
                names.put(Long.toString(line.number), line.name);
                names.put(key(line.name), line.name);
            }
        }
        for (Line line : lines) {
            if (!line.remoteDetails.isEmpty()) {
                register(line, line.type(numbers));
            }
        }
    }

    static Optional<RecipientType> translatable(String text) {
        return Optional.ofNullable(STANDARD.translatable.get(key(text)));
    }

    static Optional<String> nameOf(String text) {
        return Optional.ofNullable(STANDARD.names.get(key(text)));
    }

    private void register(Line line, RecipientType type) {
        for (String text : List.of(
                line.name,
                Long.toString(line.number),
                line.alsoNamed,
                line.remoteDetails,
                Long.toString(type.details()))) {
            if (!text.isEmpty()) {
                translatable.put(key(text), type);
                names.putIfAbsent(key(text), line.name);
            }
        }
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Line(
            String kind,
            long number,
            String name,
            String alsoNamed,
            String remoteDetails,
            String remoteDisplay,
            String remoteFlag) {

        static Line parse(String line) {
            String[] cells = line.split(",", -1);
            return new Line(cells[0], Long.parseLong(cells[1]), cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        RecipientType type(Map<String, Long> numbers) {
            return new RecipientType(
                    name,
                    number(numbers, "details", remoteDetails),
                    remoteDisplay.isEmpty()
                            ? OptionalInt.empty()
                            : OptionalInt.of((int) number(numbers, "display", remoteDisplay)),
                    remoteFlag.isEmpty() ? 0 : number(numbers, "remote", remoteFlag));
        }

        private static long number(Map<String, Long> numbers, String kind, String name) {
            Long number = numbers.get(kind + name);
            if (number == null) {
                throw new IllegalStateException(
                        "recipient-types.csv names the type %s, but has no line for it".formatted(name));
            }
            return number;
        }
    }
}
