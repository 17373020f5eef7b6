package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.RetryReport;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What failed is tried again by the next run, whenever its turn would have been. */
@Command(
        name = "retry",
        description = {
            "Release objects from escrow: the next run tries them.",
            "Without an ID everything in escrow; an expired object is named by its ID."
        })
final class RetryCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The cloud's object ids.")
    private List<String> ids = new ArrayList<>();

    RetryCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        for (String id : ids) {
            if (!CloudObjectId.isValid(id)) {
                throw Failure.usage("the ID %s is not one; it has 1 to 256 characters and no control characters"
                        .formatted(Printable.of(id)));
            }
        }
        Setting setting = globals.setting().ofDurableStore("retry");
        RetryReport report;
        try (Workplace workplace = Workplace.preview(setting)) {
            report = workplace
                    .writeback()
                    .retry(ids.stream().map(CloudObjectId::of).toList());
        }
        print(setting, report);
        setting.output().flush();
        if (report.problem().isPresent()) {
            return ExitCode.UNREACHABLE.number();
        }
        return (report.unknown().isEmpty() ? ExitCode.DONE : ExitCode.USAGE).number();
    }

    private void print(Setting setting, RetryReport report) {
        Output output = setting.output();
        if (output.isJson()) {
            output.result(json(report).toString());
        }
        if (report.released() > 0) {
            output.say("retry: %d released; the next run tries them".formatted(report.released()));
        } else if (report.problem().isEmpty()) {
            output.say(ids.isEmpty() ? "nothing is in escrow" : "retry: none released");
        }
        report.unknown()
                .forEach(id -> output.complain(
                        "object %s is not known to the store; see status".formatted(Printable.of(id.value()))));
        report.problem().ifPresent(new RunReports(output, setting.configuration())::complain);
    }

    private static ObjectNode json(RetryReport report) {
        ObjectNode json = JSON.createObjectNode().put("released", report.released());
        ArrayNode unknown = json.putArray("unknown");
        report.unknown().forEach(id -> unknown.add(id.value()));
        json.set("problem", report.problem().<ObjectNode>map(RunReports::json).orElse(null));
        return json;
    }
}
