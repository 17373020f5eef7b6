package dev.writeback.engine.run;

import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Problem;
import dev.writeback.spi.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what the journal holds, page by page, without what is not to be seen. */
public final class JournalReading {

    private static final int PAGE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(JournalReading.class);

    private final Parts parts;

    /**
     * What was read.
     *
     * @param lines how many lines
     * @param problem why it is not all, or why it is nothing; nothing as a rule
     */
    public record Result(long lines, Optional<Problem> problem) {}

    /** Of these parts. */
    public JournalReading(Parts parts) {
        this.parts = parts;
    }

    /** Shows each line of a run, or of all runs, in its order. */
    public Result read(Optional<String> run, Consumer<JournalLine> show) {
        long after = 0;
        long shown = 0;
        while (true) {
            List<JournalLine> lines;
            try {
                lines = parts.store().records().journal().read(run, after, PAGE);
            } catch (RuntimeException fault) {
                LOG.error("the store failed to read its journal", fault);
                return new Result(shown, Optional.of(Problems.store(fault)));
            }
            if (lines.isEmpty()) {
                boolean unknown = shown == 0 && run.isPresent();
                return new Result(shown, unknown ? run.map(Problems::unknownRun) : Optional.empty());
            }
            for (JournalLine line : lines) {
                show.accept(new JournalLine(line.number(), shown(line.record())));
            }
            shown += lines.size();
            after = lines.get(lines.size() - 1).number();
        }
    }

    private static JournalRecord shown(JournalRecord record) {
        return record instanceof Written written ? written.shown() : ((Decided) record).shown();
    }
}
