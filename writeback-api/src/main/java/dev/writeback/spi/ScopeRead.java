package dev.writeback.spi;

import dev.writeback.plan.Problem;
import java.util.function.Function;

/** What came of asking a directory for a scope. */
public sealed interface ScopeRead {

    /** This is how it stands now. */
    record Resolved(ResolvedScope scope) implements ScopeRead {}

    /** The directory does not answer, or cannot tell by such conditions. */
    record Unresolved(Problem problem) implements ScopeRead {}

    /** The one function of two that fits. */
    default <R> R match(Function<Resolved, R> resolved, Function<Unresolved, R> unresolved) {
        return this instanceof Resolved it ? resolved.apply(it) : unresolved.apply((Unresolved) this);
    }
}
