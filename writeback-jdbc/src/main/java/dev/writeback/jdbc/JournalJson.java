package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Side;
import dev.writeback.spi.Parking;
import java.io.IOException;
import java.util.List;

/** What was written and decided, and what is to be decided. */
final class JournalJson {

    private JournalJson() {}

    static byte[] bytes(JournalRecord record) {
        return JsonText.of(record, JournalJson::write);
    }

    private static void write(JsonGenerator json, JournalRecord record) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", record.run());
        json.writeFieldName("at");
        JsonText.instant(json, record.at());
        json.writeStringField("object", record.object().value());
        if (record instanceof JournalRecord.Written written) {
            json.writeFieldName("entry");
            ValuesJson.write(json, written.entry());
            JsonText.array(json, "changes", written.changes(), JournalJson::write);
            JsonText.member(json, "undoes", written.undoes(), JsonGenerator::writeString);
        } else if (record instanceof JournalRecord.Decided decided) {
            json.writeStringField("attribute", decided.attribute().value());
            json.writeStringField("choice", decided.choice().name());
            json.writeFieldName("cloud");
            ValuesJson.write(json, decided.cloud());
            json.writeFieldName("directory");
            ValuesJson.write(json, decided.directory());
            write(json, decided.disclosure());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, JournalRecord.Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("attribute", change.attribute().value());
        json.writeFieldName("before");
        ValuesJson.write(json, change.before());
        json.writeFieldName("after");
        ValuesJson.write(json, change.after());
        write(json, change.disclosure());
        json.writeEndObject();
    }

    static JournalRecord read(byte[] content) {
        JsonNode tree = JsonText.tree(content);
        return tree.has("changes") ? written(tree) : decided(tree);
    }

    static JournalRecord.Written written(byte[] content) {
        return written(JsonText.tree(content));
    }

    /** What is stored of a batch. */
    static List<JournalRecord.Written> writes(byte[] content) {
        return JsonText.list(JsonText.tree(content), JournalJson::written);
    }

    private static JournalRecord.Written written(JsonNode tree) {
        return new JournalRecord.Written(
                JsonText.text(tree, "run"),
                JsonText.instant(tree.path("at")),
                CloudObjectId.of(JsonText.text(tree, "object")),
                ValuesJson.entry(tree.path("entry")),
                JsonText.list(
                        tree.path("changes"),
                        change -> new JournalRecord.Change(
                                AttributeName.of(JsonText.text(change, "attribute")),
                                ValuesJson.list(change.path("before")),
                                ValuesJson.list(change.path("after")),
                                disclosure(change))),
                JsonText.optional(tree, "undoes", JsonNode::textValue));
    }

    private static JournalRecord.Decided decided(JsonNode tree) {
        return new JournalRecord.Decided(
                JsonText.text(tree, "run"),
                JsonText.instant(tree.path("at")),
                CloudObjectId.of(JsonText.text(tree, "object")),
                AttributeName.of(JsonText.text(tree, "attribute")),
                JsonText.word(Side.class, tree, "choice"),
                ValuesJson.list(tree.path("cloud")),
                ValuesJson.list(tree.path("directory")),
                disclosure(tree));
    }

    static void write(JsonGenerator json, Parking conflict) throws IOException {
        json.writeStartObject();
        json.writeStringField("attribute", conflict.attribute().value());
        json.writeFieldName("cloud");
        ValuesJson.write(json, conflict.cloud());
        json.writeFieldName("directory");
        ValuesJson.write(json, conflict.directory());
        json.writeFieldName("since");
        JsonText.instant(json, conflict.since());
        write(json, conflict.disclosure());
        json.writeEndObject();
    }

    static Parking conflict(JsonNode node) {
        return new Parking(
                AttributeName.of(JsonText.text(node, "attribute")),
                ValuesJson.list(node.path("cloud")),
                ValuesJson.list(node.path("directory")),
                JsonText.instant(node.path("since")),
                disclosure(node));
    }

    private static Disclosure disclosure(JsonNode node) {
        return node.has("disclosure") ? JsonText.word(Disclosure.class, node, "disclosure") : Disclosure.OPEN;
    }

    private static void write(JsonGenerator json, Disclosure disclosure) throws IOException {
        if (disclosure != Disclosure.OPEN) {
            json.writeStringField("disclosure", disclosure.name());
        }
    }
}
