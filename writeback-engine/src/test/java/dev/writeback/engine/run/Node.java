package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.StatusReporter;
import java.util.Collection;
import java.util.Optional;

/** One node of the engine as a process runs it, but all on the thread that calls it. */
public final class Node {

    private final Parts parts;
    private final StatusReporter reporter;

    private final IntakeRun intake;
    private final Dispatcher dispatcher;

    public Node(Parts parts, StatusReporter reporter) {
        this.parts = parts;
        this.reporter = reporter;
        this.intake = new IntakeRun(parts);
        this.dispatcher = new Dispatcher(parts, () -> {}, (workers, work, interrupted) -> work.run());
    }

    /** One run: intake, dispatch, delivery. Returns why it ended early, if it did. */
    public Optional<Brake.Reason> run(Cycle.Kind kind) {
        Brake brake = new Brake(() -> false);
        parts.scoping().renew(brake);
        Cycle cycle = new Cycle(parts.ids().get(), parts.time().instant(), kind, AcceptedDomains.all());
        dispatcher.run(cycle, brake, intake.run(cycle, brake));
        new DeliveryRound(parts.store().records().outbox(), reporter).run(() -> {});
        return brake.reason();
    }

    /** What a store does when it learns that a process is gone. */
    public static void free(MemoryStore store, Collection<CloudObjectId> claimed) {
        store.free(claimed);
    }
}
