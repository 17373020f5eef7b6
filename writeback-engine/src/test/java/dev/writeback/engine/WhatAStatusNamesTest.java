package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an administrator must be able to learn from a status although the change went well. */
class WhatAStatusNamesTest {

    @Test
    void an_attribute_that_a_rule_keeps_is_named_with_the_reason() {
        Status status = statusOf("RecipientTypeDetails", "SchedulingMailbox", "CustomAttribute1", "x");

        assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
        assertThat(details(status, Step.Type.PROCESSING))
                .containsKey("Kept msExchRecipientDisplayType")
                .hasEntrySatisfying(
                        "Kept msExchRecipientTypeDetails",
                        reason -> assertThat(reason).contains("SchedulingMailbox", "no counterpart"));
    }

    @Test
    void a_name_that_nobody_knows_is_a_warning_of_the_import_and_names_what_may_have_been_meant() {
        Status status = statusOf("CustomAtribute1", "x", "CustomAttribute2", "y");

        assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
        assertThat(status.steps().get(0).result()).isEqualTo(Step.Result.WARNING);
        assertThat(details(status, Step.Type.IMPORT).get("Unknown"))
                .contains("CustomAtribute1 is stated")
                .contains("did you mean CustomAttribute1?");
    }

    private static Status statusOf(String... namesAndTexts) {
        try (Rig rig = new Rig(1, List.of(Mailboxes.change(0, 1, namesAndTexts)))) {
            rig.writeback.runOnce();
            return rig.statuses.last(0);
        }
    }

    private static Map<String, String> details(Status status, Step.Type type) {
        return status.steps().stream()
                .filter(step -> step.type() == type)
                .flatMap(step -> step.details().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
