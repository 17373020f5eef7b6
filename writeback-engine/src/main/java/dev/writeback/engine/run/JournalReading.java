package dev.writeback.engine.run;

import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Problem;
import dev.writeback.spi.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what the journal holds, page by page, without what is not to be seen. */
public final class JournalReading {

    private static final int PAGE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(JournalReading.class);

    private final Parts parts;
    private final Set<AttributeName> redacted;

    /**
     * What was read.
     *
     * @param lines how many lines
     * @param problem why it is not all, or why it is nothing; nothing as a rule
     */
    public record Result(long lines, Optional<Problem> problem) {}

    /** Of these parts; what the profile hides is hidden. */
    public JournalReading(Parts parts, Profile profile) {
        this.parts = parts;
        this.redacted = profile.flows().stream()
                .filter(flow -> flow.disclosure() == Disclosure.REDACTED)
                .map(Flow::target)
                .collect(Collectors.toUnmodifiableSet());
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

    private JournalRecord shown(JournalRecord record) {
        if (record instanceof Written written) {
            return written.shown();
        }
        Decided decided = (Decided) record;
        Disclosure disclosure = redacted.contains(decided.attribute()) ? Disclosure.REDACTED : Disclosure.OPEN;
        return new Decided(
                decided.run(),
                decided.at(),
                decided.object(),
                decided.attribute(),
                decided.choice(),
                disclosure.shown(decided.cloud()),
                disclosure.shown(decided.directory()));
    }
}
