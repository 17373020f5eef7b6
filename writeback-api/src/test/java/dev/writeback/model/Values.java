package dev.writeback.model;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values for the properties of this package: few different ones, so that they meet. */
final class Values {

    static final CloudObjectId ID = CloudObjectId.of("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01");

    private Values() {}

    /** Texts that have gone wrong somewhere before: Turkish, German, Greek, half a surrogate pair, white space. */
    static Arbitrary<String> awkwardText() {
        return Arbitraries.strings()
                .withChars("aAbBiIıİsSßẞkK\u212aςσΣéÉe\u0301 ,+=\\\"<>;#\u0000\n0123fFx\ud83d\ude00\ud800µ٥２")
                .ofMaxLength(12);
    }

    static Arbitrary<AttributeValue> value() {
        return Arbitraries.oneOf(
                        awkwardText().filter(text -> !text.isEmpty()).map(AttributeValue::text),
                        Arbitraries.of("1", "TRUE", "AAAA", "a, b", "a", "b", "5")
                                .map(AttributeValue::text),
                        Arbitraries.of(1L, 5L, -2147483642L, Long.MAX_VALUE).map(AttributeValue::whole),
                        Arbitraries.of(new AttributeValue.Flag(true), new AttributeValue.Flag(false)),
                        Arbitraries.of(new AttributeValue.Octets("AAAA"), new AttributeValue.Octets("AQ==")),
                        Arbitraries.of("a", "1").map(id -> new AttributeValue.Reference(CloudObjectId.of(id))))
                .withoutEdgeCases();
    }

    static Arbitrary<Version> version() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-1, 4).map(Version::of),
                Arbitraries.of(Version.of(2).next(), Version.of(Long.MIN_VALUE), Version.of(Long.MAX_VALUE)));
    }

    /** Changes of one object, with versions, some of them equal although they say different things. */
    static Arbitrary<CloudChange> versionedChange() {
        Arbitrary<Long> versions =
                Arbitraries.oneOf(Arbitraries.longs().between(-1, 4), Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE));
        Arbitrary<Map<AttributeName, List<AttributeValue>>> attributes = Arbitraries.maps(
                        Arbitraries.of("Alias", "alias", "CustomAttribute1", "EmailAddresses")
                                .map(AttributeName::of),
                        value().list().ofMaxSize(2))
                .ofMaxSize(3);
        Arbitrary<CloudChange> updates = Combinators.combine(versions, anchors(), attributes)
                .as((version, anchors, stated) -> CloudChange.update(ID, version, anchors, stated));
        return Arbitraries.frequencyOf(
                Tuple.of(4, updates), Tuple.of(1, versions.map(version -> CloudChange.removal(ID, version))));
    }

    static Arbitrary<CloudObject> state() {
        return versionedChange().list().ofMaxSize(4).map(Values::joined).withoutEdgeCases();
    }

    static CloudObject joined(List<CloudChange> changes) {
        CloudObject object = CloudObject.unknown(ID);
        for (CloudChange change : changes) {
            object = object.join(change);
        }
        return object;
    }

    private static Arbitrary<List<Anchor>> anchors() {
        return Arbitraries.of(
                List.of(),
                List.of(new Anchor.ExternalDirectoryObjectId("User_1")),
                List.of(new Anchor.ExternalDirectoryObjectId("User_2")),
                List.of(
                        new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=x")),
                        new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104")),
                List.of(new Anchor.DistinguishedName(Dn.of("cn=ada,dc=x"))));
    }
}
