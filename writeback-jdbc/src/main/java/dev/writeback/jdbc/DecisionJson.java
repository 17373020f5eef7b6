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
import org.jspecify.annotations.Nullable;

/** A decision about one attribute. Values that are the directory's own are not written again but said to be so. */
final class DecisionJson {

    private DecisionJson() {}

    /** What is the same as in the decision before it is left out; there is none before the first. */
    static void write(JsonGenerator json, AttributeDecision decision, @Nullable AttributeDecision before)
            throws IOException {
        List<AttributeValue> directory = decision.directory();
        json.writeStartObject();
        json.writeStringField("attribute", decision.attribute().value());
        if (!decision.source().equals(decision.attribute().value())) {
            json.writeStringField("source", decision.source());
        }
        json.writeFieldName("directory");
        ValuesJson.write(json, directory);
        JsonText.member(json, "cloud", decision.cloud(), (to, values) -> write(to, values, directory));
        JsonText.member(json, "baseline", decision.baseline(), (to, values) -> write(to, values, directory));
        json.writeFieldName("result");
        writeResult(json, decision);
        writeGrounds(json, decision, before);
        json.writeEndObject();
    }

    /** What was decided, and why. */
    private static void writeGrounds(JsonGenerator json, AttributeDecision decision, @Nullable AttributeDecision before)
            throws IOException {
        if (before == null || before.verdict() != decision.verdict()) {
            json.writeStringField("verdict", decision.verdict().name());
        }
        if (before == null || !before.reason().equals(decision.reason())) {
            json.writeStringField("reason", decision.reason());
        }
        if (decision.modification().isPresent()) {
            json.writeFieldName("modification");
            write(json, decision.modification().get(), decision);
        }
        if (!decision.omissions().isEmpty()) {
            JsonText.array(json, "omissions", decision.omissions(), DecisionJson::write);
        }
        if (decision.disclosure() != Disclosure.OPEN) {
            json.writeStringField("disclosure", decision.disclosure().name());
        }
        if (before == null || !before.provenance().equals(decision.provenance())) {
            json.writeFieldName("provenance");
            write(json, decision.provenance());
        }
    }

    private static void write(JsonGenerator json, List<AttributeValue> values, List<AttributeValue> directory)
            throws IOException {
        if (values.equals(directory)) {
            json.writeBoolean(true);
        } else {
            ValuesJson.write(json, values);
        }
    }

    /** False stands for what the cloud wants. */
    private static void writeResult(JsonGenerator json, AttributeDecision decision) throws IOException {
        List<AttributeValue> result = decision.result();
        if (!result.equals(decision.directory()) && decision.cloud().equals(Optional.of(result))) {
            json.writeBoolean(false);
        } else {
            write(json, result, decision.directory());
        }
    }

    /** What it removes and what it adds; false stands for the result. */
    private static void write(JsonGenerator json, Modification modification, AttributeDecision decision)
            throws IOException {
        json.writeStartArray();
        json.writeString(modification.attribute().value());
        write(json, modification.remove(), decision.directory());
        if (modification.add().equals(decision.result())) {
            json.writeBoolean(false);
        } else {
            ValuesJson.write(json, modification.add());
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Omission omission) throws IOException {
        json.writeStartObject();
        if (omission instanceof Omission.Unresolved unresolved) {
            json.writeStringField("unresolved", unresolved.object().value());
        }
        if (omission instanceof Omission.Taken) {
            json.writeBooleanField("taken", true);
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

    static AttributeDecision read(JsonNode node, @Nullable AttributeDecision before) {
        String attribute = JsonText.text(node, "attribute");
        List<AttributeValue> directory = ValuesJson.list(node.path("directory"));
        Optional<List<AttributeValue>> cloud = values(node, "cloud", directory);
        List<AttributeValue> result = either(node.path("result"), directory, cloud.orElse(List.of()));
        return new AttributeDecision(
                AttributeName.of(attribute),
                node.has("source") ? JsonText.text(node, "source") : attribute,
                cloud,
                directory,
                values(node, "baseline", directory),
                result,
                before != null && !node.has("verdict")
                        ? before.verdict()
                        : JsonText.word(Verdict.class, node, "verdict"),
                before != null && !node.has("reason") ? before.reason() : JsonText.text(node, "reason"),
                JsonText.optional(
                        node,
                        "modification",
                        it -> new Modification(
                                AttributeName.of(it.path(0).textValue()),
                                either(it.path(1), directory, result),
                                either(it.path(2), directory, result))),
                JsonText.list(node.path("omissions"), DecisionJson::omission),
                node.has("disclosure") ? JsonText.word(Disclosure.class, node, "disclosure") : Disclosure.OPEN,
                before != null && !node.has("provenance") ? before.provenance() : provenance(node.path("provenance")));
    }

    /** These values, or what true or false stands for. */
    private static List<AttributeValue> either(
            JsonNode node, List<AttributeValue> ofTrue, List<AttributeValue> ofFalse) {
        if (node.isBoolean()) {
            return node.booleanValue() ? ofTrue : ofFalse;
        }
        return ValuesJson.list(node);
    }

    private static Optional<List<AttributeValue>> values(JsonNode node, String name, List<AttributeValue> directory) {
        return JsonText.optional(node, name, it -> it.isBoolean() ? directory : ValuesJson.list(it));
    }

    private static Omission omission(JsonNode node) {
        String sentence = JsonText.text(node, "sentence");
        if (node.has("taken")) {
            return new Omission.Taken(sentence);
        }
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
