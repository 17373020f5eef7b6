package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.Ending;
import dev.writeback.engine.RunCounts;
import dev.writeback.engine.RunReport;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Problem;
import java.util.Locale;
import java.util.Optional;

/** Prints what runs did. */
final class RunReports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Output output;
    private final Configuration configuration;
    private Optional<Problem> unwatched = Optional.empty();

    RunReports(Output output, Configuration configuration) {
        this.output = output;
        this.configuration = configuration;
    }

    /** Prints one and says how the agent is to end if it was the last. */
    ExitCode print(RunReport report) {
        if (output.isJson()) {
            output.result(json(report).toString());
        }
        output.say("run %s: %s".formatted(report.cycleId(), Sentences.of(report.counts(), "written", report.took())));
        report.problem().ifPresent(this::complain);
        report.unwatched().filter(problem -> report.problem().isEmpty()).ifPresent(this::notWatched);
        if (report.counts().rejected() > 0) {
            output.say("what is malformed is kept in " + configuration.rejectedFile());
        }
        return delivered(report.undelivered()) ? ExitCode.of(report.ending()) : ExitCode.UNREACHABLE;
    }

    /** Whether all statuses were delivered; tells if they were not. */
    boolean delivered(int undelivered) {
        if (undelivered > 0) {
            output.complain("%d statuses could not be written to %s; look at its disk"
                    .formatted(
                            undelivered,
                            configuration.status().map(Object::toString).orElse("the status file")));
        }
        return undelivered == 0;
    }

    /** Once: whoever is not allowed to watch is not allowed in the next run either. */
    private void notWatched(Problem problem) {
        if (!unwatched.equals(Optional.of(problem))) {
            output.complain("drift was not looked for: " + Printable.of(Sentences.of(problem)));
        }
        unwatched = Optional.of(problem);
    }

    void complain(Problem problem) {
        output.complain(Printable.of(Sentences.of(problem)));
    }

    /** Whether a run is worth a line among many. */
    static boolean isOfNote(RunReport report) {
        return report.counts().read()
                                + report.counts().rejected()
                                + report.counts().taken()
                        > 0
                || report.ending() != Ending.COMPLETED;
    }

    static ObjectNode json(RunCounts counts) {
        ObjectNode json = JSON.createObjectNode()
                .put("read", counts.read())
                .put("malformed", counts.rejected())
                .put("written", counts.written())
                .put("unchanged", counts.unchanged());
        ObjectNode skipped = json.putObject("skipped");
        counts.skipped().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> skipped.put(entry.getKey().label(), entry.getValue()));
        return json.put("failed", counts.failed())
                .put("expired", counts.expired())
                .put("warnings", counts.warnings())
                .put("drifted", counts.drifted())
                .put("waiting", counts.waiting())
                .put("held", counts.held())
                .put("released", counts.released())
                .put("destroyed", counts.destroyed())
                .put("lookups", counts.lookups())
                .put("writes", counts.writes());
    }

    static ObjectNode json(Problem problem) {
        return JSON.createObjectNode()
                .put("errorCode", problem.code().label())
                .put("reason", problem.reason())
                .put("recommendedAction", problem.action())
                .put("additionalDetails", problem.diagnostic());
    }

    private static ObjectNode json(RunReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("cycleId", report.cycleId())
                .put("started", report.started().toString())
                .put("durationInMilliseconds", report.took().toMillis())
                .put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        json.set("counts", json(report.counts()));
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
