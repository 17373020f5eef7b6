package dev.writeback.benchmarks;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import dev.writeback.spi.WritebackStore;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How fast stores take whole mailboxes in, and what is left of the engine's rate with a durable one: each kind in turn,
 * round by round, in one process. The first round warms up and does not count; of the others the median is printed.
 */
final class StoreRates {

    private static final int PAGE = 1000;
    private static final int CONNECTIONS = 4;

    private final PrintStream out;
    private final int objects;
    private final int rounds;

    StoreRates(PrintStream out, int objects, int rounds) {
        this.out = out;
        this.objects = objects;
        this.rounds = rounds;
    }

    void measure() throws Exception {
        try (Stores stores = new Stores()) {
            out.printf("intake of %,d new mailboxes of 24 attributes, %d rounds%n", objects, rounds);
            print(rounds(kind -> intake(stores, kind)));
        }
        try (MemoryProcess directory = new MemoryProcess(objects)) {
            measureEngine("the in-memory directory", directory.target());
        }
    }

    /** The engine alone, on the users of this directory. */
    void measureEngine(String name, Target target) throws Exception {
        List<Target.User> users = target.users(objects);
        try (Stores stores = new Stores()) {
            out.printf("engine, first contact with %,d entries of %s%n", users.size(), name);
            print(rounds(kind -> engine(stores, kind, target, users, States.FIRST)));
            out.printf("engine, all changed again%n");
            print(rounds(kind -> engine(stores, kind, target, users, States.CHANGED)));
        }
    }

    /** What is measured of a run. */
    private enum States {
        FIRST,
        CHANGED
    }

    /** Measures one kind of store once, in objects a second. */
    private interface Measurement {
        double of(Stores.Kind kind) throws Exception;
    }

    private Map<Stores.Kind, List<Double>> rounds(Measurement measurement) throws Exception {
        Map<Stores.Kind, List<Double>> rates = new EnumMap<>(Stores.Kind.class);
        for (int round = 0; round <= rounds; round++) {
            for (Stores.Kind kind : Stores.Kind.values()) {
                double rate = measurement.of(kind);
                if (round > 0) {
                    rates.computeIfAbsent(kind, unused -> new ArrayList<>()).add(rate);
                }
            }
        }
        return rates;
    }

    private double intake(Stores stores, Stores.Kind kind) throws Exception {
        try (WritebackStore store = stores.empty(kind)) {
            List<List<CloudChange>> pages = IntStream.range(0, objects / PAGE)
                    .mapToObj(page -> IntStream.range(page * PAGE, (page + 1) * PAGE)
                            .mapToObj(number -> Mailbox.change(number, 1))
                            .toList())
                    .toList();
            long began = System.nanoTime();
            accept(store.intake(), pages);
            return pages.size() * PAGE / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void accept(Intake intake, List<List<CloudChange>> pages) {
        int number = 0;
        for (List<CloudChange> page : pages) {
            Cursor next = new Cursor(Integer.toString(++number));
            if (!intake.accept(new Arrival("cloud", intake.cursor("cloud"), page, List.of(), next, Instant.EPOCH))) {
                throw new IllegalStateException("the store did not take page %d in".formatted(number));
            }
        }
    }

    private static double engine(Stores stores, Stores.Kind kind, Target target, List<Target.User> users, States states)
            throws Exception {
        try (WritebackStore store = stores.empty(kind);
                EngineRate engine = new EngineRate(target, users, CONNECTIONS, store)) {
            double first = engine.measure("first " + System.nanoTime()).perSecond();
            return states == States.FIRST
                    ? first
                    : engine.measure("again " + System.nanoTime()).perSecond();
        }
    }

    private void print(Map<Stores.Kind, List<Double>> rates) {
        List<Double> memory = rates.getOrDefault(Stores.Kind.MEMORY, List.of());
        rates.forEach((kind, of) -> out.printf(
                "  %-12s %,9.0f /s   ratio to memory %.2f%n",
                kind.label,
                Throughput.median(of),
                Throughput.median(IntStream.range(0, of.size())
                        .mapToObj(i -> of.get(i) / memory.get(i))
                        .toList())));
    }
}
