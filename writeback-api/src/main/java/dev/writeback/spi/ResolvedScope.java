package dev.writeback.spi;

import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a directory makes of the conditions of a scope at one time.
 *
 * @param places the organizational units and groups that were found, and where they are now; one that was not is left out
 * @param units the ids of the organizational units and containers within those in scope, they among them: when one of them
 *     moves, its entries do not count as changed, though they may have come or gone
 * @param membership who is in the groups
 * @param gap why not all of it could be found out; nothing if it could
 */
public record ResolvedScope(
        Map<EntryPointer, EntryId> places, Set<ObjectGuid> units, Membership membership, Optional<Problem> gap) {

    private static final ResolvedScope NOTHING =
            new ResolvedScope(Map.of(), Set.of(), Membership.nobody(), Optional.empty());

    public ResolvedScope {
        places = Map.copyOf(places);
        units = Set.copyOf(units);
    }

    /** Where nothing was asked for. */
    public static ResolvedScope nothing() {
        return NOTHING;
    }
}
