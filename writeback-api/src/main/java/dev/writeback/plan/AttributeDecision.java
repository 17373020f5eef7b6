package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about one attribute, with everything that it was decided from.
 *
 * @param attribute the directory attribute
 * @param source where the profile takes it from, for instance {@code CustomAttribute1}
 * @param cloud what the cloud wants, in the directory's terms; nothing if it does not state the attribute
 * @param directory what the directory has
 * @param baseline what the directory had when both sides last agreed; nothing before the first contact
 * @param result what the directory holds when the decision is carried out
 * @param verdict the decision
 * @param reason one sentence that says why
 * @param modification what to write, of this attribute; nothing if the directory stays as it is
 * @param omissions what the cloud states and the decision leaves out; empty as a rule
 * @param disclosure whether the values may be shown
 * @param provenance where the outcome comes from
 */
public record AttributeDecision(
        AttributeName attribute,
        String source,
        Optional<List<AttributeValue>> cloud,
        List<AttributeValue> directory,
        Optional<List<AttributeValue>> baseline,
        List<AttributeValue> result,
        Verdict verdict,
        String reason,
        Optional<Modification> modification,
        List<Omission> omissions,
        Disclosure disclosure,
        Provenance provenance) {

    public AttributeDecision {
        List<AttributeValue> had = List.copyOf(directory);
        cloud = copied(cloud, directory, had);
        baseline = copied(baseline, directory, had);
        result = copied(result, directory, had);
        directory = had;
        omissions = omissions.isEmpty() ? List.of() : List.copyOf(omissions);
        if (modification.isPresent() && !modification.get().attribute().equals(attribute)) {
            throw new IllegalArgumentException("the decision about %s modifies %s"
                    .formatted(attribute, modification.get().attribute()));
        }
    }

    /** A decision that leaves nothing out and may be shown. */
    public AttributeDecision(
            AttributeName attribute,
            String source,
            Optional<List<AttributeValue>> cloud,
            List<AttributeValue> directory,
            Optional<List<AttributeValue>> baseline,
            List<AttributeValue> result,
            Verdict verdict,
            String reason,
            Optional<Modification> modification) {
        this(
                attribute,
                source,
                cloud,
                directory,
                baseline,
                result,
                verdict,
                reason,
                modification,
                List.of(),
                Disclosure.OPEN,
                Provenance.directory("unnamed"));
    }

    /** The decision as it may be shown: the same, or with {@code [Redact]} in the place of all values. */
    public AttributeDecision shown() {
        return disclosure == Disclosure.OPEN
                ? this
                : new AttributeDecision(
                        attribute,
                        source,
                        cloud.map(AttributeDecision::redacted),
                        redacted(directory),
                        baseline.map(AttributeDecision::redacted),
                        redacted(result),
                        verdict,
                        reason,
                        modification.map(it -> new Modification(attribute, redacted(it.remove()), redacted(it.add()))),
                        omissions,
                        disclosure,
                        provenance);
    }

    private static List<AttributeValue> redacted(List<AttributeValue> values) {
        return Disclosure.REDACTED.shown(values);
    }

    /** Most lists are the directory's own, which is copied already; there are many decisions. */
    @SuppressWarnings("ReferenceEquality") // only a shortcut: what is the same list needs no other copy
    private static List<AttributeValue> copied(
            List<AttributeValue> values, List<AttributeValue> known, List<AttributeValue> copyOfKnown) {
        return values == known ? copyOfKnown : List.copyOf(values);
    }

    @SuppressWarnings("ReferenceEquality") // only a shortcut: what is the same list needs no other Optional around it
    private static Optional<List<AttributeValue>> copied(
            Optional<List<AttributeValue>> values, List<AttributeValue> known, List<AttributeValue> copyOfKnown) {
        if (values.isEmpty()) {
            return values;
        }
        List<AttributeValue> copy = copied(values.get(), known, copyOfKnown);
        return copy == values.get() ? values : Optional.of(copy);
    }

    /** Whether it changes the directory. */
    public boolean writes() {
        return modification.isPresent();
    }
}
