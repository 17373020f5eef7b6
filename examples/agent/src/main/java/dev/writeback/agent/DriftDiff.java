package dev.writeback.agent;

import dev.writeback.engine.Drifted;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Drift for people: of each attribute what was agreed, what either side has now, and what a reconciliation would do. */
final class DriftDiff {

    private final PlanDiff plans;
    private final Paint paint;

    DriftDiff(Output output) {
        this.plans = new PlanDiff(output);
        this.paint = output.paint();
    }

    /** The lines about one object. */
    List<String> lines(Drifted drifted) {
        Plan plan = drifted.plan();
        if (drifted.decisions().isEmpty()) {
            return plans.lines(plan);
        }
        List<String> lines = new ArrayList<>();
        String subject = plan.entry()
                .map(entry -> entry.dn().value())
                .orElse(plan.object().value());
        lines.add(paint.bold("! " + Printable.of(subject)));
        for (AttributeDecision decision : drifted.decisions()) {
            String name = "  " + decision.attribute() + " ";
            lines.add(name + paint.faint("# " + Printable.of(decision.reason())));
            lines.add(paint.red("  - agreed:    " + values(decision.baseline())));
            lines.add(paint.green("  + directory: " + values(Optional.of(decision.directory()))));
            lines.add("    cloud:     " + values(decision.cloud()));
            lines.add("    reconcile: " + reconciled(drifted, decision));
        }
        return lines;
    }

    private static String reconciled(Drifted drifted, AttributeDecision decision) {
        return drifted.reconciled()
                .flatMap(plan -> plan.decision(decision.attribute()).filter(it -> plan.writes()))
                .filter(AttributeDecision::writes)
                .map(it -> "would write " + values(Optional.of(it.result())))
                .orElse("would leave the directory's");
    }

    private static String values(Optional<List<AttributeValue>> values) {
        if (values.isEmpty()) {
            return "(not stated)";
        }
        String joined = values.get().stream().map(Object::toString).collect(Collectors.joining(", "));
        return values.get().isEmpty() ? "(none)" : Printable.of(joined);
    }
}
