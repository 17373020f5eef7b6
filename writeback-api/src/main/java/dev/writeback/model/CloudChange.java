package dev.writeback.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One statement of the cloud about one object: some or all of its attributes, or that it is gone. */
public sealed interface CloudChange {

    /** The object that it is about. */
    CloudObjectId id();

    /** The object's version; where there is none, the order of arrival counts. */
    OptionalLong version();

    /**
     * What the object's anchors and attributes are. What is not mentioned is left alone.
     *
     * @param anchors at most one of each kind
     * @param attributes an attribute with an empty list is to be cleared
     * @param at when the cloud said so; where the source does not know it, the time of arrival counts
     */
    record Update(
            CloudObjectId id,
            OptionalLong version,
            List<Anchor> anchors,
            Map<AttributeName, List<AttributeValue>> attributes,
            Optional<Instant> at)
            implements CloudChange {

        /** A statement of which the source does not know the time. */
        public Update(
                CloudObjectId id,
                OptionalLong version,
                List<Anchor> anchors,
                Map<AttributeName, List<AttributeValue>> attributes) {
            this(id, version, anchors, attributes, Optional.empty());
        }

        public Update {
            anchors = List.copyOf(anchors);
            if (anchors.stream().map(Anchor::kind).distinct().count() < anchors.size()) {
                throw new IllegalArgumentException("object %s has two anchors of one kind".formatted(id));
            }
            Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
            attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            attributes = Collections.unmodifiableMap(copy);
        }

        /** The same statement, said at this time unless it has one already. */
        public Update heardAt(Instant time) {
            return at.isPresent() ? this : new Update(id, version, anchors, attributes, Optional.of(time));
        }
    }

    /** The object is no longer in the cloud. Its entry stays as it is. */
    record Removal(CloudObjectId id, OptionalLong version) implements CloudChange {}

    /** A statement with a version. */
    static CloudChange update(
            CloudObjectId id,
            long version,
            Collection<Anchor> anchors,
            Map<AttributeName, List<AttributeValue>> attributes) {
        return new Update(id, OptionalLong.of(version), List.copyOf(anchors), attributes);
    }

    /** That an object is gone, with a version. */
    static CloudChange removal(CloudObjectId id, long version) {
        return new Removal(id, OptionalLong.of(version));
    }
}
