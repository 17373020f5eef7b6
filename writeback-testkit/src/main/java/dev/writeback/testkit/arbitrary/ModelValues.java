package dev.writeback.testkit.arbitrary;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
import dev.writeback.model.Stated;
import dev.writeback.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values of {@code dev.writeback.model} that ask for more than their components. */
final class ModelValues {

    static final Map<Class<?>, Function<Derivation, Arbitrary<?>>> SPECIAL = new LinkedHashMap<>();

    private static final int LONGEST_MARK = 1_000;

    static {
        SPECIAL.put(AttributeName.class, it -> Names.attributes(it.mood()));
        SPECIAL.put(CloudObjectId.class, it -> Names.objects(it.mood()));
        SPECIAL.put(Dn.class, it -> Names.dns(it.mood()));
        SPECIAL.put(AttributeValue.class, ModelValues::values);
        SPECIAL.put(AttributeValue.Text.class, it -> Texts.of(it.mood()).map(AttributeValue.Text::new));
        SPECIAL.put(
                AttributeValue.Whole.class, it -> PlainValues.anyLong(it.mood()).map(AttributeValue.Whole::new));
        SPECIAL.put(AttributeValue.Octets.class, it -> FittingValues.octets(it.mood()));
        SPECIAL.put(Anchor.ExternalDirectoryObjectId.class, ModelValues::externalIds);
        SPECIAL.put(Anchor.SecurityIdentifier.class, it -> securityIdentifiers());
        SPECIAL.put(
                ReplicaMark.class,
                it -> Texts.of(it.mood())
                        .filter(text -> text.length() <= LONGEST_MARK)
                        .map(ReplicaMark::new));
        SPECIAL.put(
                Version.class,
                it -> Combinators.combine(
                                PlainValues.anyLong(it.mood()),
                                Arbitraries.longs().between(0, 3))
                        .as(Version::new));
        SPECIAL.put(Stated.class, it -> stated(it, it.of(String.class)));
        SPECIAL.put(CloudChange.Update.class, ModelValues::updates);
        SPECIAL.put(CloudObject.class, ModelValues::objects);
    }

    private ModelValues() {}

    /** What was said, of what anything is made of. */
    static <T> Arbitrary<Stated<T>> stated(Derivation derivation, Arbitrary<T> values) {
        return Combinators.combine(
                        derivation.of(Version.class),
                        values,
                        derivation.of(Instant.class).optional())
                .as((version, value, at) -> new Stated<>(version, value, at));
    }

    private static Arbitrary<AttributeValue> values(Derivation derivation) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, derivation.of(AttributeValue.Text.class)),
                Tuple.of(2, derivation.of(AttributeValue.Whole.class)),
                Tuple.of(1, derivation.of(AttributeValue.Flag.class)),
                Tuple.of(1, derivation.of(AttributeValue.Octets.class)),
                Tuple.of(1, derivation.of(AttributeValue.Reference.class)));
    }

    private static Arbitrary<Anchor> externalIds(Derivation derivation) {
        return derivation
                .mood()
                .of(
                        Arbitraries.of("User_1", "User_0d3c5f5d-7a01-4ef5-9f0a-5f0e8b1c1a53", "Group_2"),
                        Texts.of(Mood.HOSTILE).filter(text -> !text.isBlank()))
                .map(Anchor.ExternalDirectoryObjectId::new);
    }

    private static Arbitrary<Anchor> securityIdentifiers() {
        return Arbitraries.longs()
                .between(0, 0xffff_ffffL)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> new Anchor.SecurityIdentifier(
                        parts.stream().map(part -> "-" + part).reduce("S-1-5", String::concat)));
    }

    private static Arbitrary<CloudChange.Update> updates(Derivation derivation) {
        return Combinators.combine(
                        derivation.of(CloudObjectId.class),
                        derivation.of(OptionalLong.class),
                        anchors(derivation),
                        Derivation.maps(derivation.of(AttributeName.class), derivation.few(AttributeValue.class)),
                        derivation.of(Instant.class).optional(0.3))
                .as(CloudChange.Update::new);
    }

    static Arbitrary<List<Anchor>> anchors(Derivation derivation) {
        return Combinators.combine(
                        derivation.of(Anchor.ImmutableId.class).optional(0.8),
                        derivation.of(Anchor.ExternalDirectoryObjectId.class).optional(0.2),
                        derivation.of(Anchor.SecurityIdentifier.class).optional(0.1),
                        derivation.of(Anchor.DistinguishedName.class).optional(0.1))
                .as((immutable, external, security, name) -> {
                    List<Anchor> all = new ArrayList<>();
                    immutable.ifPresent(all::add);
                    external.ifPresent(all::add);
                    security.ifPresent(all::add);
                    name.ifPresent(all::add);
                    return all;
                });
    }

    /** What comes of a few changes, so that only what can be known of an object is. */
    private static Arbitrary<CloudObject> objects(Derivation derivation) {
        Arbitrary<CloudChange> changes = Arbitraries.frequencyOf(
                Tuple.of(6, derivation.of(CloudChange.Update.class).map(CloudChange.class::cast)),
                Tuple.of(1, derivation.of(CloudChange.Removal.class).map(CloudChange.class::cast)));
        return Combinators.combine(
                        derivation.of(CloudObjectId.class), changes.list().ofMaxSize(4))
                .as((id, all) -> all.stream()
                        .map(change -> of(id, change))
                        .reduce(CloudObject.unknown(id), CloudObject::join, CloudObject::join));
    }

    private static CloudChange of(CloudObjectId id, CloudChange change) {
        return change instanceof CloudChange.Update update
                ? new CloudChange.Update(id, update.version(), update.anchors(), update.attributes(), update.at())
                : new CloudChange.Removal(id, change.version());
    }
}
