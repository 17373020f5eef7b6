package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.expression.Evaluated;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.Stated;
import dev.writeback.plan.Omission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cloud object says through a rule, in the cloud's terms. */
sealed interface Statement {

    /** It says nothing. */
    record Absent() implements Statement {}

    /** It says that there is no value. */
    record Empty() implements Statement {}

    /** It says these values, one at least. */
    record Values(List<AttributeValue> values) implements Statement {}

    /** It cannot be said what it says, because of other objects that are not known yet. */
    record Awaiting(List<Omission> omissions) implements Statement {}

    /** The rule's expression fails for this object. */
    record Failed(String reason) implements Statement {}

    Statement ABSENT = new Absent();
    Statement EMPTY = new Empty();

    /** What the object says through the rule. */
    static Statement of(Rule rule, CloudObject object, Circumstances circumstances) {
        if (rule.origin() instanceof Origin.Computed computed) {
            return computed(rule, computed, object, circumstances);
        }
        Origin.Property property = (Origin.Property) rule.origin();
        Statement own = of(object.stated(property.name()));
        if (rule.primaryOf().isPresent()) {
            return primary(property.name(), rule.primaryOf().get(), object, own);
        }
        return rule.addresses().x500From().isPresent() && own instanceof Values values
                ? withX500(values, rule.addresses().x500From().get(), object)
                : own;
    }

    private static Statement of(Optional<List<AttributeValue>> stated) {
        if (stated.isEmpty()) {
            return ABSENT;
        }
        return stated.get().isEmpty() ? EMPTY : new Values(stated.get());
    }

    private static Statement computed(
            Rule rule, Origin.Computed computed, CloudObject object, Circumstances circumstances) {
        ObjectInputs inputs = new ObjectInputs(rule.target(), object, circumstances);
        Evaluated result = computed.expression().evaluate(inputs);
        if (!inputs.unresolved().isEmpty()) {
            return new Awaiting(inputs.unresolved());
        }
        if (result instanceof Evaluated.Values values) {
            return new Values(values.values());
        } else if (result instanceof Evaluated.Failed failed) {
            return new Failed(failed.reason());
        }
        return result instanceof Evaluated.Empty ? EMPTY : ABSENT;
    }

    /**
     * The primary address, where the addresses were stated after the attribute itself. If they have none that flows,
     * nothing is said: what was stated before them is out of date.
     */
    private static Statement primary(AttributeName own, AttributeName addresses, CloudObject object, Statement stated) {
        Stated<List<AttributeValue>> all = object.attributes().get(addresses);
        Stated<List<AttributeValue>> direct = object.attributes().get(own);
        if (all == null || (direct != null && !all.version().isAfter(direct.version()))) {
            return stated;
        }
        List<ProxyAddress> primaries = all.value().stream()
                .filter(AttributeValue.Text.class::isInstance)
                .map(ProxyAddress::of)
                .filter(ProxyAddress::isPrimary)
                .filter(address -> address.problem().isEmpty())
                .toList();
        return primaries.size() == 1
                ? new Values(List.of(AttributeValue.text(primaries.get(0).address())))
                : ABSENT;
    }

    private static Statement withX500(Values own, AttributeName names, CloudObject object) {
        List<AttributeValue> all = new ArrayList<>(own.values());
        for (AttributeValue name : object.stated(names).orElse(List.of())) {
            all.add(AttributeValue.text("X500:" + name));
        }
        return new Values(List.copyOf(all));
    }
}
