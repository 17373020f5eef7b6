package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Decisions whose modification is what leads from the directory's values to the result. */
final class Decisions {

    private static final List<Verdict> WRITING = List.of(Verdict.CHANGE, Verdict.CONFLICT);
    private static final List<Verdict> RESTING = List.of(
            Verdict.UNCHANGED, Verdict.NOT_STATED, Verdict.DRIFT, Verdict.PARKED, Verdict.KEPT, Verdict.INVALID);

    private final Derivation derivation;

    Decisions(Derivation derivation) {
        this.derivation = derivation;
    }

    Arbitrary<AttributeDecision> any() {
        return Arbitraries.oneOf(resting(), writing());
    }

    Arbitrary<AttributeDecision> writing() {
        return decisions(
                Combinators.combine(values(), values()).as(Sides::new).filter(sides -> !sides.areOne()), WRITING);
    }

    private Arbitrary<AttributeDecision> resting() {
        return decisions(values().map(values -> new Sides(values, values)), RESTING);
    }

    private Arbitrary<AttributeDecision> decisions(Arbitrary<Sides> sides, List<Verdict> verdicts) {
        return Combinators.combine(
                        derivation.of(AttributeName.class),
                        sides,
                        derivation.of(String.class),
                        values().optional(),
                        Arbitraries.of(verdicts),
                        derivation.few(Omission.class),
                        Arbitraries.of(Disclosure.class),
                        derivation.of(Provenance.class))
                .as((attribute, both, text, other, verdict, omissions, disclosure, provenance) -> new AttributeDecision(
                        attribute,
                        text,
                        other,
                        both.directory(),
                        other,
                        both.result(),
                        both.verdict(verdict),
                        text,
                        both.difference(attribute),
                        omissions,
                        disclosure,
                        provenance));
    }

    private Arbitrary<List<AttributeValue>> values() {
        return derivation.of(AttributeValue.class).list().uniqueElements().ofMaxSize(3);
    }

    /** One decision for each attribute, the first of them. */
    static List<AttributeDecision> distinct(List<AttributeDecision> decisions) {
        Map<AttributeName, AttributeDecision> all = new LinkedHashMap<>();
        decisions.forEach(decision -> all.putIfAbsent(decision.attribute(), decision));
        return List.copyOf(all.values());
    }

    static List<AttributeDecision> distinct(AttributeDecision first, List<AttributeDecision> others) {
        List<AttributeDecision> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return distinct(all);
    }
}
