package dev.writeback.engine.run;

import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What a run wrote, page by page, the last page first: whatever was written last goes back first, so that an entry that
 * was written several times goes back step by step, and nothing of a run needs to be held but where its pages begin.
 */
final class RunPages {

    private final Journal journal;
    private final String run;
    private final int size;
    /** The numbers of the lines after which the pages begin, and that of the last line at the end. */
    private final List<Long> borders = new ArrayList<>();

    private Set<Long> again = Set.of();
    private boolean known;

    private RunPages(Journal journal, String run, int size) {
        this.journal = journal;
        this.run = run;
        this.size = size;
    }

    /** The pages of a run, each of so many lines at most; reads through the journal of the run once. */
    static RunPages of(Journal journal, String run, int size) {
        RunPages pages = new RunPages(journal, run, size);
        pages.survey();
        return pages;
    }

    /** Whether the journal has anything of the run. */
    boolean isKnown() {
        return known;
    }

    /** How many there are. */
    int count() {
        return Math.max(0, borders.size() - 1);
    }

    /** What was written on a page, in the order in which it was. */
    List<JournalRecord.Written> page(int number) {
        long end = borders.get(number + 1);
        List<JournalRecord.Written> writes = new ArrayList<>(size);
        for (JournalLine line : journal.read(Optional.of(run), borders.get(number), size)) {
            if (line.number() <= end && line.record() instanceof JournalRecord.Written write) {
                writes.add(write);
            }
        }
        return writes;
    }

    /** Whether the entry was written more than once, or shares its number with another one by chance. */
    boolean isWrittenAgain(ObjectGuid entry) {
        return again.contains(numberOf(entry));
    }

    private static Set<Long> twice(LongStream numbers) {
        long[] sorted = numbers.toArray();
        Arrays.sort(sorted);
        Set<Long> again = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                again.add(sorted[i]);
            }
        }
        return again;
    }

    private static long numberOf(ObjectGuid entry) {
        return entry.uuid().getMostSignificantBits() * 31 + entry.uuid().getLeastSignificantBits();
    }

    private void survey() {
        LongStream.Builder entries = LongStream.builder();
        long after = 0;
        List<JournalLine> lines = journal.read(Optional.of(run), after, size);
        while (!lines.isEmpty()) {
            known = true;
            borders.add(after);
            for (JournalLine line : lines) {
                if (line.record() instanceof JournalRecord.Written write) {
                    entries.add(numberOf(write.entry().guid()));
                }
            }
            after = lines.get(lines.size() - 1).number();
            lines = journal.read(Optional.of(run), after, size);
        }
        borders.add(after);
        again = twice(entries.build());
    }
}
