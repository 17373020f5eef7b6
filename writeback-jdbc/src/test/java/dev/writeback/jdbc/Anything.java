package dev.writeback.jdbc;

import dev.writeback.model.Agreement;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
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
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Whatever a store may be given to keep. */
final class Anything {

    private Anything() {}

    /** Any characters, halves of surrogate pairs and NUL among them. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings()
                        .withChars('\\', 'u', '0', '"', '\u0000', '\ud800', '\udc00', '\u0130', '\u00e9', '\uffff')
                        .ofMaxLength(8));
    }

    static Arbitrary<CloudObjectId> id() {
        return text().filter(CloudObjectId::isValid).map(CloudObjectId::of);
    }

    static Arbitrary<AttributeName> name() {
        return Arbitraries.of("mail", "MAIL", "proxyAddresses", "a", "x-1_2.3").map(AttributeName::of);
    }

    static Arbitrary<Instant> instant() {
        return Arbitraries.oneOf(
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH),
                Combinators.combine(
                                Arbitraries.longs().between(-9_999_999_999L, 9_999_999_999L), Arbitraries.integers())
                        .as((second, nano) -> Instant.ofEpochSecond(second, Math.floorMod(nano, 1_000_000_000))));
    }

    static Arbitrary<AttributeValue> value() {
        return Arbitraries.oneOf(
                text().filter(text -> !text.isEmpty()).map(AttributeValue::text),
                Arbitraries.longs().map(AttributeValue::whole),
                Arbitraries.of(new AttributeValue.Flag(true), new AttributeValue.Flag(false)),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(1)
                        .ofMaxSize(9)
                        .map(AttributeValue::octets),
                id().map(AttributeValue.Reference::new));
    }

    static Arbitrary<List<AttributeValue>> values() {
        return value().list().ofMaxSize(3);
    }

    static Arbitrary<EntryId> entry() {
        Arbitrary<Dn> dns = Arbitraries.of("CN=Ada", "cn=\\+\\0a\u0130, OU=\ud83d\ude00", "CN=a+SN=b,DC=x")
                .map(Dn::of);
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), dns)
                .as((most, least, dn) -> new EntryId(new ObjectGuid(new UUID(most, least)), dn));
    }

    static Arbitrary<Baseline> baseline() {
        Arbitrary<Agreement> agreements = Arbitraries.oneOf(
                values().map(same -> new Agreement(same, same)),
                Combinators.combine(values(), values()).as(Agreement::new));
        return Combinators.combine(
                        entry().optional(), Arbitraries.maps(name(), agreements).ofMaxSize(3))
                .as(Baseline::new);
    }

    /** What is known of an object after some changes. */
    static Arbitrary<CloudObject> object() {
        return id().flatMap(id -> change(id)
                .list()
                .ofMaxSize(4)
                .map(changes ->
                        changes.stream().reduce(CloudObject.unknown(id), CloudObject::join, CloudObject::join)));
    }

    private static Arbitrary<CloudChange> change(CloudObjectId id) {
        Arbitrary<OptionalLong> versions = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3).map(OptionalLong::of),
                Arbitraries.of(OptionalLong.empty(), OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(Long.MIN_VALUE)));
        Arbitrary<CloudChange> updates = Combinators.combine(
                        versions,
                        anchor().list().uniqueElements(Anchor::kind).ofMaxSize(3),
                        Arbitraries.maps(name(), values()).ofMaxSize(3),
                        instant().optional())
                .as((version, anchors, attributes, at) -> new CloudChange.Update(id, version, anchors, attributes, at));
        Arbitrary<CloudChange> removals = versions.map(version -> new CloudChange.Removal(id, version));
        return Arbitraries.frequencyOf(Tuple.of(4, updates), Tuple.of(1, removals));
    }

    private static Arbitrary<Anchor> anchor() {
        return Arbitraries.oneOf(
                entry().map(entry -> new Anchor.ImmutableId(entry.guid())),
                text().filter(text -> !text.isBlank()).map(Anchor.ExternalDirectoryObjectId::new),
                Arbitraries.of("S-1-5-21-1-2-3-1104", "S-1-0-0").map(Anchor.SecurityIdentifier::new),
                entry().map(entry -> new Anchor.DistinguishedName(entry.dn())));
    }

    static Arbitrary<JournalRecord> record() {
        return Arbitraries.oneOf(written().map(it -> it), decided());
    }

    static Arbitrary<JournalRecord.Written> written() {
        Arbitrary<JournalRecord.Change> changes = Combinators.combine(
                        name(), values(), values(), Arbitraries.of(Disclosure.class))
                .as(JournalRecord.Change::new);
        return Combinators.combine(
                        text(),
                        instant(),
                        id(),
                        entry(),
                        changes.list().ofMinSize(1).ofMaxSize(3),
                        text().optional())
                .as(JournalRecord.Written::new);
    }

    private static Arbitrary<JournalRecord> decided() {
        return Combinators.combine(
                        text(),
                        instant(),
                        id(),
                        name(),
                        Arbitraries.of(Side.CLOUD, Side.DIRECTORY),
                        values(),
                        values(),
                        Arbitraries.of(Disclosure.class))
                .as(JournalRecord.Decided::new);
    }

    static Arbitrary<List<Parking>> conflicts() {
        return Combinators.combine(name(), values(), values(), instant(), Arbitraries.of(Disclosure.class))
                .as(Parking::new)
                .list()
                .ofMaxSize(3);
    }
}
