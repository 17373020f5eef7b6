package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Origin;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What handing an object back to on-premises management would overwrite in the cloud: from then on the directory's values
 * count there, whichever the cloud had. A view of the plan that a reconciliation would make; what that plan would write
 * first is no longer overwritten after it.
 *
 * @param plan the plan, as it may be shown; of an object that is refused or left alone it says why
 * @param overwritten the attributes that would be overwritten, in the profile's order
 */
public record RollBack(Plan plan, List<Overwritten> overwritten) {

    private static final List<AttributeValue> REDACTED = List.of(AttributeValue.text("[Redact]"));

    public RollBack {
        overwritten = List.copyOf(overwritten);
    }

    /**
     * An attribute whose values in the cloud would be lost.
     *
     * @param attribute the directory attribute
     * @param source where the profile takes it from
     * @param cloud what the cloud states, in the directory's terms where it has any; empty if it states that there is none
     * @param directory what the directory holds, and the cloud would after a roll-back
     */
    public record Overwritten(
            AttributeName attribute, String source, List<AttributeValue> cloud, List<AttributeValue> directory) {
        public Overwritten {
            cloud = List.copyOf(cloud);
            directory = List.copyOf(directory);
        }
    }

    /**
     * What would be overwritten.
     *
     * @param plan made of the object, not yet redacted
     * @param object what the cloud states
     * @param flows what the plan was made with
     */
    static RollBack of(Plan plan, CloudObject object, List<Flow> flows) {
        List<Overwritten> overwritten = new ArrayList<>();
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

    private static Overwritten shown(AttributeDecision decision, List<AttributeValue> cloud) {
        AttributeDecision shown = decision.shown();
        boolean isOpen = decision.disclosure() == Disclosure.OPEN;
        return new Overwritten(
                decision.attribute(),
                decision.source(),
                isOpen || cloud.isEmpty() ? cloud : REDACTED,
                shown.directory());
    }
}
