package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.UndoCounts;
import dev.writeback.engine.UndoReport;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run changed goes back. */
@Command(name = "undo", description = "Restore what a run changed; what somebody changed since is left and named.")
final class UndoCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    @Parameters(paramLabel = "RUN", description = "The cycleId of one of the run's statuses.")
    private String run = "";

    @Option(names = "--dry-run", description = "Show what would go back, entry by entry; write nothing.")
    private boolean dryRun;

    UndoCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting().ofPresentStore();
        return (dryRun ? preview(setting) : undo(setting)).number();
    }

    private ExitCode undo(Setting setting) {
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            UndoReport report;
            try (Workplace workplace = Workplace.once(setting)) {
                interruption.stopsBy(workplace.writeback()::close);
                report = workplace.writeback().undo(run);
            }
            if (report.isKnown() && setting.output().isJson()) {
                setting.output().result(json(report).toString());
            }
            ExitCode code = end(setting, report, "restored", "; journaled as run " + report.cycleId());
            setting.output().flush();
            return code;
        }
    }

    private ExitCode preview(Setting setting) {
        UndoReport report;
        try (Workplace workplace = Workplace.preview(setting);
                PlanView view = view(setting)) {
            report = workplace.writeback().previewUndo(run, plan -> show(view, plan));
        } catch (IOException | UncheckedIOException fault) {
            throw Failure.usage("stdout cannot be written; send it to a file that has room");
        }
        return end(setting, report, "to restore", "");
    }

    private PlanView view(Setting setting) throws IOException {
        Output output = setting.output();
        if (output.isJson()) {
            return PlanFile.json(PlanJson.to(
                    globals.stdout(), setting.configuration().profile().name()));
        }
        return output.isQuiet() ? plan -> {} : new PlanDiff(output);
    }

    private static void show(PlanView view, Plan plan) {
        try {
            view.show(plan);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private ExitCode end(Setting setting, UndoReport report, String restored, String journaled) {
        if (!report.isKnown()) {
            throw Failure.usage(
                    "run %s is not known to the store; a store of type memory forgets its runs when the process ends, so undo needs one that survives"
                            .formatted(Printable.of(run)));
        }
        setting.output()
                .say("undo %s: %s%s"
                        .formatted(
                                Printable.of(run), Sentences.of(report.counts(), restored, report.took()), journaled));
        RunReports reports = new RunReports(setting.output(), setting.configuration());
        report.problem().ifPresent(reports::complain);
        if (report.undelivered() > 0) {
            setting.output()
                    .complain("%d statuses could not be written to %s; look at its disk"
                            .formatted(
                                    report.undelivered(),
                                    setting.configuration()
                                            .status()
                                            .map(Object::toString)
                                            .orElse("the status file")));
            return ExitCode.UNREACHABLE;
        }
        return ExitCode.of(report.ending());
    }

    private static ObjectNode json(UndoReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("run", report.run())
                .put("cycleId", report.cycleId())
                .put("started", report.started().toString())
                .put("durationInMilliseconds", report.took().toMillis())
                .put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        UndoCounts counts = report.counts();
        ObjectNode numbers = json.putObject("counts")
                .put("restored", counts.restored())
                .put("left", counts.left())
                .put("unchanged", counts.unchanged());
        ObjectNode skipped = numbers.putObject("skipped");
        counts.skipped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> skipped.put(entry.getKey().label(), entry.getValue()));
        numbers.put("failed", counts.failed())
                .put("released", counts.released())
                .put("destroyed", counts.destroyed());
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
