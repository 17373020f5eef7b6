package dev.writeback.agent;

import dev.writeback.engine.StatusReport;
import dev.writeback.plan.Printable;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** For people: the whole in a few lines, then what failed, then what is held as a diff. */
final class StatusText implements StatusView {

    /** What is worth a person's look of all that is counted. */
    private static final List<String> TOLD = List.of(
            "read",
            "malformed",
            "written",
            "unchanged",
            "skipped",
            "failed",
            "expired",
            "parked",
            "waiting",
            "held",
            "released");

    private final Output output;
    private final Paint paint;
    private final Excerpt failed = new Excerpt();
    private final Excerpt held = new Excerpt();
    private final Map<Standing, Instant> oldest = new EnumMap<>(Standing.class);
    private int entries;
    private long lost;

    StatusText(Output output) {
        this.output = output;
        this.paint = output.paint();
    }

    @Override
    public void add(Holding holding) {
        Standing standing = Standing.of(holding.state());
        oldest.merge(standing, holding.since(), (a, b) -> a.isBefore(b) ? a : b);
        if (standing == Standing.ESCROWED || standing == Standing.EXPIRED) {
            failed.add(() -> block(holding, standing));
        }
        holding.held().ifPresent(plan -> {
            entries++;
            lost += plan.destroyed();
            held.add(() -> new PlanDiff(output).lines(plan));
        });
    }

    @Override
    public void end(StatusReport report, int undelivered) {
        report.held().forEach(this::quarantine);
        if (!output.isQuiet()) {
            counts(report);
            output.result(report.last().map(StatusText::last).orElse("no run has ended yet"));
        }
        if (undelivered > 0) {
            output.result("statuses that are not delivered yet: %d%s; the next run delivers them"
                    .formatted(undelivered, undelivered == COUNTED ? " or more" : ""));
        }
        failed.print(output, "failed");
        held.print(output, "held: what approve would write, exactly this");
    }

    private void quarantine(RunRecord run) {
        boolean nothing = entries == 0;
        output.result("%s run %s since %s: %s"
                .formatted(
                        paint.red("HELD"),
                        run.id(),
                        time(run.ended().orElse(run.started())),
                        nothing
                                ? "nothing is written until somebody decides"
                                : "%d entries wait to be written, and %d values would be lost"
                                        .formatted(entries, lost)));
        run.problem().ifPresent(why -> output.result("  " + Printable.of(why.reason())));
        output.result(
                nothing
                        ? "  approve or reject lets runs go on; no entry waits because of it"
                        : "  approve writes exactly what is shown below; reject drops it, and its objects wait for their next change or a reconcile");
    }

    private void counts(StatusReport report) {
        for (Standing standing : Standing.values()) {
            long count = standing.count(report.objects());
            if (count > 0) {
                Instant since = standing == Standing.RESTING ? null : oldest.get(standing);
                output.result(String.format(Locale.ROOT, "%,9d %-10s", count, standing)
                        + (since == null ? "" : " since " + time(since))
                        + paint.faint("   # " + standing.meaning()));
            }
        }
        if (report.objects().isEmpty()) {
            output.result("no object is known yet");
        }
    }

    private static String last(RunRecord run) {
        String counts = TOLD.stream()
                .filter(name -> run.counts().getOrDefault(name, 0L) > 0)
                .map(name -> run.counts().get(name) + " " + name)
                .collect(Collectors.joining(", "));
        String ended =
                run.ended().map(end -> "ended " + time(end)).orElse("has not ended: it goes on, or its process died");
        String why = switch (run.state()) {
            case FREE ->
                run.problem()
                        .map(problem -> "; " + Printable.of(Sentences.of(problem)))
                        .orElse("");
            case HELD -> "; it is held";
            case APPROVED -> "; it was held, and is approved";
            case REJECTED -> "; it was held, and is rejected";
        };
        return "last run %s: began %s, %s%s%s"
                .formatted(run.id(), time(run.started()), ended, counts.isEmpty() ? "" : ": " + counts, why);
    }

    private List<String> block(Holding holding, Standing standing) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold(Printable.of(holding.object().id().value()))
                + Standing.dn(holding).map(dn -> " " + Printable.of(dn)).orElse(""));
        lines.add(
                standing == Standing.EXPIRED
                        ? "  expired, had waited since " + time(holding.since())
                        : "  in escrow since %s, failed %s%s"
                                .formatted(
                                        time(holding.since()),
                                        holding.attempts() == 1 ? "once" : holding.attempts() + " times",
                                        holding.due()
                                                .map(due -> ", next try " + time(due))
                                                .orElse("")));
        holding.problem().ifPresent(why -> lines.add("  " + paint.red(Printable.of(Sentences.of(why)))));
        return lines;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
