package dev.writeback.testkit.cloud;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a cloud says of one mailbox: a short way to a {@link CloudChange}. Immutable; each method gives another mailbox,
 * so that one may be kept and varied.
 *
 * <pre>{@code
 * CloudMailbox ada = CloudMailbox.of("ada").anchoredAt(entry.objectGuid());
 * cloud.page(ada.stating("CustomAttribute1", "R&D").clearing("CustomAttribute2").version(3).change());
 * }</pre>
 */
public final class CloudMailbox {

    private static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");

    private final CloudObjectId id;
    private final OptionalLong version;
    private final List<Anchor> anchors;
    private final Map<AttributeName, List<AttributeValue>> attributes;

    private CloudMailbox(
            CloudObjectId id,
            OptionalLong version,
            List<Anchor> anchors,
            Map<AttributeName, List<AttributeValue>> attributes) {
        this.id = id;
        this.version = version;
        this.anchors = List.copyOf(anchors);
        this.attributes = Collections.unmodifiableMap(attributes);
    }

    /**
     * A mailbox that is managed in the cloud, in version 1, with no anchor and no other attribute.
     *
     * @throws IllegalArgumentException if this is no id of a cloud object
     */
    public static CloudMailbox of(String id) {
        return new CloudMailbox(CloudObjectId.of(id), OptionalLong.of(1), List.of(), Map.of())
                .with(MANAGED, List.of(new AttributeValue.Flag(true)));
    }

    /** Its id. */
    public CloudObjectId id() {
        return id;
    }

    /** The same with this immutable id. */
    public CloudMailbox anchoredAt(ObjectGuid guid) {
        return anchoredBy(new Anchor.ImmutableId(guid));
    }

    /** The same with the immutable id of the entry that has this objectGUID, in its dashed form. */
    public CloudMailbox anchoredAt(UUID objectGuid) {
        return anchoredAt(new ObjectGuid(objectGuid));
    }

    /** The same with this anchor, in place of one of its kind. */
    public CloudMailbox anchoredBy(Anchor anchor) {
        List<Anchor> all = new ArrayList<>(anchors);
        all.removeIf(it -> it.kind() == anchor.kind());
        all.add(anchor);
        return new CloudMailbox(id, version, all, attributes);
    }

    /**
     * The same with these texts as the values of an attribute.
     *
     * @throws IllegalArgumentException if the name is no attribute's, or a text is empty
     */
    public CloudMailbox stating(String attribute, String first, String... others) {
        return with(
                AttributeName.of(attribute),
                Stream.concat(Stream.of(first), Stream.of(others))
                        .map(AttributeValue::text)
                        .toList());
    }

    /**
     * The same with these values of an attribute.
     *
     * @throws IllegalArgumentException if the name is no attribute's
     */
    public CloudMailbox stating(String attribute, AttributeValue first, AttributeValue... others) {
        return with(
                AttributeName.of(attribute),
                Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /**
     * The same, saying that an attribute is to be cleared.
     *
     * @throws IllegalArgumentException if the name is no attribute's
     */
    public CloudMailbox clearing(String attribute) {
        return with(AttributeName.of(attribute), List.of());
    }

    /** The same, but managed in the directory ({@code IsExchangeCloudManaged} is false). */
    public CloudMailbox managedInDirectory() {
        return with(MANAGED, List.of(new AttributeValue.Flag(false)));
    }

    /** The same in this version. */
    public CloudMailbox version(long number) {
        return new CloudMailbox(id, OptionalLong.of(number), anchors, attributes);
    }

    /** The same without a version: the order in which it arrives counts. */
    public CloudMailbox unversioned() {
        return new CloudMailbox(id, OptionalLong.empty(), anchors, attributes);
    }

    /** That this is how the mailbox is. */
    public CloudChange change() {
        return new CloudChange.Update(id, version, anchors, attributes);
    }

    /** That the mailbox is gone, as of its version. */
    public CloudChange removal() {
        return new CloudChange.Removal(id, version);
    }

    private CloudMailbox with(AttributeName attribute, List<AttributeValue> values) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>(attributes);
        all.put(attribute, values);
        return new CloudMailbox(id, version, anchors, all);
    }
}
