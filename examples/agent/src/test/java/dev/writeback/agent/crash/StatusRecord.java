package dev.writeback.agent.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A line of a status file.
 *
 * @param line all of it
 * @param id its id
 * @param at when it was made
 * @param run the run
 * @param object the cloud's id
 * @param result {@code success}, {@code failure}, {@code skipped} or {@code warning}
 * @param skipReason why the object was left alone; empty if it was not
 * @param error what went wrong; empty if nothing did
 * @param changes what was written, by attribute in lower case
 */
record StatusRecord(
        String line,
        String id,
        Instant at,
        String run,
        String object,
        String result,
        String skipReason,
        String error,
        Map<String, WriteRecord.Change> changes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StatusRecord parse(String line) throws IOException {
        JsonNode json = JSON.readTree(line);
        Map<String, WriteRecord.Change> changes = new TreeMap<>();
        for (JsonNode change : json.path("modifiedProperties")) {
            changes.put(
                    change.path("displayName").asText().toLowerCase(Locale.ROOT),
                    new WriteRecord.Change(values(change.path("oldValue")), values(change.path("newValue"))));
        }
        String skipReason = "";
        for (JsonNode step : json.path("provisioningSteps")) {
            skipReason += step.at("/details/SkipReason").asText("");
        }
        return new StatusRecord(
                line,
                json.path("id").asText(),
                Instant.parse(json.path("activityDateTime").asText()),
                json.path("cycleId").asText(),
                json.at("/sourceIdentity/id").asText(),
                json.at("/provisioningStatusInfo/status").asText(),
                skipReason,
                json.at("/provisioningStatusInfo/errorInformation/reason").asText(""),
                changes);
    }

    /** Whether it may be the last word about an object that could be brought to the directory. */
    boolean isGoodEnd() {
        return result.equals("success") || skipReason.equals("RedundantExport");
    }

    /** Several values stand there as the text of an array; no value of the feed looks like one. */
    private static Set<String> values(JsonNode value) throws IOException {
        if (value.isNull() || value.isMissingNode()) {
            return Set.of();
        }
        String text = value.asText();
        return text.startsWith("[") ? WriteRecord.texts(JSON.readTree(text)) : Set.of(spelled(text));
    }

    private static String spelled(String text) {
        return text.equals("true") || text.equals("false") ? text.toUpperCase(Locale.ROOT) : text;
    }
}
