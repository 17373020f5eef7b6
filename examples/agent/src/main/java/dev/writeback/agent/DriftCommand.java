package dev.writeback.agent;

import dev.writeback.engine.DriftReport;
import dev.writeback.engine.Drifted;
import dev.writeback.engine.RollBackReport;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Printable;
import dev.writeback.plan.RollBack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What differs in the directory although the cloud did not change, or what would in the cloud. */
@Command(
        name = "drift",
        description = {
            "Show what differs in the directory although the cloud did not change; write nothing.",
            "What was agreed must be known from runs before, so it takes a store that is kept."
        })
final class DriftCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Globals globals;

    @Option(names = "--follow", description = "Go on until interrupted, and show each drift as it comes.")
    private boolean follow;

    @Option(
            names = "--rollback",
            description = "Show what handing mailboxes back to on-premises management would overwrite in the cloud.")
    private boolean rollBack;

    @Parameters(paramLabel = "ID", description = "With --rollback: only these objects.")
    private List<String> ids = new ArrayList<>();

    DriftCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (follow && rollBack) {
            throw Failure.usage("--follow and --rollback do not go together; take one of them");
        }
        if (!ids.isEmpty() && !rollBack) {
            throw Failure.usage("an ID goes with --rollback only; a check for drift is about all objects");
        }
        Setting setting = globals.setting();
        if (follow) {
            return new DriftFollowing(setting).run(PAUSE).number();
        }
        return (rollBack ? rollBack(setting) : check(setting)).number();
    }

    private static ExitCode check(Setting setting) {
        Output output = setting.output();
        DriftReport report = undisturbed(setting, workplace -> {
            try (DriftView view = DriftView.open(setting)) {
                return workplace.writeback().drift(view);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
        output.say("drift: " + Sentences.of(report));
        report.problem().ifPresent(new RunReports(output, setting.configuration())::complain);
        output.flush();
        return ExitCode.of(report.ending());
    }

    private ExitCode rollBack(Setting setting) {
        List<CloudObjectId> objects = ids.stream().map(DriftCommand::id).toList();
        Output output = setting.output();
        RollBackDiff diff = new RollBackDiff(output);
        RollBackReport report = undisturbed(
                setting, workplace -> workplace.writeback().rollBack(objects, back -> print(output, diff, back)));
        report.unknown()
                .forEach(id -> output.complain(
                        Printable.of("object " + id + " is unknown, or the cloud does not manage it; look at its ID")));
        output.say("roll-back: %d checked, %d would change in the cloud, %d without an entry in %s"
                .formatted(report.checked(), report.losing(), report.unmatched(), Sentences.of(report.took())));
        report.problem().ifPresent(new RunReports(output, setting.configuration())::complain);
        output.flush();
        ExitCode code = ExitCode.of(report.ending());
        return code == ExitCode.DONE && !report.unknown().isEmpty() ? ExitCode.SOME_FAILED : code;
    }

    private static <R> R undisturbed(Setting setting, Function<Workplace, R> work) {
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL);
                Workplace workplace = Workplace.preview(setting)) {
            interruption.stopsBy(workplace.writeback()::close);
            return work.apply(workplace);
        }
    }

    private static CloudObjectId id(String text) {
        if (!CloudObjectId.isValid(text)) {
            throw Failure.usage("the ID is not one; it has 1 to 256 characters and no control characters");
        }
        return CloudObjectId.of(text);
    }

    private static void print(Output output, RollBackDiff diff, RollBack back) {
        if (output.isJson()) {
            output.result(RollBackDiff.json(back));
        } else if (!output.isQuiet()) {
            diff.lines(back).forEach(output::result);
        }
    }

    /** One that was found while following: a plan a line where stdout is for programs. */
    static void print(Output output, DriftDiff diff, Drifted drifted) {
        if (output.isJson()) {
            output.result(PlanJson.text(drifted.plan()));
        } else {
            diff.lines(drifted).forEach(output::result);
        }
        output.flush();
    }
}
