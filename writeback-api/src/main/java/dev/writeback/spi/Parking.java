package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Disclosure;
import java.time.Instant;
import java.util.List;

/**
 * A conflict that waits for a person.
 *
 * @param attribute the attribute that both sides changed
 * @param cloud what the cloud wants; none if it wants it cleared
 * @param directory what the directory has; none if it has nothing
 * @param since when the conflict was found
 * @param disclosure whether the values may be shown
 */
public record Parking(
        AttributeName attribute,
        List<AttributeValue> cloud,
        List<AttributeValue> directory,
        Instant since,
        Disclosure disclosure) {
    public Parking {
        cloud = List.copyOf(cloud);
        directory = List.copyOf(directory);
    }
}
