package dev.writeback.agent;

import dev.writeback.engine.DriftReport;
import dev.writeback.engine.Writeback;
import dev.writeback.plan.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Shows drift as it comes, until a signal; it ends by itself where the very first look cannot reach what it needs. */
final class DriftFollowing {

    private final Setting setting;
    private final RunReports reports;
    private final CompletableFuture<ExitCode> end = new CompletableFuture<>();

    private boolean begun;
    private Optional<Problem> trouble = Optional.empty();

    DriftFollowing(Setting setting) {
        this.setting = setting;
        this.reports = new RunReports(setting.output(), setting.configuration());
    }

    ExitCode run(Duration pause) {
        Output output = setting.output();
        DriftDiff diff = new DriftDiff(output);
        try (Interruption interruption = Interruption.begin(Interruption.Ending.AS_DONE)) {
            ExitCode code;
            try (Workplace workplace = Workplace.preview(setting)) {
                Writeback writeback = workplace.writeback();
                interruption.stopsBy(() -> end.complete(ExitCode.DONE));
                writeback.followDrift(pause, drifted -> DriftCommand.print(output, diff, drifted), this::looked);
                code = end.join();
            }
            output.flush();
            return code;
        }
    }

    /** Called after each look, by one thread. */
    private void looked(DriftReport report) {
        boolean sameTrouble = report.problem().isPresent() && report.problem().equals(trouble);
        trouble = report.problem();
        if (!sameTrouble) {
            report.problem().ifPresent(reports::complain);
        }
        ExitCode code = ExitCode.of(report.ending());
        if (!begun) {
            setting.output().say("drift: " + Sentences.of(report) + "; watching from now on");
            if (code == ExitCode.UNREACHABLE) {
                end.complete(code);
            }
        }
        begun = true;
    }
}
