package dev.writeback.agent;

import dev.writeback.engine.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** How everything stands. */
@Command(
        name = "status",
        description = {
            "Show what is pending, in escrow, waiting, parked, expired or held, since when and why.",
            "It reads the store only: neither the feed nor the directory is asked, and nothing is changed."
        },
        footer = {"", "Exit codes: 0 nothing is held, 3 a run is held: approve or reject, 4 the store cannot be read"})
final class StatusCommand implements Callable<Integer> {

    private final Globals globals;

    StatusCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting().ofDurableStore("show");
        Output output = setting.output();
        StatusView view = output.isJson() ? new StatusLines(output) : new StatusText(output);
        StatusReport report;
        int undelivered;
        try (Workplace workplace = Workplace.preview(setting)) {
            report = workplace.writeback().status(view::add);
            undelivered = report.problem().isPresent() ? 0 : workplace.undelivered(StatusView.COUNTED);
        }
        view.end(report, undelivered);
        report.problem().ifPresent(new RunReports(output, setting.configuration())::complain);
        output.flush();
        return exitCode(report).number();
    }

    private static ExitCode exitCode(StatusReport report) {
        if (report.problem().isPresent()) {
            return ExitCode.UNREACHABLE;
        }
        return report.held().isEmpty() ? ExitCode.DONE : ExitCode.HELD;
    }
}
