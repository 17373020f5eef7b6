package dev.writeback.engine;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What several directories make of a scope together. One that does not answer leaves a gap. For one reading. */
final class RoutedScope {

    private final List<Route> routes;
    private final Map<EntryPointer, EntryId> places = new LinkedHashMap<>();
    private final Set<ObjectGuid> units = new HashSet<>();
    private final Set<ObjectGuid> members = new HashSet<>();
    private final Set<AttributeValue> groups = new HashSet<>();
    private Optional<Problem> gap = Optional.empty();
    private int silent;

    RoutedScope(List<Route> routes) {
        this.routes = routes;
    }

    ScopeRead read(ScopeConditions conditions) {
        for (Route route : routes) {
            ScopeRead read = ask(route, own(conditions, route));
            if (read instanceof ScopeRead.Resolved resolved) {
                add(resolved.scope());
            } else if (read instanceof ScopeRead.Unresolved unresolved) {
                if (unresolved.problem().code() == ErrorCode.SCOPE_UNRESOLVED) {
                    return read;
                }
                silent++;
                gap = gap.or(() -> Optional.of(unresolved.problem()));
            }
        }
        return silent == routes.size()
                ? new ScopeRead.Unresolved(gap.orElseThrow())
                : new ScopeRead.Resolved(new ResolvedScope(places, units, new Membership(members, groups), gap));
    }

    private static ScopeRead ask(Route route, ScopeConditions conditions) {
        return route.away()
                .<ScopeRead>map(ScopeRead.Unresolved::new)
                .orElseGet(() -> route.directory().sink().scope(conditions));
    }

    private void add(ResolvedScope scope) {
        scope.places().forEach(places::putIfAbsent);
        units.addAll(scope.units());
        members.addAll(scope.membership().entries());
        groups.addAll(scope.membership().groups());
        gap = gap.or(scope::gap);
    }

    private ScopeConditions own(ScopeConditions conditions, Route route) {
        return new ScopeConditions(
                own(conditions.organizationalUnits(), route), own(conditions.groups(), route), conditions.filter());
    }

    /** A name lies in one directory, and an id may be in any. */
    private List<EntryPointer> own(List<EntryPointer> pointers, Route route) {
        return pointers.stream()
                .filter(pointer -> !(pointer instanceof EntryPointer.Named named)
                        || RoutedLookup.placeOf(named.dn(), routes)
                                .filter(route::equals)
                                .isPresent())
                .toList();
    }
}
