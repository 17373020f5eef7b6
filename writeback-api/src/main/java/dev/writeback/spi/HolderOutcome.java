package dev.writeback.spi;

import dev.writeback.plan.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of asking who has addresses. */
public sealed interface HolderOutcome {

    /**
     * These entries have some of them, each entry once; nobody has the others.
     *
     * @param holders in any order; one that has none of the addresses does no harm
     */
    record Holders(List<AddressHolder> holders) implements HolderOutcome {
        public Holders {
            holders = List.copyOf(holders);
        }
    }

    /** The directory has no way to tell; nothing is made of it. */
    record CannotTell() implements HolderOutcome {}

    /** The directory did not answer. */
    record Unavailable(Problem problem) implements HolderOutcome {}

    /** The one function of three that fits. */
    default <R> R match(
            Function<Holders, R> holders, Function<CannotTell, R> cannotTell, Function<Unavailable, R> unavailable) {
        if (this instanceof Holders it) {
            return holders.apply(it);
        }
        return this instanceof CannotTell it ? cannotTell.apply(it) : unavailable.apply((Unavailable) this);
    }
}
