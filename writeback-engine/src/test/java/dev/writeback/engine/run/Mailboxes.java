package dev.writeback.engine.run;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbered mailboxes: the cloud object and the entry of one number belong together. */
public final class Mailboxes {

    public static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");

    private Mailboxes() {}

    public static CloudObjectId id(int number) {
        return CloudObjectId.of("mailbox-" + number);
    }

    public static ObjectGuid guid(int number) {
        return new ObjectGuid(new UUID(7, number));
    }

    /** A cloud-managed object that states these texts; an empty text states that the attribute is empty. */
    public static CloudChange change(int number, long version, String... namesAndTexts) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        attributes.put(MANAGED, List.of(new AttributeValue.Flag(true)));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            attributes.put(AttributeName.of(namesAndTexts[i]), texts(namesAndTexts[i + 1]));
        }
        return CloudChange.update(id(number), version, List.of(new Anchor.ImmutableId(guid(number))), attributes);
    }

    /** A cloud-managed object that refers to others; to none if the attribute is to be cleared. */
    public static CloudChange.Update referring(int number, long version, String attribute, int... others) {
        List<AttributeValue> references = IntStream.of(others)
                .<AttributeValue>mapToObj(other -> new AttributeValue.Reference(id(other)))
                .toList();
        return new CloudChange.Update(
                id(number),
                OptionalLong.of(version),
                List.of(new Anchor.ImmutableId(guid(number))),
                Map.of(MANAGED, List.of(new AttributeValue.Flag(true)), AttributeName.of(attribute), references));
    }

    /** The same change, but without what says which entry it is. */
    public static CloudChange unanchored(CloudChange change) {
        CloudChange.Update update = (CloudChange.Update) change;
        return new CloudChange.Update(update.id(), update.version(), List.of(), update.attributes());
    }

    /** The first so many mailboxes, each with a CustomAttribute1 that holds this text. */
    public static List<CloudChange> changes(int count, long version, String text) {
        return IntStream.range(0, count)
                .mapToObj(number -> change(number, version, "CustomAttribute1", text))
                .toList();
    }

    /** The state of a mailbox that has these addresses. */
    public static CloudChange addressed(int number, long version, String... addresses) {
        return CloudChange.update(
                id(number),
                version,
                List.of(new Anchor.ImmutableId(guid(number))),
                Map.of(
                        MANAGED,
                        List.of(new AttributeValue.Flag(true)),
                        AttributeName.of("EmailAddresses"),
                        values(addresses)));
    }

    public static List<AttributeValue> values(String... texts) {
        return Stream.of(texts).<AttributeValue>map(AttributeValue::text).toList();
    }

    public static List<AttributeValue> texts(String text) {
        return text.isEmpty() ? List.of() : List.of(AttributeValue.text(text));
    }
}
