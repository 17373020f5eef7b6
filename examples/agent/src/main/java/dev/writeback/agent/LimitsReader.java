package dev.writeback.agent;

import dev.writeback.engine.Budget;
import dev.writeback.engine.Limits;
import dev.writeback.engine.Most;
import org.jspecify.annotations.Nullable;

/** Reads how far runs may go. */
final class LimitsReader {

    private static final String VALUES = "destructiveChanges";
    private static final String ADDRESSES = "addresses";
    private static final String ENTRIES = "entries";
    private static final String PERCENT = "percent";
    private static final String[] MEASURES = {VALUES, ADDRESSES, ENTRIES};
    private static final int ALL = 100;

    private LimitsReader() {}

    /** What is said, and for the rest the standard. */
    static Limits read(Section root) {
        Section limits = root.section(
                "limits",
                VALUES,
                ADDRESSES,
                ENTRIES,
                PERCENT,
                "hour",
                "failedPercent",
                "missingPercent",
                "writesPerSecond");
        Limits standard = Limits.standard();
        Section hour = limits.section("hour", VALUES, ADDRESSES, ENTRIES, PERCENT);
        return new Limits(
                budget(limits, standard.destructiveChanges()),
                budget(hour, null),
                share(limits, "failedPercent", 0, standard.failedPercent()),
                share(limits, "missingPercent", 1, standard.missingPercent()),
                limits.number("writesPerSecond", 1, Integer.MAX_VALUE).orElse(null));
    }

    private static Budget budget(Section section, @Nullable Integer values) {
        Section percent = section.section(PERCENT, MEASURES);
        return new Budget(
                new Most(number(section, VALUES, values), number(percent, VALUES, null)),
                new Most(number(section, ADDRESSES, null), number(percent, ADDRESSES, null)),
                new Most(number(section, ENTRIES, null), number(percent, ENTRIES, null)));
    }

    private static @Nullable Integer number(Section section, String key, @Nullable Integer otherwise) {
        return section.number(key, 0, Integer.MAX_VALUE).orElse(otherwise);
    }

    /** What is said; {@code null} says that there is no limit, where saying nothing leaves the standard. */
    private static @Nullable Integer share(Section section, String key, int least, @Nullable Integer standard) {
        return section.get(key).isNull()
                ? null
                : section.number(key, least, ALL).orElse(standard);
    }
}
