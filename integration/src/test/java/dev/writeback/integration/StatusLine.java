package dev.writeback.integration;

import com.unboundid.util.json.JSONNull;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of the status file, in the shape of Microsoft Graph's {@code provisioningObjectSummary}. */
record StatusLine(JSONObject json) {

    static StatusLine parse(String line) {
        return new StatusLine(Json.object(line));
    }

    String text(String field) {
        return Objects.requireNonNull(Json.text(json, field), () -> "the status has no " + field + ": " + json);
    }

    /** The cloud's id of the object. */
    String object() {
        return String.valueOf(Json.text(part("sourceIdentity"), "id"));
    }

    /** {@code success}, {@code failure}, {@code skipped} or {@code warning}. */
    String status() {
        return String.valueOf(Json.text(part("provisioningStatusInfo"), "status"));
    }

    /** What went wrong in one word; null if nothing did. */
    @Nullable
    String errorCode() {
        return ofError("errorCode");
    }

    /** What went wrong, in words; null if nothing did. */
    @Nullable
    String reason() {
        return ofError("reason");
    }

    @Nullable
    String recommendedAction() {
        return ofError("recommendedAction");
    }

    /** Why the object was left alone; null if it was not. */
    @Nullable
    String skipReason() {
        return steps().map(step -> step.getFieldAsObject("details"))
                .filter(Objects::nonNull)
                .map(details -> Json.text(details, "SkipReason"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Stream<JSONObject> steps() {
        return Json.objects(json, "provisioningSteps").stream();
    }

    /** By attribute, what it had and what it has, each as it stands in the line. */
    Map<String, Change> modifiedProperties() {
        return Json.objects(json, "modifiedProperties").stream()
                .collect(Collectors.toMap(
                        property -> String.valueOf(Json.text(property, "displayName")),
                        property -> new Change(property.getField("oldValue"), property.getField("newValue")),
                        (one, other) -> {
                            throw new AssertionError("an attribute is there twice: " + json);
                        },
                        LinkedHashMap::new));
    }

    JSONObject part(String field) {
        return Objects.requireNonNull(json.getFieldAsObject(field), () -> "the status has no " + field + ": " + json);
    }

    private @Nullable String ofError(String field) {
        JSONObject error = part("provisioningStatusInfo").getFieldAsObject("errorInformation");
        return error == null ? null : Json.text(error, field);
    }

    /** The statuses by the object they are about; two about one object fail the test. */
    static Map<String, StatusLine> byObject(List<StatusLine> statuses) {
        return statuses.stream().collect(Collectors.toMap(StatusLine::object, status -> status));
    }

    @Override
    public String toString() {
        return json.toString();
    }

    /**
     * A modified property.
     *
     * @param before what it had; null or JSON's null if nothing
     * @param after what it has; null or JSON's null if nothing
     */
    record Change(@Nullable JSONValue before, @Nullable JSONValue after) {

        /** The text of a value; null for nothing. */
        static @Nullable String textOf(@Nullable JSONValue value) {
            if (value == null || value instanceof JSONNull) {
                return null;
            }
            return value instanceof JSONString string ? string.stringValue() : value.toString();
        }
    }
}
