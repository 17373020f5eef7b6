package dev.writeback.engine.json;

import static dev.writeback.engine.json.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusJsonTest {

    private static final Status WRITTEN = status(Optional.of(Samples.writing()), Step.Result.SUCCESS, Optional.empty());

    @Test
    void a_status_is_one_line_in_the_shape_of_a_provisioning_log() throws IOException {
        JsonNode json = json(WRITTEN);

        assertThat(StatusJson.line(WRITTEN)).doesNotContain("\n");
        assertThat(json.get("id").asText()).isEqualTo("s-1");
        assertThat(json.get("activityDateTime").asText()).isEqualTo("2026-11-21T01:02:03.004Z");
        assertThat(json.get("durationInMilliseconds").asInt()).isEqualTo(12);
        assertThat(json.get("cycleId").asText()).isEqualTo("cycle-1");
        assertThat(json.get("changeId").asText()).isEqualTo("change-1");
        assertThat(json.get("jobId").asText()).isEqualTo("job-1");
        assertThat(json.get("provisioningAction").asText()).isEqualTo("update");
        assertThat(json.at("/sourceIdentity/id").asText()).isEqualTo(Samples.ADA.value());
        assertThat(json.at("/targetIdentity/id").asText()).isEqualTo("12efcdab-5634-9078-abcd-ef1234567890");
        assertThat(json.at("/targetIdentity/displayName").asText())
                .isEqualTo(Samples.ENTRY.dn().value());
        assertThat(json.at("/provisioningSteps/0/provisioningStepType").asText())
                .isEqualTo("export");
        assertThat(json.at("/provisioningSteps/0/details/server").asText()).isEqualTo("dc1:636");
        assertThat(json.at("/provisioningStatusInfo/status").asText()).isEqualTo("success");
        assertThat(json.at("/provisioningStatusInfo/errorInformation").isNull()).isTrue();
    }

    @Test
    void values_are_shown_as_texts_and_none_as_null() throws IOException {
        JsonNode modified = json(WRITTEN).get("modifiedProperties");

        assertThat(modified.get(0).toString())
                .isEqualTo("{\"displayName\":\"extensionAttribute1\",\"oldValue\":null,\"newValue\":\"R&D\"}");
        assertThat(modified.get(1).get("newValue").isNull()).isTrue();
        assertThat(modified.get(2).get("oldValue").asText()).isEqualTo("SMTP:a@x");
        assertThat(modified.get(2).get("newValue").asText()).isEqualTo("[\"SMTP:b@x\",\"smtp:a@x\"]");
        assertThat(modified.get(3).get("newValue").asText()).isEqualTo("2147483648");
        assertThat(modified.get(6).get("newValue").asText()).isEqualTo("TRUE");
        assertThat(modified).hasSize(7);
    }

    @Test
    void what_was_not_written_is_not_among_the_modified_properties() throws IOException {
        JsonNode json = json(status(Optional.of(Samples.writing()), Step.Result.FAILURE, Optional.of(Samples.PROBLEM)));

        assertThat(json.get("modifiedProperties")).isEmpty();
        assertThat(json.at("/provisioningStatusInfo/errorInformation").toString())
                .isEqualTo("{\"errorCode\":\"Rejected\",\"reason\":\"The directory said no.\","
                        + "\"additionalDetails\":\"00002082: AtrErr\",\"errorCategory\":\"nonServiceFailure\","
                        + "\"recommendedAction\":\"Look at it.\"}");
    }

    @Test
    void a_line_without_an_object_has_empty_identities() throws IOException {
        JsonNode json = json(status(Optional.empty(), Step.Result.FAILURE, Optional.of(Samples.PROBLEM)));

        assertThat(json.get("sourceIdentity").get("id").asText()).isEmpty();
        assertThat(json.get("targetIdentity").toString()).isEqualTo("{\"id\":\"\",\"displayName\":\"\"}");
        assertThat(json.get("provisioningAction").asText()).isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_kind_of_status_is_as_the_schema_says(ErrorCode code) {
        Problem problem = Problem.of(code, "Reason.", "Action.");
        for (Status status : Set.of(
                WRITTEN,
                status(Optional.of(Samples.skipped()), Step.Result.SKIPPED, Optional.empty()),
                status(Optional.of(Samples.refused()), Step.Result.WARNING, Optional.of(problem)),
                status(Optional.empty(), Step.Result.FAILURE, Optional.of(problem)))) {
            assertThat(SchemaCheck.violations("status.schema.json", StatusJson.line(status)))
                    .isEmpty();
        }
    }

    private static JsonNode json(Status status) throws IOException {
        return new ObjectMapper().readTree(StatusJson.line(status));
    }
}
