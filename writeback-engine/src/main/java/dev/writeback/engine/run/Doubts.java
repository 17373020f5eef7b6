package dev.writeback.engine.run;

import dev.writeback.engine.planning.Recovery;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.LookupOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out, before anything else is done to an object, whether a write was made that an earlier worker announced and
 * never settled. Where the directory does not answer, the doubt stays.
 */
final class Doubts {

    private final Parts parts;
    private final Brake brake;
    private final Tally tally;

    Doubts(Parts parts, Brake brake, Tally tally) {
        this.parts = parts;
        this.brake = brake;
        this.tally = tally;
    }

    /** Resolves what is in doubt about these cases; costs nothing if nothing is. */
    void resolve(List<Case> cases) {
        List<Case> doubtful =
                cases.stream().filter(one -> one.doubt().isPresent()).toList();
        if (doubtful.isEmpty() || brake.isPulled()) {
            return;
        }
        Map<AttributeName, AttributeSyntax> reads = new LinkedHashMap<>();
        doubtful.forEach(one -> reads.putAll(Recovery.reads(doubt(one))));
        List<LookupOutcome> outcomes = Matching.ofAttributes(parts, tally, reads)
                .lookup(doubtful.stream()
                        .map(one -> List.<Anchor>of(
                                new Anchor.ImmutableId(doubt(one).entry().guid())))
                        .toList());
        for (int i = 0; i < doubtful.size(); i++) {
            Case one = doubtful.get(i);
            LookupOutcome outcome = outcomes.get(i);
            Rounds.guarded(one, () -> resolve(one, outcome));
        }
    }

    /** Resolves what is in doubt about one case, of which the entry has been read. */
    void resolve(Case one, DirectoryEntry entry) {
        if (one.doubt().isEmpty()) {
            return;
        }
        if (doubt(one).entry().guid().equals(entry.id().guid())) {
            compare(one, entry);
        } else {
            resolve(List.of(one));
        }
    }

    /** An entry that is gone cannot be told about; whatever else has its id now is not the one that was written. */
    private void compare(Case one, DirectoryEntry entry) {
        JournalRecord.Written write = doubt(one);
        boolean isThatEntry = write.entry().guid().equals(entry.id().guid());
        Optional<JournalRecord.Written> made = isThatEntry ? Recovery.made(write, entry) : Optional.empty();
        made.ifPresentOrElse(one::wasMade, one::wasNotMade);
    }

    private void resolve(Case one, LookupOutcome outcome) {
        outcome.<Runnable>match(
                        found -> () -> compare(one, found.entry()),
                        notFound -> one::wasNotMade,
                        ambiguous -> () -> one.fail(ambiguous.problem()),
                        unavailable -> () -> unavailable(one, unavailable))
                .run();
    }

    private void unavailable(Case one, LookupOutcome.Unavailable outcome) {
        if (Matching.isOfOneObject(outcome)) {
            one.fail(outcome.problem());
        } else {
            brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, outcome.problem());
        }
    }

    private static JournalRecord.Written doubt(Case one) {
        return one.doubt().orElseThrow();
    }
}
