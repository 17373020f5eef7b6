package dev.writeback.agent;

import dev.writeback.engine.json.JsonLinesReporter;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Appends each status to the status file, if there is one, and shows what failed. */
final class StatusDesk implements StatusReporter, AutoCloseable {

    /** Under which name a step says that the object states an attribute that nobody knows. */
    private static final String UNKNOWN = "Unknown";

    private static final int MOST_TOLD = 100;

    private final Set<String> told = new HashSet<>();
    private final Output output;
    private final Optional<JsonLinesReporter> file;
    private final Progress progress;
    private final Voice voice;

    /** Whether somebody else tells what failed. */
    enum Voice {
        TELLS,
        LEAVES_IT_TO_THE_COMMAND
    }

    StatusDesk(Output output, Optional<JsonLinesReporter> file, Progress progress, Voice voice) {
        this.voice = voice;
        this.output = output;
        this.file = file;
        this.progress = progress;
    }

    @Override
    public void report(Status status) {
        file.ifPresent(lines -> lines.report(status));
        boolean malformed = status.problem()
                .filter(problem -> problem.code() == ErrorCode.MALFORMED_CHANGE)
                .isPresent();
        if (malformed) {
            return;
        }
        progress.done();
        status.steps().stream()
                .flatMap(step -> Optional.ofNullable(step.details().get(UNKNOWN)).stream())
                .filter(this::isNew)
                .forEach(sentence -> output.complain(
                        output.paint().yellow("warning") + " " + Printable.of(subject(status) + ": " + sentence)));
        if (status.result() == Step.Result.FAILURE && voice == Voice.TELLS) {
            output.complain(output.paint().red("failed") + " " + Printable.of(sentence(status)));
        }
    }

    @Override
    public void close() {
        file.ifPresent(JsonLinesReporter::close);
    }

    /** A slip in the feed's making is in every line of it, and is told once. */
    private boolean isNew(String sentence) {
        return told.size() < MOST_TOLD && told.add(sentence);
    }

    private static String sentence(Status status) {
        return subject(status) + ": " + status.problem().map(Sentences::of).orElse("No reason was given.");
    }

    private static String subject(Status status) {
        String object = status.object().map(id -> id.value()).orElse("(no id)");
        String entry =
                status.plan().flatMap(Plan::entry).map(id -> " " + id.dn()).orElse("");
        return object + entry;
    }
}
