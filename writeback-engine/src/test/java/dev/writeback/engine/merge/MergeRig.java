package dev.writeback.engine.merge;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One attribute to merge, put together by what differs from the plainest case. Immutable. */
record MergeRig(
        Rule rule,
        Optional<Agreement> agreed,
        List<AttributeValue> cloud,
        List<AttributeValue> former,
        List<AttributeValue> directory,
        Optional<Instant> stated,
        Optional<Instant> changed,
        Map<String, Function<Conflict, Resolution>> resolvers) {

    static final Rule SINGLE = Rule.of("extensionAttribute1", "CustomAttribute1");
    static final Rule MULTI = Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1");
    static final Rule ADDRESSES = Rule.of("proxyAddresses", "EmailAddresses");

    static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }

    static MergeRig of(Rule rule) {
        return new MergeRig(
                rule, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    MergeRig agreed(String... values) {
        return agreed(texts(values), texts(values));
    }

    MergeRig agreed(List<AttributeValue> cloudThen, List<AttributeValue> directoryThen) {
        Agreement base = new Agreement(cloudThen, directoryThen);
        return new MergeRig(rule, Optional.of(base), cloud, former, directory, stated, changed, resolvers);
    }

    MergeRig cloud(String... values) {
        return new MergeRig(rule, agreed, texts(values), former, directory, stated, changed, resolvers);
    }

    MergeRig former(String... values) {
        return new MergeRig(rule, agreed, cloud, texts(values), directory, stated, changed, resolvers);
    }

    MergeRig directory(String... values) {
        return new MergeRig(rule, agreed, cloud, former, texts(values), stated, changed, resolvers);
    }

    MergeRig times(Instant cloudSaid, Instant directoryChanged) {
        return times(Optional.of(cloudSaid), Optional.of(directoryChanged));
    }

    MergeRig times(Optional<Instant> cloudSaid, Optional<Instant> directoryChanged) {
        return new MergeRig(rule, agreed, cloud, former, directory, cloudSaid, directoryChanged, resolvers);
    }

    MergeRig resolver(String name, Function<Conflict, Resolution> resolver) {
        return new MergeRig(rule, agreed, cloud, former, directory, stated, changed, Map.of(name, resolver));
    }

    Merged merge() {
        return merge(Pass.CHANGES);
    }

    Merged merge(Pass pass) {
        Flow flow = Profile.builder("one").rule(rule).build().flows().get(0);
        Set<Object> gone =
                Set.copyOf(former.stream().map(flow.syntax()::identity).toList());
        Sides sides = new Sides(
                CloudObjectId.of("ada"), flow, Circumstances.plain(), agreed, cloud, gone, directory, stated, changed);
        return ThreeWayMerge.merge(sides, pass, new Arbitration(Duration.ofMinutes(5), resolvers));
    }

    /** The values as text, in any order. */
    static Set<String> values(Merged merged) {
        return Set.copyOf(merged.values().stream().map(AttributeValue::toString).toList());
    }
}
