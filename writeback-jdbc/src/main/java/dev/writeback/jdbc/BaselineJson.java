package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was agreed; where both sides hold the same, it stands there once. */
final class BaselineJson {

    private BaselineJson() {}

    static String text(Baseline baseline) {
        return JsonText.of(baseline, BaselineJson::write);
    }

    private static void write(JsonGenerator json, Baseline baseline) throws IOException {
        json.writeStartObject();
        JsonText.member(json, "entry", baseline.entry(), ValuesJson::write);
        json.writeObjectFieldStart("agreements");
        for (Map.Entry<AttributeName, Agreement> one : baseline.agreements().entrySet()) {
            json.writeFieldName(one.getKey().value());
            write(json, one.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Agreement agreement) throws IOException {
        json.writeStartArray();
        ValuesJson.write(json, agreement.cloud());
        if (!agreement.directory().equals(agreement.cloud())) {
            ValuesJson.write(json, agreement.directory());
        }
        json.writeEndArray();
    }

    static Baseline read(String text) {
        JsonNode tree = JsonText.tree(text);
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>();
        JsonText.eachMember(
                tree.path("agreements"), (name, sides) -> agreements.put(AttributeName.of(name), agreement(sides)));
        return new Baseline(JsonText.optional(tree, "entry", ValuesJson::entry), agreements);
    }

    private static Agreement agreement(JsonNode sides) {
        List<AttributeValue> cloud = ValuesJson.list(sides.path(0));
        return new Agreement(cloud, sides.has(1) ? ValuesJson.list(sides.path(1)) : cloud);
    }
}
