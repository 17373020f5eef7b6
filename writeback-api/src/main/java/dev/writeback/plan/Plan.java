package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What should happen to the entry of one cloud object, and why. A plan is a value: what is shown, stored, refused or
 * written is a view of it.
 *
 * @param object the cloud object
 * @param entry its entry; nothing where it was not looked up or not found
 * @param decisions one for each attribute of the profile, in the profile's order; none where the object is out of
 *     question as a whole
 * @param disposition what they come to
 */
public record Plan(
        CloudObjectId object, Optional<EntryId> entry, List<AttributeDecision> decisions, Disposition disposition) {

    // Most plans of a reconciliation have none of what is asked for, and each is asked several times.
    private static final List<AttributeDecision> NO_DECISIONS = List.of();
    private static final List<Omission> NO_OMISSIONS = List.of();

    public Plan {
        decisions = List.copyOf(decisions);
        if (disposition instanceof Disposition.Write && entry.isEmpty()) {
            throw new IllegalArgumentException(
                    "the plan for %s is to write, and its entry is not known".formatted(object));
        }
        if (disposition instanceof Disposition.Write && noneWrites(decisions)) {
            throw new IllegalArgumentException(
                    "the plan for %s is to write, and no decision changes anything".formatted(object));
        }
    }

    /** The same plan with another end: what a guard says no to. */
    public Plan refused(Problem problem) {
        return new Plan(object, entry, decisions, new Disposition.Refuse(problem));
    }

    /** The same plan with another end: what a guard leaves alone. */
    public Plan skipped(SkipReason reason, String sentence) {
        return new Plan(object, entry, decisions, new Disposition.Skip(reason, sentence));
    }

    /** The plan as it may be shown: values that are not to be seen are replaced by {@code [Redact]}. */
    public Plan shown() {
        return isOpen()
                ? this
                : new Plan(
                        object,
                        entry,
                        decisions.stream().map(AttributeDecision::shown).toList(),
                        disposition);
    }

    private boolean isOpen() {
        for (AttributeDecision decision : decisions) {
            if (decision.disclosure() != Disclosure.OPEN) {
                return false;
            }
        }
        return true;
    }

    /** What the cloud states and the plan leaves out, in the order of the decisions. */
    public List<Omission> omissions() {
        List<Omission> found = NO_OMISSIONS;
        for (AttributeDecision decision : decisions) {
            if (!decision.omissions().isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.addAll(decision.omissions());
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Whether there is something to write that may be written. */
    public boolean writes() {
        return disposition instanceof Disposition.Write;
    }

    /** What to write, all in one request; empty unless the plan is to write. */
    public List<Modification> modifications() {
        return writes()
                ? decisions.stream()
                        .flatMap(decision -> decision.modification().stream())
                        .toList()
                : List.of();
    }

    /** The decision about an attribute, if the profile has it. */
    public Optional<AttributeDecision> decision(AttributeName attribute) {
        return decisions.stream()
                .filter(decision -> decision.attribute().equals(attribute))
                .findFirst();
    }

    /** The decisions with this verdict. */
    public List<AttributeDecision> decisions(Verdict verdict) {
        List<AttributeDecision> found = NO_DECISIONS;
        for (AttributeDecision decision : decisions) {
            if (decision.verdict() == verdict) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(decision);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** How many values are lost if it is carried out: cleared, or removed without another in their place. */
    public int destroyed() {
        return modifications().stream().mapToInt(Modification::destroyed).sum();
    }

    private static boolean noneWrites(List<AttributeDecision> decisions) {
        for (AttributeDecision decision : decisions) {
            if (decision.writes()) {
                return false;
            }
        }
        return true;
    }
}
