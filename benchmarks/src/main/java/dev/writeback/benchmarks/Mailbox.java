package dev.writeback.benchmarks;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whole mailboxes as Exchange Online states them: all attributes of {@code exchange-online}. */
final class Mailbox {

    private static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");
    private static final AttributeName TYPE = AttributeName.of("RecipientTypeDetails");
    private static final AttributeName ADDRESSES = AttributeName.of("EmailAddresses");
    private static final AttributeName MAIL = AttributeName.of("WindowsEmailAddress");
    private static final List<AttributeName> CUSTOM = IntStream.rangeClosed(1, 15)
            .mapToObj(i -> AttributeName.of("CustomAttribute" + i))
            .toList();
    private static final List<AttributeName> LISTS = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> AttributeName.of("ExtensionCustomAttribute" + i))
            .toList();

    private Mailbox() {}

    /** What is stated of one mailbox. */
    static CloudChange change(int number, long version) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        String name = "user%06d".formatted(number);
        attributes.put(MANAGED, List.of(new AttributeValue.Flag(true)));
        attributes.put(TYPE, texts("UserMailbox"));
        CUSTOM.forEach(custom -> attributes.put(custom, texts("value " + version + " of " + name)));
        LISTS.forEach(list -> attributes.put(list, texts("a" + number, "b" + version)));
        attributes.put(
                ADDRESSES,
                texts(
                        "SMTP:" + name + "@corp.example",
                        "smtp:" + name + "@corp.onmicrosoft.com",
                        "smtp:" + name + ".former@corp.example",
                        "SPO:SPO_" + number + "@SPO_1"));
        attributes.put(MAIL, texts(name + "@corp.example"));
        return CloudChange.update(
                CloudObjectId.of(new UUID(0x5f0e8b1c1a534ef5L, number).toString()),
                version,
                List.of(new Anchor.ImmutableId(new ObjectGuid(new UUID(number, 2)))),
                attributes);
    }

    private static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }
}
