package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.AddressKey;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.merge.Difference;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan that would give an entry addresses which are others' already: a pure function of the plan and of who has them.
 *
 * @param plan the plan
 * @param occupants who has which address; at least one that the plan gives
 * @param syntaxes how the values of attributes compare
 */
public record TakenAddresses(
        Plan plan, Map<AddressKey, Occupant> occupants, Map<AttributeName, AttributeSyntax> syntaxes) {

    private static final String ACTION =
            "Take it from one of the two, in the cloud or in the directory; until then it is held back and tried again.";

    public TakenAddresses {
        occupants = Map.copyOf(occupants);
    }

    /**
     * The plan without them. Only they are held back, and all else is written; but where the new primary address is one of
     * them, or an attribute's only value, the attribute stays as it is.
     */
    public Plan heldBack() {
        List<AttributeDecision> decisions =
                plan.decisions().stream().map(this::heldBack).toList();
        boolean writes = decisions.stream().anyMatch(AttributeDecision::writes);
        return new Plan(
                plan.object(),
                plan.entry(),
                decisions,
                writes ? plan.disposition() : new Disposition.Refuse(problem()));
    }

    /** The plan as it must not be carried out at all, because what is shown is done or nothing. */
    public Plan refused() {
        return plan.refused(problem());
    }

    /** One sentence for each attribute that shares addresses then, for whoever writes it all the same. */
    public Map<AttributeName, String> sentences() {
        Map<AttributeName, String> sentences = new LinkedHashMap<>();
        for (AttributeDecision decision : plan.decisions()) {
            List<String> taken = sentences(decision);
            if (!taken.isEmpty()) {
                sentences.put(decision.attribute(), String.join(" ", taken));
            }
        }
        return sentences;
    }

    /** The problem of a plan of which addresses were held back; nothing if none was. */
    public static Optional<Problem> problem(Plan plan) {
        List<String> sentences = plan.omissions().stream()
                .filter(Omission.Taken.class::isInstance)
                .map(Omission::sentence)
                .distinct()
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(problem(sentences));
    }

    private Problem problem() {
        return problem(sentences().values().stream().distinct().toList());
    }

    private static Problem problem(List<String> sentences) {
        return Problem.of(ErrorCode.ATTRIBUTE_VALUE_MUST_BE_UNIQUE, String.join(" ", sentences), ACTION);
    }

    private AttributeDecision heldBack(AttributeDecision decision) {
        List<String> sentences = sentences(decision);
        if (sentences.isEmpty()) {
            return decision;
        }
        List<Omission> omissions = new ArrayList<>(decision.omissions());
        sentences.forEach(sentence -> omissions.add(new Omission.Taken(sentence)));
        List<AttributeValue> result = decision.result().stream()
                .filter(value -> !isTaken(decision, value))
                .toList();
        return losesPrimary(decision, result) || result.isEmpty()
                ? left(decision, omissions)
                : without(decision, result, omissions);
    }

    private static boolean losesPrimary(AttributeDecision decision, List<AttributeValue> result) {
        return hasPrimary(decision.result()) && !hasPrimary(result);
    }

    private static boolean hasPrimary(List<AttributeValue> values) {
        return values.stream().map(ProxyAddress::of).anyMatch(ProxyAddress::isPrimary);
    }

    private AttributeDecision without(
            AttributeDecision decision, List<AttributeValue> result, List<Omission> omissions) {
        AttributeSyntax syntax = syntaxes.getOrDefault(decision.attribute(), AttributeSyntax.ADDRESS);
        Optional<Modification> change = Difference.between(decision.attribute(), syntax, decision.directory(), result);
        return new AttributeDecision(
                decision.attribute(),
                decision.source(),
                decision.cloud()
                        .map(values -> values.stream()
                                .filter(value -> !isTaken(decision, value))
                                .toList()),
                decision.directory(),
                decision.baseline(),
                change.isPresent() ? result : decision.directory(),
                change.isPresent() ? decision.verdict() : Verdict.UNCHANGED,
                decision.reason(),
                change,
                omissions,
                decision.disclosure(),
                decision.provenance());
    }

    private static AttributeDecision left(AttributeDecision decision, List<Omission> omissions) {
        String reason = "It stays as it is, because what it was to get is another entry's.";
        return new AttributeDecision(
                decision.attribute(),
                decision.source(),
                decision.cloud(),
                decision.directory(),
                decision.baseline(),
                decision.directory(),
                Verdict.INVALID,
                reason,
                Optional.empty(),
                omissions,
                decision.disclosure(),
                decision.provenance());
    }

    private List<String> sentences(AttributeDecision decision) {
        return decision.writes() && AddressKey.isHeldIn(decision.attribute())
                ? NewAddresses.of(decision, plan).stream()
                        .filter(occupants::containsKey)
                        .map(address -> sentence(decision, address))
                        .toList()
                : List.of();
    }

    private String sentence(AttributeDecision decision, AddressKey address) {
        Occupant occupant = occupants.get(address);
        return "The address '%s' for %s %s."
                .formatted(
                        decision.disclosure() == Disclosure.OPEN ? address : "[Redact]",
                        decision.attribute(),
                        occupant == null ? "" : occupant.clause());
    }

    private boolean isTaken(AttributeDecision decision, AttributeValue value) {
        return AddressKey.of(decision.attribute(), value)
                .filter(occupants::containsKey)
                .filter(address -> NewAddresses.of(decision, plan).contains(address))
                .isPresent();
    }
}
