package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.PlanDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan as failures show it. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        return PlanDiff.text(plan);
    }

    /** Every fact that only one of two plans has, a line each. */
    static String difference(Plan expected, Plan found) {
        Difference difference = Difference.between(facts(expected), facts(found));
        if (difference.isNone()) {
            return Set.copyOf(expected.decisions()).equals(Set.copyOf(found.decisions()))
                    ? "  the decisions come in another order"
                    : "  they differ in values that are not to be shown";
        }
        return new Difference(difference.missing(), difference.unexpected(), List.of()).shown();
    }

    private static List<String> facts(Plan plan) {
        List<String> facts = new ArrayList<>();
        facts.add("object: " + plan.object());
        facts.add("entry: " + plan.entry().map(it -> it.dn() + " " + it.guid()).orElse("(unknown)"));
        facts.add("end: " + plan.disposition());
        plan.decisions().forEach(decision -> facts.addAll(facts(decision.shown())));
        return facts;
    }

    private static List<String> facts(AttributeDecision decision) {
        String name = decision.attribute() + " ";
        return List.of(
                name + "source: " + decision.source(),
                name + "cloud: " + shown(decision.cloud()),
                name + "directory: " + shown(decision.directory()),
                name + "baseline: " + shown(decision.baseline()),
                name + "result: " + shown(decision.result()),
                name + "verdict: " + decision.verdict(),
                name + "reason: " + decision.reason(),
                name
                        + decision.modification()
                                .map(it -> "modification: -" + shown(it.remove()) + " +" + shown(it.add()))
                                .orElse("modification: none"),
                name + "omissions: " + decision.omissions(),
                name + "disclosure: " + decision.disclosure(),
                name + "provenance: " + decision.provenance());
    }

    private static String shown(Optional<List<AttributeValue>> values) {
        return values.map(PlanText::shown).orElse("not stated");
    }

    /** With the kind of each value that is no text, for two kinds may read alike. */
    private static String shown(List<AttributeValue> values) {
        return values.stream()
                .map(it -> it instanceof AttributeValue.Text
                        ? it.toString()
                        : it.getClass().getSimpleName() + " " + it)
                .toList()
                .toString();
    }
}
