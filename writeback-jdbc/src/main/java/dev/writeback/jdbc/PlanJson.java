package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A plan as statuses carry it. */
final class PlanJson {

    private PlanJson() {}

    static void write(JsonGenerator json, Plan plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("object", plan.object().value());
        JsonText.member(json, "entry", plan.entry(), ValuesJson::write);
        json.writeObjectFieldStart("disposition");
        if (plan.disposition() instanceof Disposition.Skip skip) {
            json.writeStringField("skip", skip.reason().name());
            json.writeStringField("sentence", skip.sentence());
        } else if (plan.disposition() instanceof Disposition.Refuse refuse) {
            json.writeFieldName("refuse");
            StatusJson.write(json, refuse.problem());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("decisions");
        AttributeDecision before = null;
        for (AttributeDecision decision : plan.decisions()) {
            DecisionJson.write(json, decision, before);
            before = decision;
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static Plan read(JsonNode node) {
        return new Plan(
                CloudObjectId.of(JsonText.text(node, "object")),
                JsonText.optional(node, "entry", ValuesJson::entry),
                decisions(node.path("decisions")),
                disposition(node.path("disposition")));
    }

    private static List<AttributeDecision> decisions(JsonNode nodes) {
        List<AttributeDecision> decisions = new ArrayList<>();
        AttributeDecision before = null;
        for (JsonNode node : nodes) {
            before = DecisionJson.read(node, before);
            decisions.add(before);
        }
        return decisions;
    }

    private static Disposition disposition(JsonNode node) {
        if (node.has("skip")) {
            return new Disposition.Skip(JsonText.word(SkipReason.class, node, "skip"), JsonText.text(node, "sentence"));
        }
        return node.has("refuse")
                ? new Disposition.Refuse(StatusJson.problem(node.path("refuse")))
                : new Disposition.Write();
    }
}
