package dev.writeback.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw modify rate and the engine's, in turn, over as many connections, on the same entries of one server.
 *
 * <p>The first round of each warms up and does not count; of the others the median is printed.
 */
final class Throughput {

    private final PrintStream out;
    private final int connections;
    private final int rounds;
    private int values;

    Throughput(PrintStream out, int connections, int rounds) {
        this.out = out;
        this.connections = connections;
        this.rounds = rounds;
    }

    void measure(String name, Target target, int objects, @Nullable MemoryProcess counted) throws Exception {
        List<Target.User> users = target.users(objects);
        out.printf("%s: %,d entries, %d connections, %d rounds%n", name, users.size(), connections, rounds);
        List<Double> raw = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> delta = new ArrayList<>();
        List<Double> unchanged = new ArrayList<>();
        List<Double> operations = new ArrayList<>();
        try (RawRate bare = new RawRate(target, connections)) {
            for (int round = 0; round <= rounds; round++) {
                double bareRate = bare.measure(users, next());
                if (counted != null) {
                    counted.reset();
                }
                try (EngineRate engine = new EngineRate(target, users, connections)) {
                    EngineRate.Run contact = engine.measure(next());
                    if (counted != null) {
                        MemoryProcess.Counts counts = counted.counts();
                        operations.add((counts.searches() + counts.modifies()) / (double) users.size());
                    }
                    String value = next();
                    EngineRate.Run changed = engine.measure(value);
                    EngineRate.Run same = engine.measure(value);
                    if (round > 0) {
                        raw.add(bareRate);
                        first.add(contact.perSecond());
                        delta.add(changed.perSecond());
                        unchanged.add(same.perSecond());
                    }
                }
            }
        }
        print("raw modifications", raw, raw);
        print("engine, first contact", first, raw);
        print("engine, all changed again", delta, raw);
        print("engine, nothing changed", unchanged, raw);
        out.printf(
                "  a run with nothing changed is %.1f times as fast as one that writes%n",
                median(unchanged) / median(delta));
        if (!operations.isEmpty()) {
            out.printf("  directory operations per changed entry: %.3f%n", median(operations));
        }
    }

    private String next() {
        return "value " + System.nanoTime() + " " + values++;
    }

    private void print(String what, List<Double> rates, List<Double> raw) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            ratios.add(rates.get(i) / raw.get(i));
        }
        out.printf(
                "  %-28s %,9.0f /s   ratio to raw %.2f (from %.2f to %.2f)%n",
                what, median(rates), median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
