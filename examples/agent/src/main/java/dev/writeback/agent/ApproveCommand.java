package dev.writeback.agent;

import dev.writeback.engine.ApplyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Exactly what a run that is held would have written. */
@Command(
        name = "approve",
        description = {
            "Write exactly what 'status' shows of a run that is held, and let runs go on.",
            "An entry that has changed since is refused and named; its object is planned anew by the next run."
        })
final class ApproveCommand implements Callable<Integer> {

    private final Globals globals;

    ApproveCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting().ofDurableStore("approve");
        AppliedPlans plans = new AppliedPlans(setting);
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            ApplyReport report;
            try (Workplace workplace = Workplace.telling(setting)) {
                interruption.stopsBy(workplace.writeback()::close);
                report = workplace.writeback().approve(plans::print);
            }
            return plans.end("approve", report).number();
        }
    }
}
