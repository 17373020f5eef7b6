package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.spi.RunRecord;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A run. */
final class RunJson {

    private RunJson() {}

    static byte[] bytes(RunRecord run) {
        return JsonText.of(run, RunJson::write);
    }

    private static void write(JsonGenerator json, RunRecord run) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", run.id());
        json.writeFieldName("started");
        JsonText.instant(json, run.started());
        JsonText.member(json, "ended", run.ended(), JsonText::instant);
        json.writeStringField("state", run.state().name());
        JsonText.member(json, "problem", run.problem(), StatusJson::write);
        if (run.enumerated().isPresent()) {
            json.writeNumberField("enumerated", run.enumerated().getAsLong());
        }
        json.writeObjectFieldStart("counts");
        for (Map.Entry<String, Long> count : run.counts().entrySet()) {
            // Jackson reads no half of a surrogate pair in the name of a member.
            json.writeNumberField(Key.of(count.getKey()), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static RunRecord read(byte[] content) {
        JsonNode tree = JsonText.tree(content);
        Map<String, Long> counts = new LinkedHashMap<>();
        JsonText.eachMember(tree.path("counts"), (name, count) -> counts.put(Key.text(name), count.longValue()));
        return new RunRecord(
                JsonText.text(tree, "id"),
                JsonText.instant(tree.path("started")),
                JsonText.optional(tree, "ended", JsonText::instant),
                JsonText.word(RunRecord.State.class, tree, "state"),
                JsonText.optional(tree, "problem", StatusJson::problem),
                tree.has("enumerated") ? OptionalLong.of(tree.path("enumerated").longValue()) : OptionalLong.empty(),
                counts);
    }
}
