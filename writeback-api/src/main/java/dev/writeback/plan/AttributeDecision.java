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
        Optional<Modification> modification) {

    public AttributeDecision {
        cloud = cloud.map(List::copyOf);
        baseline = baseline.map(List::copyOf);
        directory = List.copyOf(directory);
        result = List.copyOf(result);
        if (modification.isPresent() && !modification.get().attribute().equals(attribute)) {
            throw new IllegalArgumentException("the decision about %s modifies %s"
                    .formatted(attribute, modification.get().attribute()));
        }
    }

    /** Whether it changes the directory. */
    public boolean writes() {
        return modification.isPresent();
    }
}
