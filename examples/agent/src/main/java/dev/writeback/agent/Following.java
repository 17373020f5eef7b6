package dev.writeback.agent;

import dev.writeback.engine.Ending;
import dev.writeback.engine.RunReport;
import dev.writeback.plan.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One cycle after the other until a signal. It ends by itself when the very first one cannot reach what it needs, since
 * that is most likely a slip in the configuration; and when a run is held and nobody else could open the store to decide
 * as long as this one has it. With a store that is shared it goes on, and writes again when somebody has decided.
 */
final class Following {

    private final Setting setting;
    private final RunReports reports;
    private final CompletableFuture<ExitCode> end = new CompletableFuture<>();

    private boolean begun;
    private Optional<Problem> trouble = Optional.empty();

    Following(Setting setting) {
        this.setting = setting;
        this.reports = new RunReports(setting.output(), setting.configuration());
    }

    ExitCode run(Duration pause) {
        try (Interruption interruption = Interruption.begin(Interruption.Ending.AS_DONE)) {
            ExitCode code;
            try (Workplace workplace = Workplace.following(setting, this::heard)) {
                workplace.readyToRun();
                interruption.stopsBy(() -> end.complete(ExitCode.DONE));
                workplace.writeback().start(pause);
                code = end.join();
            }
            setting.output().flush();
            return code;
        }
    }

    /** Called after each run, by one thread. */
    private void heard(RunReport report) {
        boolean sameTrouble = report.problem().isPresent() && report.problem().equals(trouble);
        boolean news = RunReports.isOfNote(report) && !sameTrouble;
        trouble = report.problem();
        ExitCode code = !begun || news ? reports.print(report) : ExitCode.of(report.ending());
        boolean somebodyMustDecide = report.ending() == Ending.HELD && !isShared();
        if (somebodyMustDecide || (!begun && isLikelyASlip(report, code))) {
            end.complete(code);
        }
        begun = true;
    }

    /** A shared store was reached when it was opened; that it fails after that is for it to get over. */
    private boolean isLikelyASlip(RunReport report, ExitCode code) {
        return code == ExitCode.UNREACHABLE && !(report.ending() == Ending.STORE_FAILED && isShared());
    }

    private boolean isShared() {
        return setting.configuration()
                .store()
                .filter(StorePlace.OnServer.class::isInstance)
                .isPresent();
    }
}
