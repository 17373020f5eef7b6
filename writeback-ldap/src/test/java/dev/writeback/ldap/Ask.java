package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Attribute;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Short forms of what tests ask a sink. */
final class Ask {

    static final AttributeName EA1 = AttributeName.of("extensionAttribute1");
    static final AttributeName EA2 = AttributeName.of("extensionAttribute2");
    static final AttributeName PROXIES = AttributeName.of("proxyAddresses");
    static final AttributeName TYPE = AttributeName.of("msExchRecipientTypeDetails");
    static final AttributeName MAILBOX_GUID = AttributeName.of("msExchMailboxGuid");

    static final Map<AttributeName, AttributeSyntax> ATTRIBUTES = attributes();

    private Ask() {}

    private static Map<AttributeName, AttributeSyntax> attributes() {
        Map<AttributeName, AttributeSyntax> attributes = new LinkedHashMap<>();
        attributes.put(EA1, AttributeSyntax.CASE_IGNORE);
        attributes.put(EA2, AttributeSyntax.CASE_IGNORE);
        attributes.put(PROXIES, AttributeSyntax.ADDRESS);
        attributes.put(TYPE, AttributeSyntax.LARGE_INTEGER);
        attributes.put(MAILBOX_GUID, AttributeSyntax.OCTETS);
        return attributes;
    }

    /** Looks one entry up. */
    static LookupOutcome lookup(DirectorySink sink, Anchor... anchors) {
        return sink.lookup(new LookupRequest(List.of(List.of(anchors)), ATTRIBUTES))
                .get(0);
    }

    /** Looks many up, each by its immutable id. */
    static List<LookupOutcome> lookup(DirectorySink sink, List<ObjectGuid> ids) {
        return sink.lookup(new LookupRequest(
                ids.stream()
                        .<List<Anchor>>map(id -> List.of(new Anchor.ImmutableId(id)))
                        .toList(),
                ATTRIBUTES));
    }

    /** The entry with this immutable id, which must be there. */
    static DirectoryEntry entry(DirectorySink sink, ObjectGuid id) {
        LookupOutcome outcome = lookup(sink, new Anchor.ImmutableId(id));
        if (outcome instanceof LookupOutcome.Found found) {
            return found.entry();
        }
        throw new AssertionError("expected the entry, got " + outcome);
    }

    static List<AttributeValue> values(String... texts) {
        return Stream.of(texts).map(AttributeValue::text).toList();
    }

    static Modification change(AttributeName attribute, List<AttributeValue> remove, List<AttributeValue> add) {
        return new Modification(attribute, remove, add);
    }

    static WriteOutcome write(DirectorySink sink, DirectoryEntry entry, Modification... modifications) {
        return sink.write(new EntryWrite(entry.id(), entry.server(), List.of(modifications)));
    }

    /** Values as a server takes them. */
    static byte[][] raw(List<AttributeValue> values) {
        return values.stream().map(Ask::raw).toArray(byte[][]::new);
    }

    private static byte[] raw(AttributeValue value) {
        return value instanceof AttributeValue.Octets octets
                ? octets.bytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The values that a server showed of an attribute; none if it showed none. */
    static List<AttributeValue> read(AttributeName attribute, @Nullable Attribute found) {
        return found == null
                ? List.of()
                : Stream.of(found.getRawValues())
                        .map(value -> attribute.equals(MAILBOX_GUID)
                                ? AttributeValue.octets(value.getValue())
                                : AttributeValue.text(value.stringValue()))
                        .toList();
    }
}
