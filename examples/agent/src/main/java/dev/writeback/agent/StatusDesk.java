package dev.writeback.agent;

import dev.writeback.engine.json.JsonLinesReporter;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import java.util.Optional;

/** Appends each status to the status file, if there is one, and shows what failed. */
final class StatusDesk implements StatusReporter, AutoCloseable {

    private final Output output;
    private final Optional<JsonLinesReporter> file;
    private final Progress progress;

    StatusDesk(Output output, Optional<JsonLinesReporter> file, Progress progress) {
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
        if (status.result() == Step.Result.FAILURE) {
            output.complain(output.paint().red("failed") + " " + Printable.of(sentence(status)));
        }
    }

    @Override
    public void close() {
        file.ifPresent(JsonLinesReporter::close);
    }

    private static String sentence(Status status) {
        String object = status.object().map(id -> id.value()).orElse("(no id)");
        String entry =
                status.plan().flatMap(Plan::entry).map(id -> " " + id.dn()).orElse("");
        return object + entry + ": " + status.problem().map(Sentences::of).orElse("No reason was given.");
    }
}
