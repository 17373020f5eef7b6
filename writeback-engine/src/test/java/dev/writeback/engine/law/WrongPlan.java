package dev.writeback.engine.law;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A plan with a value of the cloud's that nobody would miss. */
final class WrongPlan {

    private static final AttributeValue NEEDLESS = AttributeValue.text("needless");

    private WrongPlan() {}

    static Plan of(Plan right) {
        AtomicBoolean done = new AtomicBoolean();
        return new Plan(
                right.object(),
                right.entry(),
                right.decisions().stream()
                        .map(one -> one.modification().isPresent() && !done.getAndSet(true)
                                ? wrong(one, one.modification().get())
                                : one)
                        .toList(),
                right.disposition());
    }

    private static AttributeDecision wrong(AttributeDecision right, Modification part) {
        return new AttributeDecision(
                right.attribute(),
                right.source(),
                right.cloud().map(WrongPlan::more),
                right.directory(),
                right.baseline(),
                right.result(),
                right.verdict(),
                right.reason(),
                Optional.of(new Modification(part.attribute(), part.remove(), more(part.add()))));
    }

    private static List<AttributeValue> more(List<AttributeValue> values) {
        List<AttributeValue> all = new ArrayList<>(values);
        all.add(NEEDLESS);
        return all;
    }
}
