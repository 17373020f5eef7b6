package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An attribute that both sides changed, each in its own way.
 *
 * @param object the cloud object
 * @param attribute the directory attribute
 * @param syntax how its values compare
 * @param cloud what the cloud wants, in the directory's terms; none if it wants it cleared
 * @param directory what the directory has
 * @param agreed what the directory had when both sides last agreed; nothing at the first contact
 * @param stated when the cloud said so, if that is known
 * @param changed when the directory was changed, if that is known
 */
public record Conflict(
        CloudObjectId object,
        AttributeName attribute,
        AttributeSyntax syntax,
        List<AttributeValue> cloud,
        List<AttributeValue> directory,
        Optional<List<AttributeValue>> agreed,
        Optional<Instant> stated,
        Optional<Instant> changed) {
    public Conflict {
        cloud = List.copyOf(cloud);
        directory = List.copyOf(directory);
        agreed = agreed.map(List::copyOf);
    }
}
