package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.EntryWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to make of a write that was announced and never settled, because the process died or the answer was lost: the
 * entry tells whether it was made, and the record what is agreed if it was.
 */
public final class Recovery {

    private Recovery() {}

    /** What must be read of an entry to tell whether a write to it was made. */
    public static Map<AttributeName, AttributeSyntax> reads(JournalRecord.Written write) {
        Map<AttributeName, AttributeSyntax> reads = new LinkedHashMap<>();
        write.changes().forEach(change -> reads.put(change.attribute(), syntax(change.attribute())));
        return reads;
    }

    /**
     * What was made of the write: all of it; of one that may be made in parts ({@link EntryWrite#isWhole}) what the entry
     * shows of it; nothing if it was not made.
     *
     * @throws IllegalArgumentException if it is another entry
     */
    public static Optional<JournalRecord.Written> made(JournalRecord.Written write, DirectoryEntry entry) {
        int values = write.changes().stream()
                .mapToInt(change -> values(change).size())
                .sum();
        if (values <= EntryWrite.MOST_AT_ONCE) {
            return wasMade(write, entry) ? Optional.of(write) : Optional.empty();
        }
        requireSame(write, entry);
        List<JournalRecord.Change> shown = write.changes().stream()
                .flatMap(change -> shown(change, entry.values(change.attribute())).stream())
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalRecord.Written(
                        write.run(), write.at(), write.object(), write.entry(), shown, write.undoes()));
    }

    private static Optional<JournalRecord.Change> shown(JournalRecord.Change change, List<AttributeValue> now) {
        ValueChange shown = values(change).shownBy(now);
        return shown.size() == 0
                ? Optional.empty()
                : Optional.of(new JournalRecord.Change(
                        change.attribute(), change.before(), shown.appliedTo(change.before()), change.disclosure()));
    }

    /**
     * Whether the write was made. All of it was made or nothing: so it was if the entry shows one of its changes and none
     * of them is plainly still to be made, whatever somebody did to the others since then.
     *
     * @throws IllegalArgumentException if it is another entry
     */
    public static boolean wasMade(JournalRecord.Written write, DirectoryEntry entry) {
        requireSame(write, entry);
        boolean shown = false;
        for (JournalRecord.Change change : write.changes()) {
            List<AttributeValue> now = entry.values(change.attribute());
            if (isOpen(change, now)) {
                return false;
            }
            shown |= values(change).isShownBy(now);
        }
        return shown;
    }

    private static void requireSame(JournalRecord.Written write, DirectoryEntry entry) {
        if (!entry.id().guid().equals(write.entry().guid())) {
            throw new IllegalArgumentException("the write to %s is sought in %s".formatted(write.entry(), entry.id()));
        }
    }

    /** Where nothing was to be removed, only what is just as before shows that nothing was added. */
    private static boolean isOpen(JournalRecord.Change change, List<AttributeValue> now) {
        ValueChange values = values(change);
        boolean wouldShow = !values.removed().isEmpty() || values.syntax().same(now, change.before());
        return wouldShow && values.isOpenIn(now);
    }

    private static ValueChange values(JournalRecord.Change change) {
        return ValueChange.of(syntax(change.attribute()), change.before(), change.after());
    }

    /**
     * What is agreed once such a write is known to have been made: the directory's side is what was written. The cloud's
     * side moves by the same values, for the record does not say what the cloud stated; an undo leaves it where it was.
     */
    public static Baseline agreed(Baseline before, JournalRecord.Written write) {
        boolean sameEntry = before.isWith(write.entry().guid());
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>(sameEntry ? before.agreements() : Map.of());
        for (JournalRecord.Change change : write.changes()) {
            Optional<Agreement> base = Optional.ofNullable(agreements.get(change.attribute()));
            Optional<List<AttributeValue>> cloud =
                    write.undoes().isPresent() ? base.map(Agreement::cloud) : Optional.of(cloud(change, base));
            cloud.ifPresent(it -> agreements.put(change.attribute(), new Agreement(it, change.after())));
        }
        return new Baseline(Optional.of(write.entry()), agreements);
    }

    private static List<AttributeValue> cloud(JournalRecord.Change change, Optional<Agreement> base) {
        boolean single = AttributeCatalogue.standard()
                .find(change.attribute())
                .map(it -> it.arity() == Arity.SINGLE)
                .orElse(false);
        return single
                ? change.after()
                : values(change).appliedTo(base.map(Agreement::cloud).orElse(List.of()));
    }

    /** An attribute that no catalogue knows is compared as it is spelled. */
    private static AttributeSyntax syntax(AttributeName attribute) {
        return AttributeCatalogue.standard()
                .find(attribute)
                .map(CatalogueEntry::syntax)
                .orElse(AttributeSyntax.CASE_EXACT);
    }
}
