package dev.writeback.engine.run;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides who is in scope, as it is kept from one run to the next, so that what has changed of it can be told.
 *
 * @param rules a digest of what must not change without a look at everything: what is named, the filter, and which groups
 *     there are
 * @param units the organizational units, those within others among them
 * @param members who is in the groups
 */
record ScopeTrace(String rules, IdSet units, IdSet members) {

    /** So many as a cursor has room for. */
    private static final int MOST_UNITS = 20_000;

    private static final int MOST_MEMBERS = 140_000;
    private static final int PARTS = 3;

    static ScopeTrace of(ScopeConditions conditions, Collection<EntryId> named, ResolvedScope scope) {
        String rules = Stream.of(
                        ids(named.stream().map(EntryId::guid)),
                        conditions.organizationalUnits().size() + " "
                                + conditions.groups().size(),
                        conditions.filter().orElse(""),
                        scope.membership().groups().stream()
                                .map(AttributeValue::toString)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return new ScopeTrace(
                IdSet.digest(rules),
                IdSet.of(scope.units(), MOST_UNITS),
                IdSet.of(scope.membership().entries(), MOST_MEMBERS));
    }

    private static String ids(Stream<ObjectGuid> ids) {
        return ids.map(ObjectGuid::toString).sorted().collect(Collectors.joining(" "));
    }

    Cursor cursor() {
        return new Cursor(String.join(" ", rules, units.text(), members.text()));
    }

    /** The trace that a cursor was made of; nothing if it was made otherwise. */
    static Optional<ScopeTrace> of(Cursor cursor) {
        String[] parts = cursor.value().split(" ", -1);
        return parts.length == PARTS
                ? Optional.of(new ScopeTrace(parts[0], new IdSet(parts[1]), new IdSet(parts[2])))
                : Optional.empty();
    }

    /** Whether each entry may be in or out by now, whatever is known of it. */
    boolean leavesOpen(ScopeTrace now) {
        return !rules.equals(now.rules)
                || (!members.equals(now.members)
                        && changed(members, now.members).isEmpty())
                || !missing(units, now.units).filter(Set::isEmpty).isPresent();
    }

    /** Whether organizational units came in, and entries within them. */
    boolean gainsUnits(ScopeTrace now) {
        return !missing(now.units, units).filter(Set::isEmpty).isPresent();
    }

    /** The entries that came into the groups or left them. */
    Set<ObjectGuid> moved(ScopeTrace now) {
        return members.equals(now.members)
                ? Set.of()
                : changed(members, now.members).orElse(Set.of());
    }

    private static Optional<Set<ObjectGuid>> changed(IdSet before, IdSet after) {
        Optional<Set<ObjectGuid>> changed = missing(before, after);
        Optional<Set<ObjectGuid>> others = missing(after, before);
        if (changed.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        Set<ObjectGuid> all = new HashSet<>(changed.get());
        all.addAll(others.get());
        return Optional.of(all);
    }

    /** Those that the others do not have; nothing if that cannot be told. */
    private static Optional<Set<ObjectGuid>> missing(IdSet ids, IdSet others) {
        if (ids.equals(others)) {
            return Optional.of(Set.of());
        }
        return ids.ids()
                .flatMap(own -> others.ids().map(there -> {
                    Set<ObjectGuid> missing = new HashSet<>(own);
                    missing.removeAll(there);
                    return missing;
                }));
    }
}
