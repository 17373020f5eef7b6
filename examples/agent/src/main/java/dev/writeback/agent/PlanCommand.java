package dev.writeback.agent;

import dev.writeback.engine.PlanReport;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything but the write. */
@Command(
        name = "plan",
        description = "Show what a run would write, entry by entry, and why; write nothing to the directory.")
final class PlanCommand implements Callable<Integer> {

    private final Globals globals;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save it instead: .ldif for change records, .json for a plan to apply, .html for a page.")
    private @Nullable Path out;

    PlanCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        PlanFile.@Nullable Format format = out == null ? null : PlanFile.format(out);
        Setting setting = globals.setting();
        PlanReport report;
        try (Workplace workplace = Workplace.preview(setting);
                PlanView view = view(setting, format)) {
            report = workplace.writeback().plan(plan -> show(view, plan));
        } catch (IOException | UncheckedIOException fault) {
            throw Failure.usage("%s cannot be written; name a file in a folder that exists and has room"
                    .formatted(out == null ? "stdout" : out));
        }
        return end(setting, report).number();
    }

    private PlanView view(Setting setting, PlanFile.@Nullable Format format) throws IOException {
        String profile = setting.configuration().profile().name();
        if (out != null && format != null) {
            return PlanFile.open(out, format, profile);
        }
        Output output = setting.output();
        if (output.isJson()) {
            return PlanFile.json(PlanJson.to(globals.stdout(), profile));
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

    private ExitCode end(Setting setting, PlanReport report) {
        RunReports reports = new RunReports(setting.output(), setting.configuration());
        setting.output()
                .say("plan: " + Sentences.of(report.counts(), "to write", report.took())
                        + (out == null ? "" : "; saved in " + out));
        report.held().ifPresent(reports::complain);
        report.problem().ifPresent(reports::complain);
        return ExitCode.of(report.ending());
    }
}
