package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import java.io.IOException;

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
        JsonText.<AttributeDecision>array(json, "decisions", plan.decisions(), DecisionJson::write);
        json.writeEndObject();
    }

    static Plan read(JsonNode node) {
        return new Plan(
                CloudObjectId.of(JsonText.text(node, "object")),
                JsonText.optional(node, "entry", ValuesJson::entry),
                JsonText.list(node.path("decisions"), DecisionJson::read),
                disposition(node.path("disposition")));
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
