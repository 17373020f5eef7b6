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
        Figures figures = new Figures();
        try (RawRate bare = new RawRate(target, connections)) {
            round(target, users, bare, counted, figures);
            figures.forgetRates();
            for (int round = 0; round < rounds; round++) {
                round(target, users, bare, counted, figures);
            }
        }
        print("raw modifications", figures.raw, figures.raw);
        print("engine, first contact", figures.first, figures.raw);
        print("engine, all changed again", figures.delta, figures.raw);
        print("engine, nothing changed", figures.unchanged, figures.raw);
        out.printf(
                "  a run with nothing changed is %.1f times as fast as one that writes%n",
                median(figures.unchanged) / median(figures.delta));
        if (!figures.operations.isEmpty()) {
            out.printf("  directory operations per changed entry: %.3f%n", median(figures.operations));
        }
    }

    private void round(
            Target target, List<Target.User> users, RawRate bare, @Nullable MemoryProcess counted, Figures figures)
            throws Exception {
        figures.raw.add(bare.measure(users, next()));
        if (counted != null) {
            counted.reset();
        }
        try (EngineRate engine = new EngineRate(target, users, connections)) {
            figures.first.add(engine.measure(next()).perSecond());
            if (counted != null) {
                MemoryProcess.Counts counts = counted.counts();
                figures.operations.add((counts.searches() + counts.modifies()) / (double) users.size());
            }
            String value = next();
            figures.delta.add(engine.measure(value).perSecond());
            figures.unchanged.add(engine.measure(value).perSecond());
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

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What was measured, round by round. */
    private static final class Figures {
        final List<Double> raw = new ArrayList<>();
        final List<Double> first = new ArrayList<>();
        final List<Double> delta = new ArrayList<>();
        final List<Double> unchanged = new ArrayList<>();
        final List<Double> operations = new ArrayList<>();

        void forgetRates() {
            List.of(raw, first, delta, unchanged).forEach(List::clear);
        }
    }
}
