package dev.writeback.engine.simulation;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.JournalLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps every write that the directory has carried out, to compare the journal with in the end. */
final class Ledger {

    private final List<Made> all = new ArrayList<>();
    private final Map<CloudObjectId, List<Made>> unsettled = new HashMap<>();
    private final Set<Made> doubtful = new LinkedHashSet<>();
    private int lost;

    /**
     * A write that was carried out.
     *
     * @param values what it left; nothing where somebody was there first and it still fitted
     */
    private record Made(int number, CloudObjectId object, Map<AttributeName, Optional<Set<AttributeValue>>> values) {

        boolean isIn(JournalRecord.Written record) {
            return record.object().equals(object)
                    && record.changes().size() == values.size()
                    && record.changes().stream().allMatch(this::agrees);
        }

        private boolean agrees(JournalRecord.Change change) {
            Optional<Set<AttributeValue>> left = values.get(change.attribute());
            return left != null
                    && left.filter(it -> !it.equals(Set.copyOf(change.after()))).isEmpty();
        }
    }

    void made(CloudObjectId object, EntryWrite write, DirectoryEntry after, boolean seen) {
        Map<AttributeName, Optional<Set<AttributeValue>>> values = new LinkedHashMap<>();
        for (Modification modification : write.modifications()) {
            AttributeName attribute = modification.attribute();
            values.put(attribute, seen ? Optional.of(Set.copyOf(after.values(attribute))) : Optional.empty());
        }
        Made made = new Made(all.size(), object, values);
        all.add(made);
        unsettled.computeIfAbsent(object, none -> new ArrayList<>()).add(made);
    }

    void settled(CloudObjectId object) {
        unsettled.remove(object);
    }

    /** The answer to a write is lost, whether or not it was made. */
    void lostAnswer(CloudObjectId object) {
        lost++;
        doubtful.addAll(unsettled.getOrDefault(object, List.of()));
    }

    /** Whoever had these objects in its hands is gone. */
    void crashed(Collection<CloudObjectId> objects) {
        objects.forEach(object -> {
            lostAnswer(object);
            settled(object);
        });
    }

    /**
     * What is wrong with the journal. Where somebody edits the directory meanwhile, nobody can tell for sure what became
     * of a write without an answer; otherwise the journal is exact.
     */
    Optional<String> differsFrom(List<JournalLine> lines, boolean edited) {
        List<JournalRecord.Written> records = new ArrayList<>();
        lines.forEach(line -> {
            if (line.record() instanceof JournalRecord.Written written) {
                records.add(written);
            }
        });
        List<Made> certainFirst = new ArrayList<>(all);
        certainFirst.removeAll(doubtful);
        certainFirst.addAll(doubtful);
        for (Made made : certainFirst) {
            Optional<JournalRecord.Written> record =
                    records.stream().filter(made::isIn).findFirst();
            if (record.isPresent()) {
                records.remove(record.get());
            } else if (!edited || !doubtful.contains(made)) {
                return Optional.of("the journal lacks " + made);
            }
        }
        return records.size() > (edited ? lost : 0)
                ? Optional.of("the journal tells of what was never written: " + records)
                : Optional.empty();
    }
}
