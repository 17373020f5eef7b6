package dev.writeback.agent;

import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One cycle, or one after the other. */
@Command(
        name = "run",
        description = {
            "Bring what changed in the cloud to the directory.",
            "With the store in memory each start reads the whole feed, and writes only what differs in the directory."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Globals globals;

    @Option(
            names = "--follow",
            description = "Go on until interrupted; SIGTERM finishes what is in flight, then stops.")
    private boolean follow;

    RunCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting();
        return (follow ? new Following(setting).run(PAUSE) : once(setting, Writeback::runOnce)).number();
    }

    /** One run, whose report is printed when everything is delivered. */
    static ExitCode once(Setting setting, Function<Writeback, RunReport> run) {
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            RunReport report;
            try (Workplace workplace = Workplace.once(setting)) {
                workplace.readyToRun();
                interruption.stopsBy(workplace.writeback()::close);
                report = run.apply(workplace.writeback());
            }
            ExitCode code = new RunReports(setting.output(), setting.configuration()).print(report);
            setting.output().flush();
            return code;
        }
    }
}
