package dev.writeback.spi;

import dev.writeback.plan.JournalRecord;
import java.util.List;
import java.util.Optional;

/**
 * What the journal keeps of an item that is settled.
 *
 * @param records what was done, in its order
 * @param announced a write that was announced and of which it is still unknown whether it was made
 */
public record Journaling(List<JournalRecord> records, Optional<JournalRecord.Written> announced) {

    private static final Journaling NOTHING = new Journaling(List.of(), Optional.empty());

    public Journaling {
        records = List.copyOf(records);
    }

    /** Nothing was done. */
    public static Journaling nothing() {
        return NOTHING;
    }
}
