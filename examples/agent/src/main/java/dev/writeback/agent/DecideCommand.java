package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.DecisionReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.exchange.Spelling;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decides a conflict. */
@Command(
        name = "decide",
        description = {
            "Decide a conflict that `conflicts` shows. The next run carries it out,",
            "once all conflicts of the object are decided."
        })
final class DecideCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Globals globals;

    @Parameters(paramLabel = "ID", index = "0", description = "The cloud's object id.")
    private String id = "";

    @Parameters(paramLabel = "ATTRIBUTE", index = "1", description = "As the directory names it.")
    private String attribute = "";

    @Parameters(paramLabel = "cloud|directory", index = "2", description = "Whose value is right.")
    private String choice = "";

    DecideCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (!CloudObjectId.isValid(id)) {
            throw Failure.usage("the ID is not one; it has 1 to 256 characters and no control characters");
        }
        if (!AttributeName.isValid(attribute)) {
            throw Failure.usage("%s is not the name of an attribute; see conflicts".formatted(Printable.of(attribute)));
        }
        Side side = side();
        Setting setting = globals.setting().ofPresentStore();
        DecisionReport report;
        try (Workplace workplace = Workplace.preview(setting)) {
            Writeback writeback = workplace.writeback();
            CloudObjectId object = known(writeback);
            report = writeback.decide(object, AttributeName.of(attribute), side);
        }
        print(setting.output(), report);
        setting.output().flush();
        return ExitCode.of(report.ending()).number();
    }

    private Side side() {
        return switch (choice) {
            case "cloud" -> Side.CLOUD;
            case "directory" -> Side.DIRECTORY;
            default ->
                throw Failure.usage("%s is no choice%s; it is cloud or directory"
                        .formatted(Printable.of(choice), Spelling.hint(choice, List.of("cloud", "directory"))));
        };
    }

    private CloudObjectId known(Writeback writeback) {
        List<String> parked = new ArrayList<>();
        writeback.parked(holding -> parked.add(holding.object().id().value()));
        if (!parked.contains(id)) {
            throw Failure.usage("object %s has nothing to decide%s; see conflicts"
                    .formatted(Printable.of(id), Spelling.hint(id, parked)));
        }
        return CloudObjectId.of(id);
    }

    private void print(Output output, DecisionReport report) {
        String word = report.side().name().toLowerCase(Locale.ROOT);
        if (output.isJson()) {
            ObjectNode json = JSON.createObjectNode()
                    .put("cycleId", report.cycleId())
                    .put("id", report.object().value())
                    .put("attribute", report.attribute().value())
                    .put("choice", word);
            json.set("problem", report.problem().map(RunReports::json).orElse(null));
            output.result(json.toString());
        } else if (report.problem().isEmpty()) {
            output.say("%s of %s: decided for the %s"
                    .formatted(
                            report.attribute().value(),
                            Printable.of(report.object().value()),
                            word));
        }
        report.problem().ifPresent(problem -> output.complain(Printable.of(Sentences.of(problem))));
    }
}
