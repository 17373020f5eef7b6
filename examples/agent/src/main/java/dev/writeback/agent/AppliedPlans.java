package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.ApplyReport;
import dev.writeback.model.EntryId;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what became of plans that were carried out as they are. */
final class AppliedPlans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Setting setting;
    private final Output output;

    AppliedPlans(Setting setting) {
        this.setting = setting;
        this.output = setting.output();
    }

    /** One of them; called by one thread at a time. */
    void print(AppliedPlan one) {
        if (output.isJson()) {
            output.result(json(one).toString());
        }
        String name = name(one);
        switch (one.end()) {
            case APPLIED -> {
                if (!output.isJson() && !output.isQuiet()) {
                    new PlanDiff(output).lines(one.plan()).forEach(output::result);
                }
            }
            case ALREADY_APPLIED -> output.say("= " + name + "   # Already applied.");
            case RELEASED -> output.say("= " + name + "   # Not begun.");
            case REFUSED, FAILED -> {
                String why = one.problem().map(Sentences::of).orElse("The plan was not carried out.");
                output.complain("! " + name + "   " + output.paint().red("# " + Printable.of(why)));
            }
        }
    }

    /** All of them together, and how the agent is to end. */
    ExitCode end(String command, ApplyReport report) {
        if (output.isJson()) {
            output.result(json(report).toString());
        }
        RunReports reports = new RunReports(output, setting.configuration());
        if (isNothingHeld(report)) {
            output.say("no run is held, so there is nothing to " + command);
        } else {
            output.say("%s %s: %s in %s"
                    .formatted(
                            command, report.cycleId(), String.join(", ", counts(report)), Sentences.of(report.took())));
            report.problem().ifPresent(reports::complain);
        }
        output.flush();
        return reports.delivered(report.undelivered()) ? ExitCode.of(report.ending()) : ExitCode.UNREACHABLE;
    }

    private static boolean isNothingHeld(ApplyReport report) {
        return report.problem()
                .filter(problem -> problem.code() == ErrorCode.RUN_NOT_FOUND)
                .isPresent();
    }

    private static String name(AppliedPlan one) {
        return Printable.of(one.plan()
                .entry()
                .map(EntryId::toString)
                .orElse("object " + one.plan().object()));
    }

    private static ObjectNode json(AppliedPlan one) {
        ObjectNode json = JSON.createObjectNode()
                .put("object", one.plan().object().value())
                .put("entry", one.plan().entry().map(EntryId::toString).orElse(null))
                .put("result", word(one.end()));
        json.set("problem", one.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }

    private static String word(AppliedPlan.End end) {
        return end == AppliedPlan.End.ALREADY_APPLIED
                ? "alreadyApplied"
                : end.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> counts(ApplyReport report) {
        List<String> counts = new ArrayList<>();
        counts.add(report.applied() + " applied");
        counts.add(report.alreadyApplied() + " already applied");
        counts.add(report.refused() + " refused");
        counts.add(report.failed() + " failed");
        if (report.released() > 0) {
            counts.add(report.released() + " left for later");
        }
        if (report.withoutWrite() > 0) {
            counts.add(report.withoutWrite() + " with nothing to write");
        }
        return counts;
    }

    private static ObjectNode json(ApplyReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("cycleId", report.cycleId())
                .put("started", report.started().toString())
                .put("durationInMilliseconds", report.took().toMillis())
                .put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        json.putObject("counts")
                .put("applied", report.applied())
                .put("alreadyApplied", report.alreadyApplied())
                .put("refused", report.refused())
                .put("failed", report.failed())
                .put("released", report.released())
                .put("withoutWrite", report.withoutWrite())
                .put("destroyed", report.destroyed());
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
