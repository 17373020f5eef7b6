package dev.writeback.agent;

import dev.writeback.engine.DriftReport;
import dev.writeback.engine.RunCounts;
import dev.writeback.engine.UndoCounts;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are told, in one line each. */
final class Sentences {

    private Sentences() {}

    /** What went wrong, what to do, and what the server said. */
    static String of(Problem problem) {
        String said = problem.diagnostic().isEmpty()
                ? ""
                : " (" + problem.diagnostic().strip() + ")";
        return problem + said;
    }

    /** What a run did, or would do. */
    static String of(RunCounts counts, String written, Duration took) {
        List<String> parts = new ArrayList<>();
        parts.add(counts.read() + " read");
        parts.add(counts.written() + " " + written);
        parts.add(counts.unchanged() + " unchanged");
        if (counts.skippedInAll() > 0) {
            parts.add(counts.skippedInAll() + " skipped (" + reasons(counts.skipped()) + ")");
        }
        parts.add((counts.failed() + counts.rejected()) + " failed");
        ifAny(counts.rejected(), "of them malformed", parts);
        ifAny(counts.expired(), "given up", parts);
        ifAny(counts.warnings(), "with a warning", parts);
        ifAny(counts.drifted(), "drifted", parts);
        ifAny(counts.waiting(), "waiting for what they refer to", parts);
        ifAny(counts.held(), "held", parts);
        ifAny(counts.released(), "left for later", parts);
        return String.join(", ", parts) + " in " + of(took);
    }

    private static void ifAny(int count, String what, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    /** What an undo did, or would do. */
    static String of(UndoCounts counts, String restored, Duration took) {
        List<String> parts = new ArrayList<>();
        parts.add(counts.restored() + " " + restored);
        parts.add(counts.left() + " attributes left");
        parts.add(counts.unchanged() + " with nothing to undo");
        int skipped =
                counts.skipped().values().stream().mapToInt(Integer::intValue).sum();
        if (skipped > 0) {
            parts.add(skipped + " skipped (" + reasons(counts.skipped()) + ")");
        }
        parts.add(counts.failed() + " failed");
        if (counts.released() > 0) {
            parts.add(counts.released() + " not reached");
        }
        return String.join(", ", parts) + " in " + of(took);
    }

    /** What a look for drift found. */
    static String of(DriftReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(report.checked() + " checked");
        parts.add(report.drifted() + " drifted");
        if (report.unmatched() > 0) {
            parts.add(report.unmatched() + " without an entry");
        }
        if (report.outOfScope() > 0) {
            parts.add(report.outOfScope() + " no longer in scope");
        }
        String nothing = report.checked() == 0 && report.problem().isEmpty()
                ? "; nothing is known of earlier runs, and a store in memory forgets them"
                : "";
        return String.join(", ", parts) + " in " + of(report.took()) + nothing;
    }

    static String of(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String reasons(Map<SkipReason, Integer> skipped) {
        return skipped.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
