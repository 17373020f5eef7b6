package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statuses as JSON in the shape of Microsoft Graph's {@code provisioningObjectSummary}, so that what reads Entra's
 * provisioning logs reads these too. The schema is the resource {@code status.schema.json} beside this class.
 */
public final class StatusJson {

    private StatusJson() {}

    /**
     * A status as one line of JSON, without the line's end.
     *
     * <p>{@code modifiedProperties} holds what was written, so nothing for a change that failed or was skipped. An
     * attribute of several values is shown as the text of a JSON array, one without values as {@code null}.
     */
    public static String line(Status status) {
        return JsonValues.text(out -> write(out, status));
    }

    private static void write(JsonGenerator out, Status status) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", status.id());
        out.writeStringField("activityDateTime", status.at().toString());
        out.writeStringField("cycleId", status.cycleId());
        out.writeStringField("changeId", status.changeId());
        out.writeStringField("jobId", status.jobId());
        out.writeNumberField("durationInMilliseconds", status.took().toMillis());
        out.writeStringField(
                "provisioningAction", status.plan().map(StatusJson::action).orElse("other"));
        writeIdentities(out, status);
        writeModifications(out, status.written());
        out.writeArrayFieldStart("provisioningSteps");
        for (Step step : status.steps()) {
            write(out, step);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("provisioningStatusInfo");
        out.writeStringField("status", status.result().label());
        writeProblem(out, status.problem());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String action(Plan plan) {
        return plan.decisions().stream().anyMatch(AttributeDecision::writes) ? "update" : "other";
    }

    private static void writeIdentities(JsonGenerator out, Status status) throws IOException {
        String object = status.object().map(id -> id.value()).orElse("");
        out.writeObjectFieldStart("sourceIdentity");
        out.writeStringField("id", object);
        out.writeStringField("displayName", object);
        out.writeStringField("identityType", "User");
        out.writeEndObject();
        var entry = status.plan().flatMap(Plan::entry);
        out.writeObjectFieldStart("targetIdentity");
        out.writeStringField("id", entry.map(id -> id.guid().toString()).orElse(""));
        out.writeStringField("displayName", entry.map(id -> id.dn().value()).orElse(""));
        out.writeEndObject();
    }

    private static void writeModifications(JsonGenerator out, List<AttributeDecision> written) throws IOException {
        out.writeArrayFieldStart("modifiedProperties");
        for (AttributeDecision decision : written) {
            out.writeStartObject();
            out.writeStringField("displayName", decision.attribute().value());
            writeValues(out, "oldValue", decision.directory());
            writeValues(out, "newValue", decision.result());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeValues(JsonGenerator out, String key, List<AttributeValue> values) throws IOException {
        if (values.isEmpty()) {
            out.writeNullField(key);
        } else if (values.size() == 1) {
            out.writeStringField(key, values.get(0).toString());
        } else {
            List<AttributeValue> texts = values.stream()
                    .map(value -> AttributeValue.text(value.toString()))
                    .toList();
            out.writeStringField(key, JsonValues.text(array -> JsonValues.write(array, texts)));
        }
    }

    private static void write(JsonGenerator out, Step step) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", step.name());
        out.writeStringField("provisioningStepType", step.type().label());
        out.writeStringField("status", step.result().label());
        out.writeStringField("description", step.description());
        out.writeObjectFieldStart("details");
        for (Map.Entry<String, String> detail : step.details().entrySet()) {
            out.writeStringField(detail.getKey(), detail.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeProblem(JsonGenerator out, Optional<Problem> found) throws IOException {
        if (found.isEmpty()) {
            out.writeNullField("errorInformation");
            return;
        }
        Problem problem = found.get();
        out.writeObjectFieldStart("errorInformation");
        out.writeStringField("errorCode", problem.code().label());
        out.writeStringField("reason", problem.reason());
        out.writeStringField("additionalDetails", problem.diagnostic());
        out.writeStringField("errorCategory", category(problem));
        out.writeStringField("recommendedAction", problem.action());
        out.writeEndObject();
    }

    /** Graph tells faults of the service from those of what it was given or of the systems that it talks to. */
    private static String category(Problem problem) {
        return switch (problem.code()) {
            case INTERNAL_ERROR, ENTRY_CONFLICT, OUTCOME_UNKNOWN -> "failure";
            case AMBIGUOUS_MATCH,
                    ATTRIBUTE_VALUE_MUST_BE_UNIQUE,
                    PLAN_OUTDATED,
                    RUN_NOT_FOUND,
                    ANCHOR_MISSING,
                    ENTRY_NOT_FOUND,
                    INVALID_VALUE,
                    MALFORMED_CHANGE,
                    INSUFFICIENT_RIGHTS,
                    SCHEMA_ATTRIBUTE_NOT_FOUND,
                    REJECTED,
                    DIRECTORY_UNAVAILABLE,
                    DIRECTORY_BUSY,
                    SCOPE_UNRESOLVED,
                    REPLICA_BEHIND,
                    SIGN_IN_FAILED,
                    CERTIFICATE_NOT_TRUSTED,
                    SOURCE_UNAVAILABLE,
                    DESTRUCTION_LIMIT,
                    FAILURE_LIMIT,
                    SOURCE_SHRUNK,
                    EXPIRED -> "nonServiceFailure";
        };
    }
}
