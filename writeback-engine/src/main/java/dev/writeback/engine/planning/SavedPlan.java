package dev.writeback.engine.planning;

import dev.writeback.engine.merge.Difference;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan that was saved and is to be carried out as it is, or not at all: it is held against what may be written now and
 * against the entry as it is now, and never changed.
 *
 * @param plan a plan that is to write
 * @param writes what the present profile writes, and how the values compare
 * @param values which of its values are known
 */
public record SavedPlan(Plan plan, Map<AttributeName, AttributeSyntax> writes, Values values) {

    private static final String AGAIN = "Make a new plan and look at it again.";

    /** Which values of a plan are known. */
    public enum Values {
        /** Those that may be shown. */
        SHOWN,
        /** All of them. */
        ALL
    }

    /** One that was kept in a document, without the values that are not to be seen. */
    public SavedPlan(Plan plan, Map<AttributeName, AttributeSyntax> writes) {
        this(plan, writes, Values.SHOWN);
    }

    /** Why it may not be carried out, whatever its entry holds; nothing if it may. */
    public Optional<Problem> flaw() {
        Set<AttributeName> seen = new HashSet<>();
        for (AttributeDecision decision : plan.decisions()) {
            AttributeName name = decision.attribute();
            if (!writes.containsKey(name)) {
                return Optional.of(rejected(name, "is not written by the present profile"));
            }
            if (!seen.add(name)) {
                return Optional.of(rejected(name, "is decided about twice"));
            }
            if (!isKnown(decision)) {
                if (decision.writes()) {
                    return Optional.of(redacted(name));
                }
            } else if (!isSound(decision)) {
                return Optional.of(
                        rejected(name, "has a modification that does not lead from what it held to the result"));
            }
        }
        return Optional.empty();
    }

    /**
     * The plan for the entry as it is now: the same, if the entry holds what it was made from; skipped, if the entry holds
     * its result already; and else refused with a problem that names the entry and what has changed.
     */
    public Plan on(DirectoryEntry now) {
        if (!plan.entry().orElseThrow().guid().equals(now.id().guid())) {
            return plan.refused(Problem.of(
                    ErrorCode.PLAN_OUTDATED,
                    "Object %s belongs to %s now, and its plan was made for %s."
                            .formatted(plan.object(), now.id(), plan.entry().get()),
                    AGAIN));
        }
        if (plan.decisions().stream().filter(AttributeDecision::writes).allMatch(it -> holds(now, it, it.result()))) {
            return plan.skipped(SkipReason.REDUNDANT_EXPORT, "The entry holds what the saved plan says already.");
        }
        List<AttributeName> moved = plan.decisions().stream()
                .filter(it -> isKnown(it) && !holds(now, it, it.directory()))
                .map(AttributeDecision::attribute)
                .toList();
        return moved.isEmpty() ? plan : plan.refused(outdated(now, moved));
    }

    /**
     * What is agreed by it: what it writes, unless it is redacted, for then its values are not known. What it leaves may
     * have been settled otherwise since it was made, by an undo or by a person.
     */
    public Plan known() {
        return new Plan(
                plan.object(),
                plan.entry(),
                plan.decisions().stream()
                        .filter(it -> isKnown(it) && it.writes())
                        .toList(),
                plan.disposition());
    }

    /** The problem of a plan whose entry was changed between the look at it and the write. */
    public Problem overtaken() {
        return Problem.of(
                ErrorCode.PLAN_OUTDATED,
                "%s was changed by somebody else at the moment in which it was to be written."
                        .formatted(plan.entry().orElseThrow()),
                AGAIN);
    }

    private boolean isKnown(AttributeDecision decision) {
        return values == Values.ALL || decision.disclosure() == Disclosure.OPEN;
    }

    private static Problem outdated(DirectoryEntry now, List<AttributeName> moved) {
        return Problem.of(
                ErrorCode.PLAN_OUTDATED,
                "%s is no longer what the plan was made from: somebody changed %s since."
                        .formatted(
                                now.id(),
                                moved.stream().map(AttributeName::value).collect(Collectors.joining(", "))),
                AGAIN);
    }

    private Problem redacted(AttributeName name) {
        return Problem.of(
                ErrorCode.REJECTED,
                "The plan for %s writes %s, whose values are redacted and so not in the document."
                        .formatted(plan.entry().orElseThrow(), name),
                "Let a run write this object.");
    }

    private Problem rejected(AttributeName name, String what) {
        return Problem.of(
                ErrorCode.REJECTED,
                "The plan for %s cannot be used: %s %s.".formatted(plan.entry().orElseThrow(), name, what),
                AGAIN);
    }

    private boolean holds(DirectoryEntry now, AttributeDecision decision, List<AttributeValue> values) {
        return syntax(decision).same(now.values(decision.attribute()), values);
    }

    private AttributeSyntax syntax(AttributeDecision decision) {
        return writes.getOrDefault(decision.attribute(), AttributeSyntax.CASE_EXACT);
    }

    /** Whether the modification is the smallest one that leads from what the attribute held to the result. */
    private boolean isSound(AttributeDecision decision) {
        AttributeSyntax syntax = syntax(decision);
        if (hasTwins(syntax, decision.directory()) || hasTwins(syntax, decision.result())) {
            return false;
        }
        Optional<Modification> needed =
                Difference.between(decision.attribute(), syntax, decision.directory(), decision.result());
        if (needed.isEmpty() || decision.modification().isEmpty()) {
            return needed.isEmpty() == decision.modification().isEmpty();
        }
        return isOne(syntax, needed.get(), decision.modification().get());
    }

    private static boolean isOne(AttributeSyntax syntax, Modification needed, Modification stated) {
        boolean refers = stated.add().stream().anyMatch(AttributeValue.Reference.class::isInstance);
        return !refers && syntax.same(needed.remove(), stated.remove()) && syntax.same(needed.add(), stated.add());
    }

    private static boolean hasTwins(AttributeSyntax syntax, List<AttributeValue> values) {
        return values.stream().map(syntax::identity).distinct().count() < values.size();
    }
}
