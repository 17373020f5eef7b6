package dev.writeback.ldap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The order in which to use service records (RFC 2782): by priority, and among equals by chance, so that a record comes
 * first as often as its weight asks. The lot of a host is drawn once: as long as the records stay the same, so does the
 * order. Not thread-safe.
 */
final class RecordOrder {

    /** A weight of nothing has a very small chance of being chosen beside others. */
    private static final double LEAST_WEIGHT = 0.01;

    private final RandomGenerator random;
    private final Map<String, Double> lots = new HashMap<>();

    RecordOrder(RandomGenerator random) {
        this.random = random;
    }

    /** The records in order; those whose target is the root are left out, because they say that there is no such service. */
    List<ServiceRecord> of(List<ServiceRecord> records) {
        List<ServiceRecord> usable =
                records.stream().filter(record -> !record.target().isEmpty()).toList();
        usable.forEach(this::draw);
        return usable.stream()
                .sorted(Comparator.comparingInt(ServiceRecord::priority).thenComparingDouble(this::turn))
                .toList();
    }

    private void draw(ServiceRecord record) {
        lots.computeIfAbsent(key(record), unseen -> -Math.log1p(-random.nextDouble()));
    }

    /** An exponential variable of the rate of the weight: the least of several is each one as often as its weight asks. */
    private double turn(ServiceRecord record) {
        return lots.getOrDefault(key(record), 0.0) / Math.max(record.weight(), LEAST_WEIGHT);
    }

    private static String key(ServiceRecord record) {
        return record.target().toLowerCase(Locale.ROOT) + ":" + record.port();
    }
}
