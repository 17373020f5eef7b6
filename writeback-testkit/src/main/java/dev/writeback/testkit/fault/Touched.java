package dev.writeback.testkit.fault;

import dev.writeback.model.AttributeName;
import java.util.Set;

/**
 * What one part of a call is about.
 *
 * @param attributes the attributes that it reads, writes or states
 * @param names what it names: {@link dev.writeback.model.CloudObjectId}, {@link dev.writeback.model.ObjectGuid} and {@link
 *     dev.writeback.model.Dn}, as far as the call has them
 */
public record Touched(Set<AttributeName> attributes, Set<Object> names) {
    public Touched {
        attributes = Set.copyOf(attributes);
        names = Set.copyOf(names);
    }
}
