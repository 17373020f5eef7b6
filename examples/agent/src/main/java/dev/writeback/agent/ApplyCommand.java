package dev.writeback.agent;

import dev.writeback.engine.ApplyReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.json.InvalidPlanException;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.plan.Printable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exactly what a saved plan shows, and nothing else. */
@Command(
        name = "apply",
        description = "Do exactly what a saved plan shows; an entry that has changed since is refused and named.")
final class ApplyCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "FILE.json", description = "What 'plan --out FILE.json' has saved.")
    private Path file = Path.of("");

    ApplyCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting();
        AppliedPlans plans = new AppliedPlans(setting);
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            ApplyReport report;
            try (Workplace workplace = Workplace.telling(setting)) {
                Writeback writeback = workplace.writeback();
                interruption.stopsBy(writeback::close);
                report = writeback.apply(() -> PlanReader.of(Files.newBufferedReader(file)), plans::print);
            } catch (InvalidPlanException invalid) {
                throw Failure.usage("%s:%s".formatted(file, Printable.of(String.valueOf(invalid.getMessage()))));
            } catch (UncheckedIOException unreadable) {
                throw Failure.usage(
                        "%s cannot be read; name a file that 'plan --out FILE.json' has written".formatted(file));
            }
            return plans.end("apply", report).number();
        }
    }
}
