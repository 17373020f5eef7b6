package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Printable;
import dev.writeback.plan.RollBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a roll-back would do to the cloud: values that would go and those that would come in their place. */
final class RollBackDiff {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlanDiff plans;
    private final Paint paint;

    RollBackDiff(Output output) {
        this.plans = new PlanDiff(output);
        this.paint = output.paint();
    }

    /** The lines about one object. */
    List<String> lines(RollBack back) {
        if (back.overwritten().isEmpty()) {
            return plans.lines(back.plan());
        }
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("~ " + Printable.of(back.plan().object().value()))
                + back.plan()
                        .entry()
                        .map(entry -> "   "
                                + paint.faint("# " + Printable.of(entry.dn().value())))
                        .orElse(""));
        for (RollBack.Overwritten one : back.overwritten()) {
            without(one.cloud(), one.directory()).forEach(value -> lines.add(paint.red(line("-", one, value))));
            without(one.directory(), one.cloud()).forEach(value -> lines.add(paint.green(line("+", one, value))));
        }
        return lines;
    }

    private static List<AttributeValue> without(List<AttributeValue> values, List<AttributeValue> others) {
        Set<AttributeValue> known = Set.copyOf(others);
        return values.stream().filter(value -> !known.contains(value)).toList();
    }

    private static String line(String mark, RollBack.Overwritten one, AttributeValue value) {
        return "  " + mark + " " + Printable.of(one.source()) + " (" + one.attribute() + "): "
                + Printable.of(value.toString());
    }

    /** One object as JSON, on one line. */
    static String json(RollBack back) {
        ObjectNode json =
                JSON.createObjectNode().put("object", back.plan().object().value());
        json.put("entry", back.plan().entry().map(entry -> entry.dn().value()).orElse(null));
        Optional<String> problem = back.plan()
                .disposition()
                .match(
                        write -> Optional.empty(),
                        skip -> Optional.of(skip.sentence()),
                        refuse -> Optional.of(refuse.problem().toString()));
        json.put("problem", problem.orElse(null));
        ArrayNode all = json.putArray("overwritten");
        for (RollBack.Overwritten one : back.overwritten()) {
            ObjectNode attribute =
                    all.addObject().put("attribute", one.attribute().value()).put("source", one.source());
            values(attribute.putArray("cloud"), one.cloud());
            values(attribute.putArray("directory"), one.directory());
        }
        return json.toString();
    }

    private static void values(ArrayNode array, List<AttributeValue> values) {
        values.forEach(value -> array.add(value.toString()));
    }
}
