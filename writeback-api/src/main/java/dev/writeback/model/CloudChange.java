package dev.writeback.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     */
    record Update(
            CloudObjectId id,
            OptionalLong version,
            List<Anchor> anchors,
            Map<AttributeName, List<AttributeValue>> attributes)
            implements CloudChange {
        public Update {
            anchors = List.copyOf(anchors);
            if (anchors.stream().map(Anchor::kind).distinct().count() < anchors.size()) {
                throw new IllegalArgumentException("object %s has two anchors of one kind".formatted(id));
            }
            Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
            attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            attributes = Collections.unmodifiableMap(copy);
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
