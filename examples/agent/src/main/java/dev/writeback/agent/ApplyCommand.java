package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.ApplyReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.json.InvalidPlanException;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.model.EntryId;
import dev.writeback.plan.AppliedPlan;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exactly what a saved plan shows, and nothing else. */
@Command(
        name = "apply",
        description = "Do exactly what a saved plan shows; an entry that has changed since is refused and named.")
final class ApplyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    @Parameters(paramLabel = "FILE.json", description = "What 'plan --out FILE.json' has saved.")
    private Path file = Path.of("");

    ApplyCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting();
        Output output = setting.output();
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            ApplyReport report;
            try (Workplace workplace = Workplace.telling(setting)) {
                Writeback writeback = workplace.writeback();
                interruption.stopsBy(writeback::close);
                report = writeback.apply(() -> PlanReader.of(Files.newBufferedReader(file)), one -> print(output, one));
            } catch (InvalidPlanException invalid) {
                throw Failure.usage("%s:%s".formatted(file, Printable.of(String.valueOf(invalid.getMessage()))));
            } catch (UncheckedIOException unreadable) {
                throw Failure.usage(
                        "%s cannot be read; name a file that 'plan --out FILE.json' has written".formatted(file));
            }
            return end(setting, report).number();
        }
    }

    private static void print(Output output, AppliedPlan one) {
        if (output.isJson()) {
            output.result(json(one).toString());
        }
        String name = name(one);
        switch (one.end()) {
            case APPLIED -> {
                if (!output.isJson() && !output.isQuiet()) {
                    new PlanDiff(output).lines(one.plan()).forEach(output::result);
                }
            }
            case ALREADY_APPLIED -> output.say("= " + name + "   # Already applied.");
            case RELEASED -> output.say("= " + name + "   # Not begun.");
            case REFUSED, FAILED -> {
                String why = one.problem().map(Sentences::of).orElse("The plan was not carried out.");
                output.complain("! " + name + "   " + output.paint().red("# " + Printable.of(why)));
            }
        }
    }

    private static String name(AppliedPlan one) {
        return Printable.of(one.plan()
                .entry()
                .map(EntryId::toString)
                .orElse("object " + one.plan().object()));
    }

    private static ObjectNode json(AppliedPlan one) {
        ObjectNode json = JSON.createObjectNode()
                .put("object", one.plan().object().value())
                .put("entry", one.plan().entry().map(EntryId::toString).orElse(null))
                .put("result", word(one.end()));
        json.set("problem", one.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }

    private static String word(AppliedPlan.End end) {
        return end == AppliedPlan.End.ALREADY_APPLIED
                ? "alreadyApplied"
                : end.name().toLowerCase(Locale.ROOT);
    }

    private ExitCode end(Setting setting, ApplyReport report) {
        Output output = setting.output();
        if (output.isJson()) {
            output.result(json(report).toString());
        }
        output.say("apply %s: %s in %s"
                .formatted(report.cycleId(), String.join(", ", counts(report)), Sentences.of(report.took())));
        RunReports reports = new RunReports(output, setting.configuration());
        report.problem().ifPresent(reports::complain);
        output.flush();
        return reports.delivered(report.undelivered()) ? ExitCode.of(report.ending()) : ExitCode.UNREACHABLE;
    }

    private static List<String> counts(ApplyReport report) {
        List<String> counts = new ArrayList<>();
        counts.add(report.applied() + " applied");
        counts.add(report.alreadyApplied() + " already applied");
        counts.add(report.refused() + " refused");
        counts.add(report.failed() + " failed");
        if (report.released() > 0) {
            counts.add(report.released() + " left for later");
        }
        if (report.withoutWrite() > 0) {
            counts.add(report.withoutWrite() + " with nothing to write");
        }
        return counts;
    }

    private static ObjectNode json(ApplyReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("cycleId", report.cycleId())
                .put("started", report.started().toString())
                .put("durationInMilliseconds", report.took().toMillis())
                .put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        json.putObject("counts")
                .put("applied", report.applied())
                .put("alreadyApplied", report.alreadyApplied())
                .put("refused", report.refused())
                .put("failed", report.failed())
                .put("released", report.released())
                .put("withoutWrite", report.withoutWrite())
                .put("destroyed", report.destroyed());
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
