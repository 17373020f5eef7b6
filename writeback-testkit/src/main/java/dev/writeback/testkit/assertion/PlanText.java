package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.PlanDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as failures show it. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        return PlanDiff.text(plan);
    }

    /** Every fact that only one of two plans has, a line each. */
    static String difference(Plan expected, Plan found) {
        Difference difference = Difference.between(facts(expected), facts(found));
        return difference.isNone()
                ? "  the decisions come in another order"
                : new Difference(difference.missing(), difference.unexpected(), List.of()).shown();
    }

    private static List<String> facts(Plan plan) {
        List<String> facts = new ArrayList<>();
        facts.add("object: " + plan.object());
        facts.add("entry: " + plan.entry().map(it -> it.dn() + " " + it.guid()).orElse("(unknown)"));
        facts.add("end: " + plan.disposition());
        plan.decisions().forEach(decision -> facts.addAll(facts(decision)));
        return facts;
    }

    private static List<String> facts(AttributeDecision decision) {
        String name = decision.attribute() + " ";
        return List.of(
                name + "source: " + decision.source(),
                name + "cloud: " + shown(decision.cloud()),
                name + "directory: " + decision.directory(),
                name + "baseline: " + shown(decision.baseline()),
                name + "result: " + decision.result(),
                name + "verdict: " + decision.verdict(),
                name + "reason: " + decision.reason(),
                name
                        + decision.modification()
                                .map(it -> "modification: -" + it.remove() + " +" + it.add())
                                .orElse("modification: none"),
                name + "omissions: " + decision.omissions(),
                name + "disclosure: " + decision.disclosure(),
                name + "provenance: " + decision.provenance());
    }

    private static String shown(Optional<List<AttributeValue>> values) {
        return values.map(List::toString).orElse("not stated");
    }
}
