package dev.writeback.testkit.assertion;

import dev.writeback.plan.Printable;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A status as failures show it. */
final class StatusText {

    private StatusText() {}

    /** What is wrong with it, and then all of it, a line for each step. */
    static String of(Status status, String what) {
        List<String> lines = new ArrayList<>();
        lines.add("the status of %s: %s"
                .formatted(status.object().map(Object::toString).orElse("a line without an object"), what));
        lines.add("The status, %s:".formatted(status.result().label()));
        status.problem().ifPresent(it -> lines.add("  ! " + it.code().label() + ": " + shown(it.toString())));
        status.steps().forEach(step -> lines.add(line(step)));
        status.plan().ifPresent(plan -> lines.add(PlanText.of(plan).stripTrailing()));
        return String.join("\n", lines);
    }

    private static String line(Step step) {
        String details = step.details().isEmpty() ? "" : " " + step.details();
        return shown(
                "  %s %s: %s%s".formatted(step.type().label(), step.result().label(), step.description(), details));
    }

    private static String shown(String text) {
        return Printable.of(text);
    }
}
