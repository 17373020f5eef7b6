package dev.writeback.spi;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import java.util.Set;

/**
 * Who is in a set of groups.
 *
 * @param entries the members, those of groups within the groups among them
 * @param groups the {@code objectSid} of every one of these groups, by which the primary group of an entry counts, which no
 *     group lists as a member ([MS-ADTS] 3.1.1.3.1.1.5); empty where entries have no primary group
 */
public record Membership(Set<ObjectGuid> entries, Set<AttributeValue> groups) {

    private static final Membership NOBODY = new Membership(Set.of(), Set.of());

    public Membership {
        entries = Set.copyOf(entries);
        groups = Set.copyOf(groups);
    }

    /** No members. */
    public static Membership nobody() {
        return NOBODY;
    }
}
