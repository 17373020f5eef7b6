package dev.writeback.engine.run;

import dev.writeback.engine.guard.Restraint;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what becomes of the objects of a run, over all of its workers. */
final class Tally {

    private int taken;
    private int written;
    private int unchanged;
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private int failed;
    private int expired;
    private int warnings;
    private int drifted;
    private int parked;
    private int waiting;
    private int held;
    private int released;
    private int fresh;
    private int freshFailed;
    private int lookups;
    private int writes;

    synchronized void taken(int items) {
        taken += items;
    }

    synchronized void lookup() {
        lookups++;
    }

    synchronized void write() {
        writes++;
    }

    /** Counts objects that could not be had. */
    synchronized void missed(int objects) {
        failed += objects;
    }

    /** Counts an object by what became of it. */
    synchronized void settled(Case one) {
        Conclusion conclusion = one.conclusion();
        if (one.isHandedBack()) {
            taken--;
        } else if (conclusion == null) {
            released++;
        } else if (one.isExpired()) {
            expired++;
        } else {
            concluded(conclusion);
            judge(one, conclusion);
        }
    }

    /** What fails again says nothing about the run, nor what only waits for one of several directories. */
    private void judge(Case one, Conclusion conclusion) {
        boolean isAway = conclusion
                .problem()
                .filter(problem -> problem.code() == ErrorCode.DIRECTORY_UNAVAILABLE)
                .isPresent();
        if (one.item().attempts() == 0 && !isAway) {
            fresh++;
            freshFailed += conclusion.result() == Step.Result.FAILURE ? 1 : 0;
        }
    }

    /** Why the run is to be held because too much of it fails; nothing if it does not. */
    synchronized Optional<Problem> failing(Restraint restraint) {
        return restraint.failing(fresh, freshFailed);
    }

    private void concluded(Conclusion conclusion) {
        if (conclusion.isHeld()) {
            held++;
            return;
        }
        if (conclusion.result() == Step.Result.WARNING) {
            warnings++;
        }
        if (!conclusion.plan().decisions(Verdict.DRIFT).isEmpty()) {
            drifted++;
        }
        if (!conclusion.parked().isEmpty()) {
            parked++;
        }
        if (!conclusion.awaited().isEmpty()) {
            waiting++;
        }
        if (conclusion.wasWritten() || conclusion.progress() == Conclusion.Progress.STAGED) {
            written++;
        }
        if (conclusion.result() == Step.Result.FAILURE) {
            failed++;
        } else {
            conclusion.skip().ifPresent(this::skipped);
        }
    }

    private void skipped(SkipReason reason) {
        if (reason == SkipReason.REDUNDANT_EXPORT) {
            unchanged++;
        } else {
            skipped.merge(reason, 1, Integer::sum);
        }
    }

    synchronized Counts counts(int destroyed) {
        return new Counts(
                taken, written, unchanged, skipped, failed, expired, warnings, drifted, parked, waiting, held, released,
                destroyed, lookups, writes);
    }
}
