package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes that the steps of a history stand for. */
final class ChangeOf {

    private ChangeOf() {}

    /** A change that states these attributes, besides what the cloud says of each mailbox. */
    static CloudChange stated(HistoryStep.Stated step) {
        CloudChange.Update least = (CloudChange.Update)
                step.mailbox().cloud().version(step.version()).change();
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>(least.attributes());
        attributes.putAll(step.attributes());
        return new CloudChange.Update(least.id(), least.version(), least.anchors(), attributes);
    }
}
