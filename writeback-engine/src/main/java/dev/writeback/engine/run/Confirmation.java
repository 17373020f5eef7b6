package dev.writeback.engine.run;

import dev.writeback.engine.planning.PrimaryWrite;
import dev.writeback.engine.planning.PrimaryWrite.Standing;
import dev.writeback.spi.LookupOutcome;
import java.util.List;

/**
 * Reads the entries again to which a primary address was written, because the directory cannot tell whether somebody was
 * there first ({@link PrimaryWrite}): one lookup for all of a round. An object whose addresses are not what they should
 * be goes back to the store and is taken again, with what was agreed about them before.
 */
final class Confirmation {

    private final Parts parts;
    private final Matching matching;

    Confirmation(Parts parts, Tally tally) {
        this.parts = parts;
        this.matching = Matching.ofEntries(parts, tally);
    }

    /** Confirms what was written to these cases; costs nothing if there is nothing to confirm. */
    void confirm(List<Case> cases, Course course) {
        List<Case> open =
                cases.stream().filter(one -> one.unconfirmed().isPresent()).toList();
        if (open.isEmpty()) {
            return;
        }
        List<LookupOutcome> outcomes = matching.lookup(open, course);
        for (int i = 0; i < open.size(); i++) {
            Case one = open.get(i);
            LookupOutcome outcome = outcomes.get(i);
            Rounds.guarded(one, () -> confirm(one, outcome, course));
        }
    }

    private void confirm(Case one, LookupOutcome outcome, Course course) {
        PrimaryWrite write = one.unconfirmed().orElseThrow();
        Standing standing = outcome.match(
                found -> isOf(write, found) ? write.in(found.entry()) : Standing.CONTENDED,
                notFound -> Standing.CONTENDED,
                ambiguous -> Standing.CONTENDED,
                unavailable -> Standing.CONTENDED);
        if (standing != Standing.CONTENDED) {
            one.conclude(Conclusion.confirmed(write.plan(), standing));
        } else if (course.triesAgain(one)) {
            one.contend(write, write.agreed(parts.planner().agreed(write.plan(), one.baseline()), one.baseline()));
        } else {
            one.conclude(Conclusion.notWritten(write.plan(), course.contention(one)));
        }
    }

    private static boolean isOf(PrimaryWrite write, LookupOutcome.Found found) {
        return write.plan()
                .entry()
                .filter(entry -> entry.guid().equals(found.entry().id().guid()))
                .isPresent();
    }
}
