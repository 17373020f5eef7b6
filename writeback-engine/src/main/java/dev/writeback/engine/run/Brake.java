package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What ends a run early: whoever sees the reason pulls it, and every worker stops before its next write. */
public final class Brake {

    /** Why a run ends early. */
    public enum Cause {
        /** It was asked to. */
        STOPPED,
        /** It would destroy too much. */
        HELD,
        /** The source does not tell what nothing can be done without. */
        SOURCE_UNREACHABLE,
        /** The directory does not answer. */
        DIRECTORY_UNREACHABLE,
        /** The store cannot keep or give back what it should. */
        STORE_FAILED
    }

    /**
     * Why a run ended early, for a program and for a person.
     *
     * @param problem nothing if it was asked to, which is none
     */
    public record Reason(Cause cause, Optional<Problem> problem) {}

    private final BooleanSupplier closing;
    private final AtomicReference<@Nullable Reason> pulled = new AtomicReference<>();

    /** A brake that pulls itself once this says so. */
    public Brake(BooleanSupplier closing) {
        this.closing = closing;
    }

    /** Ends the run because of a problem; only the first reason counts. */
    void pull(Cause cause, Problem problem) {
        pulled.compareAndSet(null, new Reason(cause, Optional.of(problem)));
    }

    /** Ends the run because somebody wants it to. */
    void stop() {
        pulled.compareAndSet(null, new Reason(Cause.STOPPED, Optional.empty()));
    }

    /** Ends the run if the thread that it is called on was interrupted, and leaves it so. */
    void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            stop();
        }
    }

    /** Whether nothing more is to be begun. */
    public boolean isPulled() {
        return pulled.get() != null || closing.getAsBoolean();
    }

    /** Whether not even what needs no directory is to be begun: somebody wants it to end, or the store failed. */
    boolean isFinal() {
        Reason reason = pulled.get();
        boolean isCauseFinal =
                reason != null && (reason.cause() == Cause.STOPPED || reason.cause() == Cause.STORE_FAILED);
        return isCauseFinal || closing.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    /** Why, if it is. */
    public Optional<Reason> reason() {
        Reason reason = pulled.get();
        if (reason == null && closing.getAsBoolean()) {
            reason = new Reason(Cause.STOPPED, Optional.empty());
        }
        return Optional.ofNullable(reason);
    }
}
