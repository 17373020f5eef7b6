package dev.writeback.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.ProvisionReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Step;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One object, now, with every step shown. */
@Command(name = "provision", description = "Bring one object to the directory now, and show every step.")
final class ProvisionCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    @Parameters(paramLabel = "ID", description = "The cloud's object id.")
    private String id = "";

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    private boolean dryRun;

    ProvisionCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (!CloudObjectId.isValid(id)) {
            throw Failure.usage("the ID is not one; it has 1 to 256 characters and no control characters");
        }
        Setting setting = globals.setting();
        try (Interruption interruption = Interruption.begin(Interruption.Ending.BY_SIGNAL)) {
            ProvisionReport report;
            try (Workplace workplace = dryRun ? Workplace.preview(setting) : Workplace.once(setting)) {
                Writeback writeback = workplace.writeback();
                interruption.stopsBy(writeback::close);
                CloudObjectId object = CloudObjectId.of(id);
                report = dryRun ? writeback.previewProvision(object) : writeback.provision(object);
            }
            print(setting.output(), report);
            setting.output().flush();
            return ExitCode.of(report.ending()).number();
        }
    }

    private static void print(Output output, ProvisionReport report) {
        if (output.isJson()) {
            output.result(json(report).toString());
        } else if (!output.isQuiet()) {
            report.steps().forEach(step -> print(output, step));
            PlanDiff diff = new PlanDiff(output);
            report.plan().ifPresent(plan -> diff.lines(plan).forEach(output::result));
            output.result(report.object() + ": " + label(output.paint(), report.result()));
        }
        report.problem().ifPresent(problem -> output.complain(Printable.of(Sentences.of(problem))));
    }

    private static void print(Output output, Step step) {
        String kind = String.format(Locale.ROOT, "%-19s ", step.type().label());
        output.result(kind + label(output.paint(), step.result()) + "  " + Printable.of(step.description()));
        step.details().forEach((name, value) -> output.result(" ".repeat(20) + Printable.of(name + ": " + value)));
    }

    private static String label(Paint paint, Step.Result result) {
        String label = result.label();
        return switch (result) {
            case SUCCESS -> paint.green(label);
            case FAILURE -> paint.red(label);
            case SKIPPED -> paint.faint(label);
            case WARNING -> paint.yellow(label);
        };
    }

    private static ObjectNode json(ProvisionReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("object", report.object().value())
                .put("result", report.result().label());
        ArrayNode steps = json.putArray("steps");
        for (Step step : report.steps()) {
            ObjectNode one = steps.addObject()
                    .put("name", step.name())
                    .put("provisioningStepType", step.type().label())
                    .put("status", step.result().label())
                    .put("description", step.description());
            ObjectNode details = one.putObject("details");
            step.details().forEach(details::put);
        }
        json.set("plan", report.plan().map(plan -> tree(PlanJson.text(plan))).orElse(null));
        json.set("problem", report.problem().<JsonNode>map(RunReports::json).orElse(null));
        return json;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan is not JSON", impossible);
        }
    }
}
