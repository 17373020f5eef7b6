package dev.writeback.jdbc;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Objects and what becomes of them. */
final class SampleWork {

    static final AttributeName ATTRIBUTE = AttributeName.of("mail");
    static final List<AttributeValue> VALUES = List.of(AttributeValue.text("x"));

    private SampleWork() {}

    /** So many objects that are stated for the first time, o0, o1, ... */
    static List<CloudChange> changes(int count) {
        return changes(count, 1);
    }

    static List<CloudChange> changes(int count, long version) {
        return IntStream.range(0, count)
                .mapToObj(n -> CloudChange.update(
                        CloudObjectId.of("o" + n),
                        version,
                        List.of(),
                        Map.of(ATTRIBUTE, List.of(AttributeValue.text("x" + version)))))
                .toList();
    }

    static EntryId entry(WorkItem item) {
        CloudObjectId id = item.object().id();
        return new EntryId(new ObjectGuid(new UUID(1, id.hashCode())), Dn.of("CN=" + id));
    }

    static JournalRecord.Written written(WorkItem item) {
        return new JournalRecord.Written(
                "run",
                Instant.EPOCH,
                item.object().id(),
                entry(item),
                List.of(new JournalRecord.Change(ATTRIBUTE, List.of(), VALUES, Disclosure.OPEN)));
    }

    /** Done, agreed, told and journaled. */
    static Settlement settled(WorkItem item) {
        return new Settlement(
                item,
                new Settlement.Done(),
                Optional.of(new Baseline(Optional.of(entry(item)), Map.of(ATTRIBUTE, new Agreement(VALUES, VALUES)))),
                Optional.of(status(item.object().id().value() + "@" + item.revision())),
                new Journaling(List.of(written(item)), Optional.empty()));
    }

    static Status status(String id) {
        return new Status(
                id,
                Instant.EPOCH,
                Duration.ZERO,
                "run",
                "change",
                "job",
                Optional.empty(),
                Optional.empty(),
                Step.Result.SUCCESS,
                Optional.empty(),
                List.of());
    }
}
