package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A decision about one attribute. Values that are the directory's own are not written again but said to be so. */
final class DecisionJson {

    private DecisionJson() {}

    static void write(JsonGenerator json, AttributeDecision decision) throws IOException {
        List<AttributeValue> directory = decision.directory();
        json.writeStartObject();
        json.writeStringField("attribute", decision.attribute().value());
        json.writeStringField("source", decision.source());
        json.writeFieldName("directory");
        ValuesJson.write(json, directory);
        JsonText.member(json, "cloud", decision.cloud(), (to, values) -> write(to, values, directory));
        JsonText.member(json, "baseline", decision.baseline(), (to, values) -> write(to, values, directory));
        json.writeFieldName("result");
        write(json, decision.result(), directory);
        json.writeStringField("verdict", decision.verdict().name());
        json.writeStringField("reason", decision.reason());
        JsonText.member(json, "modification", decision.modification(), DecisionJson::write);
        if (!decision.omissions().isEmpty()) {
            JsonText.array(json, "omissions", decision.omissions(), DecisionJson::write);
        }
        if (decision.disclosure() != Disclosure.OPEN) {
            json.writeStringField("disclosure", decision.disclosure().name());
        }
        json.writeFieldName("provenance");
        write(json, decision.provenance());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<AttributeValue> values, List<AttributeValue> directory)
            throws IOException {
        if (values.equals(directory)) {
            json.writeBoolean(true);
        } else {
            ValuesJson.write(json, values);
        }
    }

    private static void write(JsonGenerator json, Modification modification) throws IOException {
        json.writeStartArray();
        json.writeString(modification.attribute().value());
        ValuesJson.write(json, modification.remove());
        ValuesJson.write(json, modification.add());
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Omission omission) throws IOException {
        json.writeStartObject();
        if (omission instanceof Omission.Unresolved unresolved) {
            json.writeStringField("unresolved", unresolved.object().value());
        }
        json.writeStringField("sentence", omission.sentence());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Provenance provenance) throws IOException {
        json.writeStartObject();
        json.writeStringField("side", provenance.side().name());
        JsonText.member(json, "stated", provenance.stated(), ObjectJson::write);
        JsonText.member(json, "since", provenance.since(), JsonText::instant);
        json.writeStringField("rule", provenance.rule());
        json.writeEndObject();
    }

    static AttributeDecision read(JsonNode node) {
        List<AttributeValue> directory = ValuesJson.list(node.path("directory"));
        return new AttributeDecision(
                AttributeName.of(JsonText.text(node, "attribute")),
                JsonText.text(node, "source"),
                values(node, "cloud", directory),
                directory,
                values(node, "baseline", directory),
                values(node, "result", directory).orElseThrow(),
                JsonText.word(Verdict.class, node, "verdict"),
                JsonText.text(node, "reason"),
                JsonText.optional(
                        node,
                        "modification",
                        it -> new Modification(
                                AttributeName.of(it.path(0).textValue()),
                                ValuesJson.list(it.path(1)),
                                ValuesJson.list(it.path(2)))),
                JsonText.list(node.path("omissions"), DecisionJson::omission),
                node.has("disclosure") ? JsonText.word(Disclosure.class, node, "disclosure") : Disclosure.OPEN,
                provenance(node.path("provenance")));
    }

    private static Optional<List<AttributeValue>> values(JsonNode node, String name, List<AttributeValue> directory) {
        return JsonText.optional(node, name, it -> it.isBoolean() ? directory : ValuesJson.list(it));
    }

    private static Omission omission(JsonNode node) {
        String sentence = JsonText.text(node, "sentence");
        return node.has("unresolved")
                ? new Omission.Unresolved(CloudObjectId.of(JsonText.text(node, "unresolved")), sentence)
                : new Omission.HeldBack(sentence);
    }

    private static Provenance provenance(JsonNode node) {
        return new Provenance(
                JsonText.word(Side.class, node, "side"),
                JsonText.optional(node, "stated", ObjectJson::version),
                JsonText.optional(node, "since", JsonText::instant),
                JsonText.text(node, "rule"));
    }
}
