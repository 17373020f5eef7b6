package dev.writeback.engine.simulation;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.MemoryStore;
import dev.writeback.engine.run.Node;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.WorkItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process of one node. Each call of a port is a step, before which it waits until the history lets it go on; it dies
 * by an error out of a port, and from then on no port does anything any more, as if there were no process.
 */
abstract class Process {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Event.Name name;
    private final MemoryStore store;
    private final Supplier<Node> newNode;
    private final Consumer<Collection<CloudObjectId>> crashed;
    private final Consumer<String> broken;
    private @Nullable Node node;
    private boolean running;
    private boolean busy;
    private int calls;
    private Trouble.@Nullable Port until;
    private Life life = Life.ALIVE;
    private Cycle.Kind kind = Cycle.Kind.DELTA;

    /** What it has claimed and not settled. */
    final Map<CloudObjectId, WorkItem> claimed = new LinkedHashMap<>();

    /** Each entry as it has read it last. */
    final Map<ObjectGuid, DirectoryEntry> read = new HashMap<>();

    private enum Life {
        ALIVE,
        DIES_BEFORE,
        DIES_AFTER,
        DEAD
    }

    /** How a process ends that nobody asked to. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1;

        Crashed() {
            super("the process is gone", null, false, false);
        }
    }

    Process(
            Event.Name name,
            MemoryStore store,
            Function<Process, Supplier<Node>> nodes,
            Consumer<Collection<CloudObjectId>> crashed,
            Consumer<String> broken) {
        this.broken = broken;
        this.crashed = crashed;
        this.name = name;
        this.store = store;
        this.newNode = nodes.apply(this);
    }

    Event.Name name() {
        return name;
    }

    boolean isRunning() {
        return running;
    }

    /** That it has something to do; true the first time in a run. */
    boolean becomesBusy() {
        boolean first = !busy;
        busy = true;
        return first;
    }

    boolean mayGoOn() {
        return calls > 0 || life != Life.ALIVE;
    }

    Cycle.Kind kind() {
        return kind;
    }

    /** Lets it go on for so many calls; one that rests begins a run of this kind. */
    final void step(Cycle.Kind runKind, int howMany) {
        calls = howMany;
        if (running) {
            proceed();
        } else {
            kind = runKind;
            running = true;
            begin();
        }
    }

    /** Lets it go on until just before it calls this port. */
    final void reach(Trouble.Port port) {
        until = port;
        step(Cycle.Kind.DELTA, ENDLESS);
    }

    /** Lets it go on to the end of its run. */
    final void finish() {
        until = null;
        if (running) {
            calls = ENDLESS;
            proceed();
        }
    }

    final void goOnForEver() {
        calls = ENDLESS;
    }

    final void crash(Event.Crash.Moment moment) {
        if (running) {
            life = moment == Event.Crash.Moment.BEFORE ? Life.DIES_BEFORE : Life.DIES_AFTER;
            proceed();
        } else {
            node = null;
        }
    }

    /** Begins {@link #run} on the process's stack. */
    abstract void begin();

    /** Lets the run go on that has been begun. */
    abstract void proceed();

    /** Waits, on the process's stack, until it may go on. */
    abstract void pause();

    /** One whole run. */
    final void run() {
        Node born = node == null ? newNode.get() : node;
        node = born;
        try {
            born.run(kind)
                    .filter(reason -> reason.cause() == Brake.Cause.STORE_FAILED)
                    .ifPresent(reason -> broken.accept("the store does not take what " + name + " does: " + reason));
        } catch (Crashed gone) {
            // What became of the run is seen in the store and the directory alone.
        } finally {
            running = false;
            until = null;
            busy = false;
            if (life != Life.ALIVE) {
                life = Life.ALIVE;
                crashed.accept(claimed.keySet());
                Node.free(store, claimed.keySet());
                claimed.clear();
                node = null;
            }
        }
    }

    /** One call of a port that a history can wait for. */
    final <R> R call(Trouble.Port name, Supplier<R> port) {
        if (until == name) {
            until = null;
            calls = 0;
        }
        return call(port);
    }

    /** One call of a port. */
    final <R> R call(Supplier<R> port) {
        while (!mayGoOn()) {
            pause();
        }
        if (life == Life.DIES_BEFORE || life == Life.DEAD) {
            life = Life.DEAD;
            throw new Crashed();
        }
        if (calls != ENDLESS) {
            calls--;
        }
        R answer = port.get();
        if (life == Life.DIES_AFTER) {
            life = Life.DEAD;
            throw new Crashed();
        }
        return answer;
    }
}
