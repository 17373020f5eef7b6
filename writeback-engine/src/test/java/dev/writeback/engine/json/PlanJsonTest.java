package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Provenance;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    @Test
    void plans_stand_in_one_document_each_on_its_line() throws IOException {
        String document = document(Samples.writing(), Samples.skipped(), Samples.refused());

        assertThat(document.lines())
                .hasSize(5)
                .first()
                .isEqualTo("{\"format\":\"writeback-plan/1\",\"profile\":\"exchange-\\\"online\\\"\",\"plans\":[");
        assertThat(SchemaCheck.violations("plan.schema.json", document)).isEmpty();
        assertThat(SchemaCheck.violations("plan.schema.json", document())).isEmpty();
    }

    @Test
    void a_plan_holds_all_that_carrying_it_out_takes() throws IOException {
        JsonNode plan = json(document(Samples.writing())).at("/plans/0");

        assertThat(plan.at("/object").asText()).isEqualTo(Samples.ADA.value());
        assertThat(plan.at("/entry/guid").asText())
                .isEqualTo(Samples.ENTRY.guid().toString());
        assertThat(plan.at("/entry/dn").asText()).isEqualTo(Samples.ENTRY.dn().value());
        assertThat(plan.at("/disposition").toString()).isEqualTo("{\"type\":\"write\"}");
        assertThat(plan.at("/destroyed").asInt()).isEqualTo(1);
        assertThat(plan.at("/decisions")).hasSize(8);
        assertThat(plan.at("/decisions/2/modification").toString())
                .isEqualTo("{\"remove\":[\"SMTP:a@x\"],\"add\":[\"SMTP:b@x\",\"smtp:a@x\"]}");
        assertThat(plan.at("/decisions/3/result").toString()).isEqualTo("[2147483648]");
        assertThat(plan.at("/decisions/4/result").toString()).isEqualTo("[{\"base64\":\"AQI=\"}]");
        assertThat(plan.at("/decisions/5/result").toString()).isEqualTo("[{\"ref\":\"%s\"}]".formatted(Samples.ADA));
        assertThat(plan.at("/decisions/6/result").toString()).isEqualTo("[true]");
        assertThat(plan.at("/decisions/7/cloud").isNull()).isTrue();
        assertThat(plan.at("/decisions/7/modification").isNull()).isTrue();
    }

    @Test
    void what_is_not_written_says_why() throws IOException {
        JsonNode plans = json(document(Samples.skipped(), Samples.refused())).get("plans");

        assertThat(plans.at("/0/disposition").toString())
                .isEqualTo("{\"type\":\"skip\",\"reason\":\"NotCloudManaged\","
                        + "\"sentence\":\"The directory is its master.\"}");
        assertThat(plans.at("/1/disposition/errorCode").asText()).isEqualTo("Rejected");
        assertThat(plans.at("/1/entry").isNull()).isTrue();
    }

    @Test
    void what_is_left_out_and_what_is_not_to_be_seen_is_said() throws IOException {
        AttributeDecision secret = Samples.writing().decisions().get(2);
        Plan plan = new Plan(
                Samples.ADA,
                Optional.of(Samples.ENTRY),
                List.of(new AttributeDecision(
                        secret.attribute(),
                        secret.source(),
                        secret.cloud(),
                        secret.directory(),
                        secret.baseline(),
                        secret.result(),
                        secret.verdict(),
                        secret.reason(),
                        secret.modification(),
                        List.of(
                                new Omission.HeldBack("The address is held back."),
                                new Omission.Unresolved(Samples.ADA, "It has no entry yet.")),
                        Disclosure.REDACTED,
                        Provenance.directory("unnamed"))),
                new Disposition.Write());

        String document = document(plan);
        JsonNode decision = json(document).at("/plans/0/decisions/0");

        assertThat(SchemaCheck.violations("plan.schema.json", document)).isEmpty();
        assertThat(decision.at("/omissions").toString())
                .isEqualTo("[{\"type\":\"heldBack\",\"sentence\":\"The address is held back.\"},"
                        + "{\"type\":\"unresolved\",\"object\":\"%s\",\"sentence\":\"It has no entry yet.\"}]"
                                .formatted(Samples.ADA));
        assertThat(decision.at("/redacted").asBoolean()).isTrue();
        assertThat(decision.at("/modification/add").toString()).isEqualTo("[\"[Redact]\"]");
        assertThat(document).doesNotContain("@x");
    }

    private static String document(Plan... plans) throws IOException {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-\"online\"")) {
            for (Plan plan : plans) {
                json.add(plan);
            }
        }
        return text.toString();
    }

    private static JsonNode json(String document) throws IOException {
        return new ObjectMapper().readTree(document);
    }
}
