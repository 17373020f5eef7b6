package dev.writeback.engine.merge;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One attribute as both sides see it.
 *
 * @param object whose attribute
 * @param flow which attribute, and what may be taken away from it
 * @param circumstances what the mapping depends on besides
 * @param agreed the base; nothing before the first contact
 * @param cloud what the cloud states, in the directory's terms
 * @param former the identities of values that the cloud stated once and states no longer
 * @param directory what the directory holds
 * @param stated when the cloud stated it, if that is known
 * @param changed when the directory's values were changed, if that is known
 */
public record Sides(
        CloudObjectId object,
        Flow flow,
        Circumstances circumstances,
        Optional<Agreement> agreed,
        List<AttributeValue> cloud,
        Set<Object> former,
        List<AttributeValue> directory,
        Optional<Instant> stated,
        Optional<Instant> changed) {

    AttributeSyntax syntax() {
        return flow.syntax();
    }

    /** The cloud's values, with what is kept as found: what the directory would hold if only the cloud counted. */
    List<AttributeValue> wanted() {
        return flow.fit(cloud, directory, circumstances);
    }

    boolean mayRemove(AttributeValue value) {
        return flow.mayRemove(value, circumstances);
    }

    Map<Object, AttributeValue> byIdentity(List<AttributeValue> values) {
        Map<Object, AttributeValue> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(syntax().identity(value), value));
        return map;
    }
}
