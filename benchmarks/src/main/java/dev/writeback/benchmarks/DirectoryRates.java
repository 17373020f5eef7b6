package dev.writeback.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to bring a directory to another state, by several ways, on the same entries of one server over as many
 * connections: the bare requests, the loop that connectors have, the sink, and the whole engine.
 */
final class DirectoryRates {

    private static final List<Integer> WINDOWS = List.of(1, 4, 16);
    private static final List<Integer> CONNECTIONS = List.of(1, 2, 4, 8);

    private final PrintStream out;
    private final int objects;
    private final int connections;
    private final int rounds;
    private final Set<String> parts;
    private Change change = new Change(0, 1);

    DirectoryRates(PrintStream out, int objects, int connections, int rounds, Set<String> parts) {
        this.out = out;
        this.objects = objects;
        this.connections = connections;
        this.rounds = rounds;
        this.parts = parts;
    }

    void measure(String name, Target target, @Nullable MemoryProcess memory) throws Exception {
        List<Target.User> users = target.users(objects);
        out.printf("%s: %,d entries, %d connections, %d rounds%n", name, users.size(), connections, rounds);
        if (parts.contains("changes")) {
            changes(target, users, memory);
        }
        if (parts.contains("pipeline")) {
            pipeline(target, users);
        }
        if (parts.contains("operations")) {
            operations(target, users);
        }
        if (parts.contains("anchors")) {
            anchors(target, users);
        }
        if (parts.contains("reconcile")) {
            Reconciling.measure(out, target, Stores.Kind.MEMORY, objects, connections, rounds);
        }
        if (parts.contains("h2")) {
            Reconciling.measure(out, target, Stores.Kind.H2, objects, connections, rounds);
        }
    }

    private void changes(Target target, List<Target.User> users, @Nullable MemoryProcess memory) throws Exception {
        Race race = new Race(out, users, memory, rounds);
        try (RawChanges raw = new RawChanges(target, connections, 0);
                RawChanges pipelined = new RawChanges(target, connections, 4);
                PeerLoop peer = new PeerLoop(target, connections);
                SinkChanges sink = new SinkChanges(target, connections)) {
            raw.reset(users, change);
            for (int round = 0; round <= rounds; round++) {
                for (Contender one : List.of(raw, pipelined, peer, sink)) {
                    change = change.next();
                    race.run(one, change, round > 0);
                }
                change = change.next();
                try (EngineChanges engine = new EngineChanges(target, users, connections, change)) {
                    race.run(engine, change, round > 0);
                }
            }
        }
        race.print("three attributes of each entry changed", "raw modifications");
    }

    private void pipeline(Target target, List<Target.User> users) throws Exception {
        Race race = new Race(out, users, null, rounds);
        List<RawChanges> all = new ArrayList<>();
        try {
            for (int number : CONNECTIONS) {
                all.add(new RawChanges(target, number, 0, "%d, one by one".formatted(number)));
                for (int window : WINDOWS) {
                    all.add(new RawChanges(target, number, window, "%d, %d on their way".formatted(number, window)));
                }
            }
            all.get(0).reset(users, change);
            for (int round = 0; round <= rounds; round++) {
                for (RawChanges one : all) {
                    change = change.next();
                    race.run(one, change, round > 0);
                }
            }
        } finally {
            all.forEach(RawChanges::close);
        }
        race.print("connections and requests on their way", all.get(0).name());
    }

    private void operations(Target target, List<Target.User> users) throws Exception {
        try (CountingWire wire = new CountingWire(target);
                RawChanges raw = new RawChanges(target, connections, 0)) {
            Target counted = target.by(wire.url());
            raw.reset(users, change);
            out.println("requests on the wire for each changed entry");
            change = change.next();
            wire.reset();
            try (SinkChanges sink = new SinkChanges(counted, connections)) {
                sink.write(users, change);
                told("sink, first contact", wire, users.size());
            }
            change = change.next();
            try (EngineChanges engine = new EngineChanges(counted, users, connections, change)) {
                wire.reset();
                engine.write(users, change);
                told("engine", wire, users.size());
            }
        }
    }

    private void told(String what, CountingWire wire, int entries) {
        out.printf("  %-28s %.4f   (%s)%n", what, wire.total() / (double) entries, wire.counts());
    }

    /** Each contender reads the anchors anew, as a process does that has just begun. */
    private void anchors(Target target, List<Target.User> users) throws Exception {
        Race race = new Race(out, users, null, rounds);
        try (RawChanges raw = new RawChanges(target, connections, 0);
                ForeignAnchors foreign = ForeignAnchors.put(target, users)) {
            raw.reset(users, change);
            for (int round = 0; round <= rounds; round++) {
                change = change.next();
                try (SinkChanges own = new SinkChanges(target, connections)) {
                    race.run(own, change, round > 0);
                }
                change = change.next();
                try (SinkChanges sink =
                        new SinkChanges(target, connections, "sink, by mS-DS-ConsistencyGuid", foreign::of)) {
                    race.run(sink, change, round > 0);
                }
            }
        }
        race.print("first contact with entries by the two kinds of immutable id", "sink");
    }
}
