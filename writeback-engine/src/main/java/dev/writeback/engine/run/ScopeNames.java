package dev.writeback.engine.run;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.ScopeConditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which entry each name of the scope's conditions meant when it was first looked up, so that the entry stays in scope when
 * it is renamed. Not for several threads at once.
 */
final class ScopeNames {

    private static final String BETWEEN = " ";
    private static final String STOP = "Nothing is written until then.";

    private final Map<Dn, ObjectGuid> known = new LinkedHashMap<>();

    /** What was kept; nothing as long as nothing was. */
    static ScopeNames of(Optional<Cursor> kept) {
        ScopeNames names = new ScopeNames();
        kept.stream().flatMap(cursor -> cursor.value().lines()).forEach(names::read);
        return names;
    }

    private void read(String line) {
        String[] parts = line.split(BETWEEN, 2);
        if (parts.length == 2) {
            Dn.ifValid(parts[1]).ifPresent(dn -> known.put(dn, new ObjectGuid(UUID.fromString(parts[0]))));
        }
    }

    /** As it is kept; nothing if no name is known. */
    Optional<Cursor> cursor() {
        String text = known.entrySet().stream()
                .filter(one -> one.getKey().value().lines().count() == 1)
                .map(one -> one.getValue() + BETWEEN + one.getKey())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(new Cursor(text));
    }

    /** The conditions, with the entries that the names meant besides the names. */
    ScopeConditions asked(ScopeConditions conditions) {
        return new ScopeConditions(
                withIds(conditions.organizationalUnits()), withIds(conditions.groups()), conditions.filter());
    }

    private List<EntryPointer> withIds(List<EntryPointer> pointers) {
        List<EntryPointer> all = new ArrayList<>(pointers);
        for (EntryPointer pointer : pointers) {
            if (pointer instanceof Named named && known.containsKey(named.dn())) {
                all.add(new Identified(known.get(named.dn())));
            }
        }
        return all.stream().distinct().toList();
    }

    /** What came of a pointer. */
    sealed interface Found {

        /** This is the entry. */
        record At(EntryId entry) implements Found {}

        /** There is none, or there are two. */
        record Not(Problem problem) implements Found {}
    }

    /**
     * The entry that a pointer means, which is remembered.
     *
     * @param kind what it should be, for a person
     * @param places what the directory found
     */
    Found settle(String kind, EntryPointer pointer, Map<EntryPointer, EntryId> places) {
        EntryId there = places.get(pointer);
        if (!(pointer instanceof Named named)) {
            return there == null ? new Found.Not(gone(kind, pointer)) : new Found.At(there);
        }
        ObjectGuid before = known.get(named.dn());
        EntryId moved = before == null ? null : places.get(new Identified(before));
        if (there != null && moved != null && !there.guid().equals(moved.guid())) {
            return new Found.Not(twofold(kind, named, moved));
        }
        EntryId found = moved == null ? there : moved;
        if (found == null) {
            return new Found.Not(gone(kind, pointer));
        }
        known.put(named.dn(), found.guid());
        return new Found.At(found);
    }

    private static Problem gone(String kind, EntryPointer pointer) {
        return Problem.of(
                ErrorCode.SCOPE_UNRESOLVED,
                "The %s %s of the scope cannot be found: it is gone or renamed, or the account may not see it."
                        .formatted(kind, pointer),
                "Correct the scope, or grant the account read access. " + STOP);
    }

    private static Problem twofold(String kind, Named named, EntryId moved) {
        return Problem.of(
                ErrorCode.SCOPE_UNRESOLVED,
                "The %s %s of the scope is called %s by now, and another entry has its name."
                        .formatted(kind, named, moved),
                "Say which one is meant: <GUID=%s> is the one that was in scope so far. %s"
                        .formatted(moved.guid(), STOP));
    }
}
