package dev.writeback.testkit.law;

import dev.writeback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An engine as the laws see it: a handful of methods, given by name.
 *
 * <pre>{@code
 * EngineUnderTest.running(writeback::runOnce)
 *         .reconciling(writeback::reconcile)
 *         .planning(writeback::plan)
 *         .undoing(writeback::undo)
 *         .closing(writeback::close);
 * }</pre>
 *
 * <p>Immutable; each method gives another one. A law that needs what is not given has nothing to try; the laws
 * have a test of their own that is skipped then, and says why.
 */
public final class EngineUnderTest {

    private final Runnable run;
    private final Optional<Runnable> reconcile;
    private final Optional<Consumer<Consumer<Plan>>> plan;
    private final Optional<Consumer<String>> undo;
    private final Runnable close;

    private EngineUnderTest(
            Runnable run,
            Optional<Runnable> reconcile,
            Optional<Consumer<Consumer<Plan>>> plan,
            Optional<Consumer<String>> undo,
            Runnable close) {
        this.run = run;
        this.reconcile = reconcile;
        this.plan = plan;
        this.undo = undo;
        this.close = close;
    }

    /** An engine that brings over what changed, once, when it is told to; when that returns, all is written and told. */
    public static EngineUnderTest running(Runnable once) {
        return new EngineUnderTest(once, Optional.empty(), Optional.empty(), Optional.empty(), () -> {});
    }

    /** The same, which brings every object to what the authorities say, whether or not it changed. */
    public EngineUnderTest reconciling(Runnable everything) {
        return new EngineUnderTest(run, Optional.of(everything), plan, undo, close);
    }

    /** The same, which shows what a run would do, and does nothing. */
    public EngineUnderTest planning(Consumer<Consumer<Plan>> show) {
        return new EngineUnderTest(run, reconcile, Optional.of(show), undo, close);
    }

    /** The same, which takes back what the run with this {@code cycleId} wrote. */
    public EngineUnderTest undoing(Consumer<String> cycle) {
        return new EngineUnderTest(run, reconcile, plan, Optional.of(cycle), close);
    }

    /** The same, which is closed when a law is done with it. */
    public EngineUnderTest closing(Runnable end) {
        return new EngineUnderTest(run, reconcile, plan, undo, end);
    }

    void run() {
        run.run();
    }

    /** Reconciles; an engine that cannot runs. */
    void reconcile() {
        reconcile.orElse(run).run();
    }

    /** What is not given, and what is not tried for that. */
    List<String> missing() {
        List<String> all = new ArrayList<>();
        if (undo.isEmpty()) {
            all.add("undoing() is not given, so this is not tried: " + Law.REVERSIBLE);
        }
        if (plan.isEmpty()) {
            all.add("planning() is not given, so only what is written is tried of: " + Law.MINIMAL);
        }
        if (reconcile.isEmpty()) {
            all.add("reconciling() is not given, so it runs where it should reconcile: " + Law.IDEMPOTENT);
        }
        return all;
    }

    void plan(Consumer<Plan> show) {
        plan.ifPresent(it -> it.accept(show));
    }

    boolean undoes() {
        return undo.isPresent();
    }

    void undo(String cycle) {
        undo.ifPresent(it -> it.accept(cycle));
    }

    void close() {
        close.run();
    }
}
