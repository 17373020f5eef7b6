package dev.writeback.engine.merge;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.mapping.Addresses;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles one attribute between what the cloud states, what the directory holds and what both held when they last agreed.
 *
 * <p>A single-valued attribute that both sides changed is a conflict, which the cloud wins. A multi-valued one merges
 * value by value, so changes to different values go together.
 */
public final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /**
     * What the directory should hold.
     *
     * @param flow which attribute, and what may be taken away from it
     * @param circumstances what the mapping depends on besides
     * @param agreed the base; nothing before the first contact
     * @param cloud what the cloud states, in the directory's terms
     * @param directory what the directory holds
     */
    public static Merged merge(
            Flow flow,
            Circumstances circumstances,
            Optional<Agreement> agreed,
            List<AttributeValue> cloud,
            List<AttributeValue> directory) {
        AttributeSyntax syntax = flow.syntax();
        List<AttributeValue> wanted = flow.fit(cloud, directory, circumstances);
        if (syntax.same(wanted, directory)) {
            return new Merged(Ruling.AGREED, directory);
        }
        if (agreed.isEmpty()) {
            return new Merged(Ruling.FIRST_CONTACT, wanted);
        }
        Agreement base = agreed.get();
        boolean cloudChanged = !syntax.same(cloud, base.cloud());
        boolean directoryChanged = !syntax.same(directory, base.directory());
        if (!cloudChanged) {
            return new Merged(directoryChanged ? Ruling.DIRECTORY_CHANGED : Ruling.AGREED, directory);
        }
        if (flow.isSingleValued()) {
            return new Merged(directoryChanged ? Ruling.CONFLICT : Ruling.CLOUD_CHANGED, wanted);
        }
        return mergeValues(flow, circumstances, base, cloud, directory, directoryChanged);
    }

    private static Merged mergeValues(
            Flow flow,
            Circumstances circumstances,
            Agreement base,
            List<AttributeValue> cloud,
            List<AttributeValue> directory,
            boolean directoryChanged) {
        AttributeSyntax syntax = flow.syntax();
        Map<Object, AttributeValue> before = byIdentity(syntax, base.cloud());
        Map<Object, AttributeValue> now = byIdentity(syntax, cloud);
        Map<Object, AttributeValue> result = byIdentity(syntax, directory);
        before.forEach((identity, value) -> {
            if (!now.containsKey(identity) && flow.mayRemove(value, circumstances)) {
                result.remove(identity);
            }
        });
        now.forEach((identity, value) -> {
            AttributeValue old = before.get(identity);
            if (old == null || !syntax.same(old, value)) {
                result.put(identity, value);
            }
        });
        if (!directoryChanged) {
            return new Merged(Ruling.CLOUD_CHANGED, onePrimary(syntax, cloud, List.copyOf(result.values())));
        }
        List<AttributeValue> merged = List.copyOf(result.values());
        List<AttributeValue> settled = onePrimary(syntax, cloud, merged);
        boolean contradiction = !settled.equals(merged) || contradicts(base, now, directory, syntax);
        return new Merged(contradiction ? Ruling.CONFLICT : Ruling.MERGED, settled);
    }

    /** Whether the cloud empties what somebody in the directory filled meanwhile, or the other way round. */
    private static boolean contradicts(
            Agreement base, Map<Object, AttributeValue> now, List<AttributeValue> directory, AttributeSyntax syntax) {
        Map<Object, AttributeValue> was = byIdentity(syntax, base.directory());
        return directory.stream().anyMatch(value -> {
            Object identity = syntax.identity(value);
            AttributeValue stated = now.get(identity);
            AttributeValue old = was.get(identity);
            return stated != null && old != null && !syntax.same(value, old) && !syntax.same(value, stated);
        });
    }

    /** Addresses with only the cloud's primary; anything else as it is. */
    private static List<AttributeValue> onePrimary(
            AttributeSyntax syntax, List<AttributeValue> cloud, List<AttributeValue> values) {
        if (syntax != AttributeSyntax.ADDRESS) {
            return values;
        }
        List<AttributeValue> primary = cloud.stream()
                .filter(value -> ProxyAddress.of(value).isPrimary())
                .toList();
        return primary.isEmpty() ? values : inOrderOf(values, Addresses.union(primary, values));
    }

    private static List<AttributeValue> inOrderOf(List<AttributeValue> order, List<AttributeValue> values) {
        Map<Object, AttributeValue> found = byIdentity(AttributeSyntax.ADDRESS, values);
        Map<Object, AttributeValue> sorted = new LinkedHashMap<>();
        order.forEach(value -> {
            Object identity = AttributeSyntax.ADDRESS.identity(value);
            sorted.put(identity, found.getOrDefault(identity, value));
        });
        found.forEach(sorted::putIfAbsent);
        return List.copyOf(sorted.values());
    }

    private static Map<Object, AttributeValue> byIdentity(AttributeSyntax syntax, List<AttributeValue> values) {
        Map<Object, AttributeValue> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(syntax.identity(value), value));
        return map;
    }
}
