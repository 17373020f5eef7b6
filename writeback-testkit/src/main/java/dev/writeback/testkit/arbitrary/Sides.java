package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the directory has of an attribute, and what it is to have. */
record Sides(List<AttributeValue> directory, List<AttributeValue> result) {

    boolean areOne() {
        return directory.equals(result);
    }

    /** The verdict, or the one that fits better. */
    Verdict verdict(Verdict verdict) {
        if (areOne() || verdict == Verdict.CONFLICT) {
            return verdict;
        }
        return directory.isEmpty() ? Verdict.SET : result.isEmpty() ? Verdict.CLEAR : verdict;
    }

    Optional<Modification> difference(AttributeName attribute) {
        List<AttributeValue> remove = new ArrayList<>(directory);
        remove.removeAll(result);
        List<AttributeValue> add = new ArrayList<>(result);
        add.removeAll(directory);
        return remove.isEmpty() && add.isEmpty()
                ? Optional.empty()
                : Optional.of(new Modification(attribute, remove, add));
    }
}
