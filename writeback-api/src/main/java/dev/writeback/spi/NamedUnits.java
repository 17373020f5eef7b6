package dev.writeback.spi;

import dev.writeback.model.Anchor;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Resolves a scope of organizational units with nothing but lookups. */
final class NamedUnits {

    private NamedUnits() {}

    static ScopeRead of(DirectorySink sink, ScopeConditions conditions) {
        if (!conditions.groups().isEmpty() || conditions.filter().isPresent()) {
            return cannotTell(sink);
        }
        List<EntryPointer> units = conditions.organizationalUnits();
        List<LookupOutcome> outcomes = sink.lookup(new LookupRequest(
                units.stream().map(NamedUnits::anchor).map(List::of).toList(), Map.of()));
        Map<EntryPointer, EntryId> places = new LinkedHashMap<>();
        Set<ObjectGuid> ids = new LinkedHashSet<>();
        Optional<Problem> away = Optional.empty();
        for (int i = 0; i < units.size(); i++) {
            EntryPointer unit = units.get(i);
            away = outcomes.get(i)
                    .match(
                            found -> {
                                places.put(unit, found.entry().id());
                                ids.add(found.entry().id().guid());
                                return Optional.<Problem>empty();
                            },
                            missing -> Optional.<Problem>empty(),
                            ambiguous -> Optional.of(ambiguous.problem()),
                            unavailable -> Optional.of(unavailable.problem()))
                    .or(either(away));
        }
        return away.<ScopeRead>map(ScopeRead.Unresolved::new)
                .orElseGet(() ->
                        new ScopeRead.Resolved(new ResolvedScope(places, ids, Membership.nobody(), Optional.empty())));
    }

    private static ScopeRead cannotTell(DirectorySink sink) {
        return new ScopeRead.Unresolved(Problem.of(
                ErrorCode.SCOPE_UNRESOLVED,
                "The sink %s cannot tell who is in a group or meets a filter."
                        .formatted(sink.getClass().getName()),
                "Limit the scope by organizational units, or override DirectorySink.scope."));
    }

    private static Supplier<Optional<Problem>> either(Optional<Problem> problem) {
        return () -> problem;
    }

    private static Anchor anchor(EntryPointer pointer) {
        return pointer instanceof EntryPointer.Identified it
                ? new Anchor.ImmutableId(it.guid())
                : new Anchor.DistinguishedName(((EntryPointer.Named) pointer).dn());
    }
}
