package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Origin;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Plan;
import dev.writeback.plan.RollBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what the cloud states, all of it, with what the directory would put in its place. */
final class Overwriting {

    private static final List<AttributeValue> REDACTED = List.of(AttributeValue.text("[Redact]"));

    private Overwriting() {}

    /**
     * What would be overwritten.
     *
     * @param plan made of the object, not yet redacted
     * @param object what the cloud states
     * @param flows what the plan was made with
     */
    static RollBack of(Plan plan, CloudObject object, List<Flow> flows) {
        List<RollBack.Overwritten> overwritten = new ArrayList<>();
        for (Flow flow : flows) {
            plan.decision(flow.target())
                    .ifPresent(decision -> stated(decision, object, flow)
                            .filter(cloud -> differs(cloud, decision.directory(), flow))
                            .ifPresent(cloud -> overwritten.add(shown(decision, cloud))));
        }
        return new RollBack(plan.shown(), overwritten);
    }

    /** A policy keeps some addresses of the cloud from the directory; in the cloud they would be lost all the same. */
    private static Optional<List<AttributeValue>> stated(AttributeDecision decision, CloudObject object, Flow flow) {
        Optional<List<AttributeValue>> raw = flow.rule().origin() instanceof Origin.Property property
                ? object.stated(property.name())
                : Optional.empty();
        if (decision.cloud().isEmpty() || flow.syntax() != AttributeSyntax.ADDRESS) {
            return decision.cloud().isPresent() ? decision.cloud() : raw;
        }
        Map<Object, AttributeValue> all = new LinkedHashMap<>();
        decision.cloud().get().forEach(value -> all.put(flow.syntax().identity(value), value));
        raw.orElse(List.of()).forEach(value -> all.putIfAbsent(flow.syntax().identity(value), value));
        return Optional.of(List.copyOf(all.values()));
    }

    /** What the directory keeps as found, such as the ACLable bit of a recipient type, means the same in the cloud. */
    private static boolean differs(List<AttributeValue> cloud, List<AttributeValue> directory, Flow flow) {
        List<AttributeValue> wanted =
                flow.syntax() == AttributeSyntax.ADDRESS ? cloud : flow.fit(cloud, directory, Circumstances.plain());
        return !flow.syntax().same(wanted, directory);
    }

    private static RollBack.Overwritten shown(AttributeDecision decision, List<AttributeValue> cloud) {
        AttributeDecision shown = decision.shown();
        boolean isOpen = decision.disclosure() == Disclosure.OPEN;
        return new RollBack.Overwritten(
                decision.attribute(),
                decision.source(),
                isOpen || cloud.isEmpty() ? cloud : REDACTED,
                shown.directory());
    }
}
