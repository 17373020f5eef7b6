package dev.writeback.agent;

import dev.writeback.engine.JournalReport;
import dev.writeback.engine.json.JournalJson;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Printable;
import dev.writeback.spi.JournalLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was written, when, and what was there before. */
@Command(name = "journal", description = "Show what was written and decided, and what was there before.")
final class JournalCommand implements Callable<Integer> {

    private final Globals globals;

    @Option(names = "--run", paramLabel = "RUN", description = "Only this run, by the cycleId of its statuses.")
    private @Nullable String run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save it instead: .ldif for change records, .json for all of it.")
    private @Nullable Path out;

    JournalCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (out != null && !isLdif(out) && !isJson(out)) {
            throw Failure.usage("--out %s has an unknown ending; end it in .ldif or .json".formatted(out));
        }
        Setting setting = globals.setting().ofPresentStore();
        JournalReport report;
        try (Workplace workplace = Workplace.preview(setting);
                JournalView view = view(setting)) {
            report = workplace.writeback().journal(Optional.ofNullable(run), line -> show(view, line));
        } catch (IOException | UncheckedIOException fault) {
            throw Failure.usage("%s cannot be written; name a file in a folder that exists and has room"
                    .formatted(out == null ? "stdout" : out));
        }
        return end(setting, report).number();
    }

    private JournalView view(Setting setting) throws IOException {
        if (out != null) {
            Writer file = Files.newBufferedWriter(out);
            return isLdif(out) ? JournalLdif.to(file) : JournalView.json(JournalJson.to(file));
        }
        return setting.output().isJson()
                ? JournalView.json(JournalJson.to(globals.stdout()))
                : new JournalList(setting.output());
    }

    private ExitCode end(Setting setting, JournalReport report) {
        report.problem()
                .filter(problem -> problem.code() == ErrorCode.RUN_NOT_FOUND)
                .ifPresent(problem -> {
                    throw Failure.usage(Printable.of(Sentences.of(problem)));
                });
        setting.output().say("journal: %d lines%s".formatted(report.lines(), out == null ? "" : "; saved in " + out));
        report.problem().ifPresent(new RunReports(setting.output(), setting.configuration())::complain);
        return report.problem().isPresent() ? ExitCode.UNREACHABLE : ExitCode.DONE;
    }

    private static void show(JournalView view, JournalLine line) {
        try {
            view.show(line);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean isLdif(Path file) {
        return endsWith(file, ".ldif");
    }

    private static boolean isJson(Path file) {
        return endsWith(file, ".json");
    }

    private static boolean endsWith(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
