package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.Ending;
import dev.writeback.engine.RejectReport;
import dev.writeback.spi.RunRecord;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What a run that is held would have written is not written. */
@Command(
        name = "reject",
        description = {
            "Drop what 'status' shows of a run that is held, and let runs go on.",
            "Its objects wait for their next change, or for a reconcile."
        })
final class RejectCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    RejectCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting().ofDurableStore("reject");
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            RejectReport report;
            try (Workplace workplace = Workplace.telling(setting)) {
                interruption.stopsBy(workplace.writeback()::close);
                report = workplace.writeback().reject();
            }
            return end(setting, report).number();
        }
    }

    private static ExitCode end(Setting setting, RejectReport report) {
        Output output = setting.output();
        if (output.isJson()) {
            output.result(json(report).toString());
        }
        RunReports reports = new RunReports(output, setting.configuration());
        if (report.runs().isEmpty() && report.ending() == Ending.COMPLETED) {
            output.say("no run is held, so there is nothing to reject");
        } else {
            output.say("reject %s: %d objects are not written; they wait for their next change or a reconcile"
                    .formatted(report.cycleId(), report.rejected()));
            report.problem().ifPresent(reports::complain);
        }
        output.flush();
        return reports.delivered(report.undelivered()) ? ExitCode.of(report.ending()) : ExitCode.UNREACHABLE;
    }

    private static ObjectNode json(RejectReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("cycleId", report.cycleId())
                .put("started", report.started().toString())
                .put("durationInMilliseconds", report.took().toMillis())
                .put("ending", report.ending().name().toLowerCase(Locale.ROOT))
                .put("rejected", report.rejected());
        json.set(
                "runs",
                JSON.valueToTree(report.runs().stream().map(RunRecord::id).toList()));
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
