package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Printable;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Parking;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** What a person must decide. */
@Command(
        name = "conflicts",
        description = {
            "Show what waits for a decision: both values of each attribute that both sides changed.",
            "Decide with: decide ID ATTRIBUTE cloud|directory"
        })
final class ConflictsCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REDACTED = "[Redact]";

    private final Globals globals;
    private int open;

    ConflictsCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting().ofPresentStore();
        Output output = setting.output();
        try (Workplace workplace = Workplace.preview(setting)) {
            workplace.writeback().parked(holding -> show(output, holding));
        }
        if (open == 0) {
            output.say("nothing waits for a decision");
        }
        output.flush();
        return ExitCode.DONE.number();
    }

    private void show(Output output, Holding holding) {
        for (Parking parking : holding.parked()) {
            open++;
            if (output.isJson()) {
                output.result(json(holding, parking).toString());
            } else {
                print(output, holding, parking);
            }
        }
    }

    private static void print(Output output, Holding holding, Parking parking) {
        output.result(
                output.paint().bold(Printable.of(holding.object().id().value())) + " " + Printable.of(entry(holding)));
        line(output, parking.attribute().value(), "since " + parking.since());
        line(output, "  cloud", text(parking.cloud(), parking));
        line(output, "  directory", text(parking.directory(), parking));
    }

    private static void line(Output output, String what, String text) {
        output.result(String.format(Locale.ROOT, "  %-28s ", what) + Printable.of(text));
    }

    private static String entry(Holding holding) {
        return holding.baseline()
                .entry()
                .map(entry -> entry.dn().toString())
                .orElse("(its entry was not agreed with yet)");
    }

    private static String text(List<AttributeValue> values, Parking parking) {
        if (values.isEmpty()) {
            return "(empty)";
        }
        return isOpen(parking)
                ? values.stream().map(AttributeValue::toString).collect(Collectors.joining(", "))
                : REDACTED;
    }

    private static ObjectNode json(Holding holding, Parking parking) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", holding.object().id().value())
                .put(
                        "dn",
                        holding.baseline()
                                .entry()
                                .map(entry -> entry.dn().toString())
                                .orElse(null))
                .put("attribute", parking.attribute().value());
        values(json.putArray("cloud"), parking.cloud(), parking);
        values(json.putArray("directory"), parking.directory(), parking);
        return json.put("since", parking.since().toString());
    }

    private static void values(ArrayNode array, List<AttributeValue> values, Parking parking) {
        if (isOpen(parking)) {
            values.forEach(value -> array.add(value.toString()));
        } else if (!values.isEmpty()) {
            array.add(REDACTED);
        }
    }

    private static boolean isOpen(Parking parking) {
        return parking.disclosure() == Disclosure.OPEN;
    }
}
