package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All objects of a store, page by page, so that their number does not matter. */
final class HoldingPages {

    private static final int PAGE = 1_000;

    private HoldingPages() {}

    /** Takes one page after the other until one is refused; returns whether none was. */
    static boolean all(Holdings holdings, Predicate<List<Holding>> take) {
        return all(holdings, Holdings.EVERY, take);
    }

    /** As {@link #all(Holdings, Predicate)}, but only of objects that stand like this. */
    static boolean all(Holdings holdings, Set<Holding.State> states, Predicate<List<Holding>> take) {
        List<Holding> page = holdings.page(states, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            if (!take.test(page)) {
                return false;
            }
            CloudObjectId last = page.get(page.size() - 1).object().id();
            page = holdings.page(states, Optional.of(last), PAGE);
        }
        return true;
    }
}
