package dev.writeback.engine.simulation;

import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.guard.Guard;
import dev.writeback.engine.guard.Protection;
import dev.writeback.engine.guard.Restraint;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.EntryNames;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MemoryStore;
import dev.writeback.engine.run.Node;
import dev.writeback.engine.run.Parts;
import dev.writeback.engine.run.Reservations;
import dev.writeback.engine.run.RetrySchedule;
import dev.writeback.engine.run.Scoping;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that a history happens to: the cloud, the network, the directory, the store and two nodes of the engine. It plays one
 * history, and whatever is seen to be wrong on the way stands in {@link #witness}.
 */
final class World {

    /** The cloud's objects; the last one has its entry outside the scope. */
    static final int OBJECTS = 4;

    /** The directory's entries; the last one belongs to no object. */
    static final int ENTRIES = 5;

    private static final int MOST_RUNS = 60;

    final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");
    final CloudWriter cloud = new CloudWriter(OBJECTS);
    final Network network = new Network();
    final SimulatedDirectory directory = new SimulatedDirectory(time);
    final MemoryStore store = new MemoryStore();

    /** Of its own, so that what is kept of the scope takes no part in the troubles. */
    private final MemoryStore scopes = new MemoryStore();

    final Reported statuses = new Reported();
    final Witness witness;
    final History history;

    private final Consumer<String> transcript;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Process first;
    private final Process second;
    private int place;
    private long ids;

    World(History history, Baton baton, Consumer<String> transcript) {
        this.history = history;
        this.transcript = transcript;
        this.witness = new Witness(this);
        for (int i = 0; i < ENTRIES; i++) {
            String unit = i == OBJECTS - 1 ? "OU=Elsewhere,DC=corp,DC=example" : Policy.PEOPLE.toString();
            directory.add(Mailboxes.guid(i), Dn.of("CN=entry" + i + "," + unit));
        }
        this.first = new Process(Event.Name.A, store, this::nodes, witness.ledger()::crashed, witness::sees) {
            @Override
            void begin() {
                run();
            }

            @Override
            void proceed() {
                // It waits below on this very stack, and goes on when the history comes back to it.
            }

            @Override
            void pause() {
                playUntil(this);
            }
        };
        this.second = new Process(Event.Name.B, store, this::nodes, witness.ledger()::crashed, witness::sees) {
            @Override
            void begin() {
                baton.begin(this::run);
            }

            @Override
            void proceed() {
                baton.resume();
            }

            @Override
            void pause() {
                baton.yieldToFirst();
            }
        };
    }

    /** Plays the history to its end, then lets everything come to rest; ends early where something is seen to be wrong. */
    void play() {
        while (hasNext()) {
            perform(history.events().get(place++));
        }
        second.finish();
        troubles.clear();
        if (witness.isContent()) {
            network.deliverAll();
            rest();
        }
    }

    /** Runs until there is nothing to do. */
    void rest() {
        int quiet = 0;
        for (int run = 0; quiet < 2; run++) {
            if (run == MOST_RUNS) {
                witness.sees("it does not come to rest in " + MOST_RUNS + " runs");
                return;
            }
            time.advance(Duration.ofHours(7));
            int before = witness.claims();
            run(Cycle.Kind.DELTA);
            quiet = witness.claims() == before ? quiet + 1 : 0;
        }
    }

    /** A whole run of the first node. */
    void run(Cycle.Kind kind) {
        first.step(kind, Integer.MAX_VALUE);
    }

    private boolean hasNext() {
        return place < history.events().size() && witness.isContent();
    }

    /** Called on the first node's stack before it calls a port. */
    private void playUntil(Process process) {
        while (hasNext() && !process.mayGoOn()) {
            perform(history.events().get(place++));
        }
        if (!process.mayGoOn()) {
            process.goOnForEver();
        }
    }

    private void perform(Event event) {
        tell(event::toString);
        if (event instanceof Event.Cloud it) {
            send(cloud.state(it.object(), it.field(), it.values()));
        } else if (event instanceof Event.Restate it) {
            send(cloud.restate(it.object()));
        } else if (event instanceof Event.Gone it) {
            send(cloud.gone(it.object()));
        } else if (event instanceof Event.Deliver it) {
            network.deliver(it.count(), it.passedOver());
        } else if (event instanceof Event.Repeat it) {
            network.repeat(it.count(), it.passedOver());
        } else if (event instanceof Event.Edit it) {
            edit(it);
        } else if (event instanceof Event.Step it) {
            process(it.node()).step(it.kind(), it.calls());
        } else if (event instanceof Event.Reach it) {
            process(it.node()).reach(it.port());
        } else if (event instanceof Event.Crash it) {
            process(it.node()).crash(it.moment());
        } else if (event instanceof Event.Meet it) {
            troubles.add(it.trouble());
        } else {
            time.advance(Duration.ofMinutes(((Event.Pass) event).minutes()));
        }
        witness.look();
    }

    private void send(CloudChange change) {
        network.send(change);
    }

    private void edit(Event.Edit edit) {
        ObjectGuid guid = Mailboxes.guid(edit.entry());
        List<AttributeValue> before = directory.values(guid, edit.field().directory());
        List<AttributeValue> after = DirectoryWriter.edited(edit, before);
        directory.set(guid, edit.field().directory(), after);
        witness.edited(edit.entry(), edit.field(), after);
    }

    private Process process(Event.Name name) {
        return name == Event.Name.A ? first : second;
    }

    List<Process> processes() {
        return List.of(first, second);
    }

    /** The trouble that the next call of this port meets, if any is due. */
    Optional<Trouble> trouble(Trouble.Port port) {
        for (Trouble trouble : troubles) {
            if (trouble.port() == port) {
                troubles.remove(trouble);
                tell(() -> "met " + trouble);
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }

    void tell(Supplier<String> line) {
        if (transcript != SILENT) {
            transcript.accept(line.get());
        }
    }

    /** A transcript that nobody keeps. */
    static final Consumer<String> SILENT = line -> {};

    Planner planner() {
        return history.policy().planner();
    }

    private Supplier<Node> nodes(Process process) {
        Ports ports = new Ports(this, process);
        return () -> new Node(parts(ports), ports.reporter());
    }

    private Parts parts(Ports ports) {
        return new Parts(
                ports.source(),
                ports.directory(),
                ports.store(),
                new Scoping(
                        directory,
                        scopes,
                        new ScopeConditions(
                                List.of(new EntryPointer.Named(Policy.PEOPLE)), List.of(), Optional.empty()),
                        time,
                        "simulation"),
                planner(),
                new Guard(Protection.full()),
                Restraint.ofValues(1_000_000),
                new RetrySchedule(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(365)),
                1,
                OptionalInt.empty(),
                time,
                () -> "id-" + ++ids,
                new EntryNames(time),
                () -> 0,
                Optional.empty(),
                new Reservations(Uniqueness.REFUSE),
                "simulation");
    }
}
