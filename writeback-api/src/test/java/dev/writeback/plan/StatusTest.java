package dev.writeback.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final List<AttributeValue> ADA = List.of(AttributeValue.text("ada@x"));
    private static final AttributeDecision SET = decision("mail", Optional.of(ADA));
    private static final AttributeDecision KEPT = decision("title", Optional.empty());

    @Test
    void what_was_written_is_what_the_plan_writes_once_the_export_succeeded() {
        assertThat(status(plan(), step(Step.Type.EXPORT, Step.Result.SUCCESS)).written())
                .containsExactly(SET);
    }

    @Test
    void nothing_was_written_without_a_successful_export() {
        assertThat(status(plan(), step(Step.Type.EXPORT, Step.Result.FAILURE)).written())
                .isEmpty();
        assertThat(status(plan(), step(Step.Type.PROCESSING, Step.Result.SUCCESS))
                        .written())
                .isEmpty();
        assertThat(status(plan()).written()).isEmpty();
        assertThat(status(Optional.empty(), step(Step.Type.EXPORT, Step.Result.SUCCESS))
                        .written())
                .isEmpty();
    }

    @Test
    void a_status_and_its_steps_keep_what_they_were_made_of() {
        Map<String, String> details = new HashMap<>(Map.of("SkipReason", "NotInScope"));
        Step step = new Step("Scoping", Step.Type.SCOPING, Step.Result.SKIPPED, "It is out of scope.", details);
        List<Step> steps = new ArrayList<>(List.of(step));
        Status status = status(plan(), steps);
        steps.clear();
        details.clear();
        assertThat(status.steps()).containsExactly(step);
        assertThat(step.details()).containsExactly(Map.entry("SkipReason", "NotInScope"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> step.details().clear());
    }

    @Test
    void steps_and_results_are_called_what_microsoft_graph_calls_them() {
        assertThat(Stream.of(Step.Type.values()).map(Step.Type::label))
                .containsExactly("import", "scoping", "matching", "processing", "referenceResolution", "export");
        assertThat(Stream.of(Step.Result.values()).map(Step.Result::label))
                .containsExactly("success", "failure", "skipped", "warning");
    }

    @Test
    void skip_reasons_are_called_what_microsoft_calls_them() {
        assertThat(Stream.of(SkipReason.values()).map(SkipReason::label))
                .containsExactly(
                        "NotInScope", "RedundantExport", "NotCloudManaged", "ProtectedEntry", "Removed", "Rejected");
    }

    @Test
    void the_label_of_an_error_is_its_name_in_another_spelling() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(code.label())
                    .matches("([A-Z][a-z]+)+")
                    .isEqualToIgnoringCase(code.name().replace("_", ""));
        }
        assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::label)).doesNotHaveDuplicates();
    }

    private static Optional<Plan> plan() {
        EntryId entry = new EntryId(ObjectGuid.ofBytes(new byte[16]), Dn.of("CN=Ada,DC=x"));
        return Optional.of(
                new Plan(CloudObjectId.of("ada"), Optional.of(entry), List.of(SET, KEPT), new Disposition.Write()));
    }

    private static AttributeDecision decision(String name, Optional<List<AttributeValue>> added) {
        AttributeName attribute = AttributeName.of(name);
        return new AttributeDecision(
                attribute,
                name,
                added,
                List.of(),
                Optional.empty(),
                added.orElse(List.of()),
                added.isPresent() ? Verdict.SET : Verdict.KEPT,
                "A rule says so.",
                added.map(values -> new Modification(attribute, List.of(), values)));
    }

    private static Step step(Step.Type type, Step.Result result) {
        return new Step("Step", type, result, "It went so.", Map.of());
    }

    private static Status status(Optional<Plan> plan, Step... steps) {
        return status(plan, List.of(steps));
    }

    private static Status status(Optional<Plan> plan, List<Step> steps) {
        return new Status(
                "status-1",
                Instant.EPOCH,
                Duration.ZERO,
                "cycle-1",
                "change-1",
                "job",
                Optional.of(CloudObjectId.of("ada")),
                plan,
                Step.Result.SUCCESS,
                Optional.empty(),
                steps);
    }
}
