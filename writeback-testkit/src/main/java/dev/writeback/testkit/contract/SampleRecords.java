package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Side;
import dev.writeback.spi.Parking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a store is given to keep about entries. */
final class SampleRecords {

    static final Instant NOW = SampleStatuses.NOW;

    private static final AttributeName ATTRIBUTE = AttributeName.of("extensionAttribute1");
    private static final List<AttributeValue> SOME =
            List.of(AttributeValue.text("R&D \"<\n\u0130\ud83d\ude00"), AttributeValue.octets(new byte[] {0, -1}));

    private SampleRecords() {}

    /** An entry, each number another one. */
    static EntryId entry(int number) {
        return new EntryId(
                new ObjectGuid(new UUID(number, -1)), Dn.of("CN=Entry %d,DC=corp,DC=example".formatted(number)));
    }

    /** What is agreed with an entry. */
    static Baseline agreedWith(int entry) {
        return new Baseline(Optional.of(entry(entry)), StoreCall.agreedOn(SOME).agreements());
    }

    /** A write of two attributes, one of which nobody may see. */
    static JournalRecord.Written written(String run, String object) {
        return new JournalRecord.Written(
                run,
                NOW.plusNanos(123_456_789),
                CloudObjectId.of(object),
                entry(1),
                List.of(
                        new JournalRecord.Change(ATTRIBUTE, List.of(), SOME, Disclosure.OPEN),
                        new JournalRecord.Change(AttributeName.of("mail"), SOME, List.of(), Disclosure.REDACTED)));
    }

    /** A write that takes another run back. */
    static JournalRecord.Written undone(String run, String object, String undoes) {
        JournalRecord.Written write = written(run, object);
        return new JournalRecord.Written(
                run, write.at(), write.object(), write.entry(), write.changes(), Optional.of(undoes));
    }

    /** A decision of a person. */
    static JournalRecord decided(String run, String object) {
        return new JournalRecord.Decided(
                run, NOW, CloudObjectId.of(object), ATTRIBUTE, Side.DIRECTORY, SOME, List.of(), Disclosure.OPEN);
    }

    /** A conflict that waits for a person. */
    static Parking conflict(String attribute) {
        return new Parking(AttributeName.of(attribute), SOME, List.of(), NOW, Disclosure.OPEN);
    }
}
