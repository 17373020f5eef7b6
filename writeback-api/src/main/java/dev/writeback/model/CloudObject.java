package dev.writeback.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recipient as the cloud states it: the join of all its statements.
 *
 * <p>Two states {@link #join} attribute by attribute, the newer statement winning. The join is commutative, associative
 * and idempotent, so neither the order of changes nor their repetition matters, and a backlog is never longer than the
 * number of objects. A removal voids every statement that is older.
 *
 * @param id the object
 * @param anchors the newest anchor of each kind
 * @param attributes the newest statement of each attribute; empty values say that it is to be cleared
 * @param former values that an older statement of an attribute had and the newest one has not; they tell what the cloud
 *     took away from what it never knew. Forgotten once something is agreed ({@link #agreed})
 * @param seen the newest version at which the object was said to exist, not older than any of its statements
 * @param removed the newest version at which it was said to be gone; {@link Version#NONE} if never
 */
public record CloudObject(
        CloudObjectId id,
        Map<Anchor.Kind, Stated<Anchor>> anchors,
        Map<AttributeName, Stated<List<AttributeValue>>> attributes,
        Map<AttributeName, Set<AttributeValue>> former,
        Version seen,
        Version removed) {

    /** A state; statements that the removal voids are left out. */
    public CloudObject {
        for (Stated<?> stated : anchors.values()) {
            seen = Version.newest(seen, stated.version());
        }
        for (Stated<?> stated : attributes.values()) {
            seen = Version.newest(seen, stated.version());
        }
        anchors = Collections.unmodifiableMap(standingAnchors(id, anchors, removed));
        Map<AttributeName, Stated<List<AttributeValue>>> standing = standing(attributes, removed);
        former = Former.of(former, attributes, standing);
        attributes = Collections.unmodifiableMap(standing);
    }

    /** A state of which nothing older is known. */
    public CloudObject(
            CloudObjectId id,
            Map<Anchor.Kind, Stated<Anchor>> anchors,
            Map<AttributeName, Stated<List<AttributeValue>>> attributes,
            Version seen,
            Version removed) {
        this(id, anchors, attributes, Map.of(), seen, removed);
    }

    /** An object of which nothing is known yet. */
    public static CloudObject unknown(CloudObjectId id) {
        return new CloudObject(id, Map.of(), Map.of(), Version.NONE, Version.NONE);
    }

    /** What is known of an object after its first change. */
    public static CloudObject of(CloudChange change) {
        CloudObject nothing = unknown(change.id());
        return change instanceof CloudChange.Update update
                ? stateOf(update, nothing.versionOf(change))
                : nothing.join(change);
    }

    /**
     * What is known after one more change. A change without a version counts as newer than all before it.
     *
     * @throws IllegalArgumentException if it is about another object
     */
    public CloudObject join(CloudChange change) {
        Version version = versionOf(change);
        if (change instanceof CloudChange.Update update) {
            return join(stateOf(update, version));
        }
        return join(new CloudObject(change.id(), Map.of(), Map.of(), Version.NONE, version));
    }

    /**
     * What is known when both are known.
     *
     * @throws IllegalArgumentException if the other state is that of another object
     */
    public CloudObject join(CloudObject other) {
        if (!id.equals(other.id)) {
            throw new IllegalArgumentException("objects %s and %s do not join".formatted(id, other.id));
        }
        return new CloudObject(
                id,
                joined(anchors, other.anchors),
                joined(attributes, other.attributes),
                Former.joined(this, other),
                Version.newest(seen, other.seen),
                Version.newest(removed, other.removed));
    }

    /** The same state once something is agreed about the object: what the cloud said before it no longer matters. */
    public CloudObject agreed() {
        return former.isEmpty() ? this : new CloudObject(id, anchors, attributes, Map.of(), seen, removed);
    }

    /** Whether the other state says the same about the object today, whatever was said of it before. */
    public boolean saysTheSame(CloudObject other) {
        return agreed().equals(other.agreed());
    }

    /** Whether the cloud no longer has the object. */
    public boolean isRemoved() {
        return removed.isAfter(Version.NONE) && !seen.isAfter(removed);
    }

    /** The values stated for an attribute, empty values for one to clear; nothing if it is not stated at all. */
    public Optional<List<AttributeValue>> stated(AttributeName attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(Stated::value);
    }

    /** The object's anchors, in the order of their kinds. */
    public List<Anchor> anchorValues() {
        return anchors.values().stream().map(Stated::value).toList();
    }

    private Version versionOf(CloudChange change) {
        return change.version().isPresent() ? Version.of(change.version().getAsLong()) : newest().next();
    }

    private Version newest() {
        Version known = Version.newest(seen, removed);
        return known.equals(Version.NONE) ? Version.of(0) : known;
    }

    private static CloudObject stateOf(CloudChange.Update update, Version version) {
        Map<Anchor.Kind, Stated<Anchor>> anchors = new EnumMap<>(Anchor.Kind.class);
        update.anchors().forEach(anchor -> anchors.put(anchor.kind(), new Stated<>(version, anchor, update.at())));
        Map<AttributeName, Stated<List<AttributeValue>>> attributes = new LinkedHashMap<>();
        update.attributes().forEach((name, values) -> attributes.put(name, new Stated<>(version, values, update.at())));
        return new CloudObject(update.id(), anchors, attributes, version, Version.NONE);
    }

    private static <K, T> Map<K, Stated<T>> joined(Map<K, Stated<T>> some, Map<K, Stated<T>> others) {
        Map<K, Stated<T>> all = new LinkedHashMap<>(some);
        others.forEach((key, stated) -> all.merge(key, stated, Stated::newest));
        return all;
    }

    private static Map<Anchor.Kind, Stated<Anchor>> standingAnchors(
            CloudObjectId id, Map<Anchor.Kind, Stated<Anchor>> anchors, Version removed) {
        Map<Anchor.Kind, Stated<Anchor>> standing = new EnumMap<>(Anchor.Kind.class);
        anchors.forEach((kind, stated) -> {
            if (stated.value().kind() != kind) {
                throw new IllegalArgumentException("object %s has an anchor of kind %s under %s"
                        .formatted(id, stated.value().kind(), kind));
            }
            if (stated.version().isAfter(removed)) {
                standing.put(kind, stated);
            }
        });
        return standing;
    }

    private static Map<AttributeName, Stated<List<AttributeValue>>> standing(
            Map<AttributeName, Stated<List<AttributeValue>>> attributes, Version removed) {
        Map<AttributeName, Stated<List<AttributeValue>>> standing = new LinkedHashMap<>();
        attributes.forEach((name, stated) -> {
            if (stated.version().isAfter(removed)) {
                standing.put(name, new Stated<>(stated.version(), List.copyOf(stated.value()), stated.at()));
            }
        });
        return standing;
    }
}
