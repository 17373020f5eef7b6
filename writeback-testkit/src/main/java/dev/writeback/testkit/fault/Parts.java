package dev.writeback.testkit.fault;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Status;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What calls of ports touch. */
final class Parts {

    private Parts() {}

    static List<Touched> none() {
        return List.of();
    }

    static Touched of(CloudChange change) {
        if (change instanceof CloudChange.Update update) {
            Set<Object> names = names(update.anchors());
            names.add(update.id());
            return new Touched(update.attributes().keySet(), names);
        }
        return new Touched(Set.of(), Set.of(change.id()));
    }

    static Touched of(ChangedEntry entry) {
        return new Touched(entry.attributes().keySet(), names(entry.entry()));
    }

    /** One for each list of anchors. */
    static List<Touched> of(LookupRequest request) {
        return IntStream.range(0, request.anchors().size())
                .mapToObj(i -> {
                    Set<Object> names = names(request.anchors().get(i));
                    request.agreed(i).ifPresent(names::add);
                    return new Touched(request.attributes().keySet(), names);
                })
                .toList();
    }

    static Touched of(EntryWrite write) {
        return new Touched(
                write.modifications().stream().map(Modification::attribute).collect(Collectors.toSet()),
                names(write.entry()));
    }

    static Touched of(JournalRecord.Written write) {
        Set<Object> names = names(write.entry());
        names.add(write.object());
        return new Touched(
                write.changes().stream().map(JournalRecord.Change::attribute).collect(Collectors.toSet()), names);
    }

    static Touched of(Status status) {
        Set<Object> names = new HashSet<>();
        status.object().ifPresent(names::add);
        status.plan().flatMap(plan -> plan.entry()).ifPresent(entry -> names.addAll(names(entry)));
        Set<AttributeName> written =
                status.written().stream().map(decision -> decision.attribute()).collect(Collectors.toSet());
        return new Touched(written, names);
    }

    static List<Touched> of(Collection<CloudObjectId> ids) {
        return ids.stream().map(id -> new Touched(Set.of(), Set.of(id))).toList();
    }

    private static Set<Object> names(EntryId entry) {
        return new HashSet<>(Set.of(entry.guid(), entry.dn()));
    }

    private static Set<Object> names(List<Anchor> anchors) {
        Set<Object> names = new HashSet<>();
        for (Anchor anchor : anchors) {
            if (anchor instanceof Anchor.ImmutableId it) {
                names.add(it.guid());
            } else if (anchor instanceof Anchor.DistinguishedName it) {
                names.add(it.dn());
            }
        }
        return names;
    }
}
