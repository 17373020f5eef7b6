package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A status that is not delivered yet. */
final class StatusJson {

    private StatusJson() {}

    static byte[] bytes(Status status) {
        return JsonText.of(status, StatusJson::write);
    }

    private static void write(JsonGenerator json, Status status) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", status.id());
        json.writeFieldName("at");
        JsonText.instant(json, status.at());
        json.writeFieldName("took");
        write(json, status.took());
        json.writeStringField("cycle", status.cycleId());
        json.writeStringField("change", status.changeId());
        json.writeStringField("job", status.jobId());
        JsonText.member(json, "object", status.object(), (to, id) -> to.writeString(id.value()));
        JsonText.member(json, "plan", status.plan(), PlanJson::write);
        json.writeStringField("result", status.result().name());
        JsonText.member(json, "problem", status.problem(), StatusJson::write);
        JsonText.array(json, "steps", status.steps(), StatusJson::write);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Duration duration) throws IOException {
        json.writeStartArray();
        json.writeNumber(duration.getSeconds());
        json.writeNumber(duration.getNano());
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", step.name());
        json.writeStringField("type", step.type().name());
        json.writeStringField("result", step.result().name());
        json.writeStringField("description", step.description());
        json.writeObjectFieldStart("details");
        for (Map.Entry<String, String> detail : step.details().entrySet()) {
            // Jackson reads no half of a surrogate pair in the name of a member.
            json.writeStringField(Key.of(detail.getKey()), detail.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", problem.code().name());
        json.writeStringField("reason", problem.reason());
        json.writeStringField("action", problem.action());
        json.writeStringField("diagnostic", problem.diagnostic());
        json.writeEndObject();
    }

    /** What is stored of a batch. */
    static List<Status> all(byte[] content) {
        return JsonText.list(JsonText.tree(content), StatusJson::read);
    }

    static Status read(byte[] content) {
        return read(JsonText.tree(content));
    }

    private static Status read(JsonNode tree) {
        return new Status(
                JsonText.text(tree, "id"),
                JsonText.instant(tree.path("at")),
                Duration.ofSeconds(
                        tree.path("took").path(0).longValue(),
                        tree.path("took").path(1).intValue()),
                JsonText.text(tree, "cycle"),
                JsonText.text(tree, "change"),
                JsonText.text(tree, "job"),
                JsonText.optional(tree, "object", id -> CloudObjectId.of(id.textValue())),
                JsonText.optional(tree, "plan", PlanJson::read),
                JsonText.word(Step.Result.class, tree, "result"),
                JsonText.optional(tree, "problem", StatusJson::problem),
                JsonText.list(tree.path("steps"), StatusJson::step));
    }

    private static Step step(JsonNode node) {
        Map<String, String> details = new LinkedHashMap<>();
        JsonText.eachMember(node.path("details"), (name, value) -> details.put(Key.text(name), value.textValue()));
        return new Step(
                JsonText.text(node, "name"),
                JsonText.word(Step.Type.class, node, "type"),
                JsonText.word(Step.Result.class, node, "result"),
                JsonText.text(node, "description"),
                details);
    }

    static Problem problem(JsonNode node) {
        return new Problem(
                JsonText.word(ErrorCode.class, node, "code"),
                JsonText.text(node, "reason"),
                JsonText.text(node, "action"),
                JsonText.text(node, "diagnostic"));
    }
}
