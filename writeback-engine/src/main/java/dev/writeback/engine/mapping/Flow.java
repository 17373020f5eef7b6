package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.Stated;
import dev.writeback.plan.Disclosure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule together with what is known of its target: how a value gets from the one to the other. Immutable. */
public final class Flow {

    private static final Mapped NOT_STATED = new Mapped.NotStated();
    private static final Mapped CLEARED = new Mapped.Values(List.of());

    private final Rule rule;
    private final CatalogueEntry attribute;
    private final Conversion conversion;
    private final String source;
    private final Disclosure disclosure;
    private final List<AttributeName> reads;

    /** The cloud attribute whose valid values flow as they are; null if there is more to it. */
    private final @Nullable AttributeName plain;

    Flow(Rule rule, CatalogueEntry attribute) {
        this.rule = rule;
        this.attribute = attribute;
        this.conversion = Conversions.of(rule, attribute);
        this.source = rule.origin().toString();
        this.plain = plain(rule, attribute);
        this.reads = List.copyOf(rule.reads());
        this.disclosure = rule.origin() instanceof Origin.Computed computed
                        && computed.expression().redacts()
                ? Disclosure.REDACTED
                : Disclosure.OPEN;
    }

    private static @Nullable AttributeName plain(Rule rule, CatalogueEntry attribute) {
        return attribute.translation() == Translation.PLAIN
                        && rule.origin() instanceof Origin.Property property
                        && rule.primaryOf().isEmpty()
                ? property.name()
                : null;
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** Where the values come from, as the profile writes it. */
    public String source() {
        return source;
    }

    /** The directory attribute. */
    public AttributeName target() {
        return attribute.name();
    }

    /** Whether the directory attribute takes one value at most. */
    public boolean isSingleValued() {
        return attribute.arity() == Arity.SINGLE;
    }

    /** Whether its values are links, which do not count against what an entry can hold. */
    public boolean isLinked() {
        return attribute.linked();
    }

    /** Whether references to other objects are turned into the names of their entries. */
    public boolean mayRefer() {
        return syntax() == AttributeSyntax.DN || rule.origin() instanceof Origin.Computed;
    }

    /** What is known of the directory attribute. */
    CatalogueEntry attribute() {
        return attribute;
    }

    /** How the directory attribute's values compare. */
    public AttributeSyntax syntax() {
        return attribute.syntax();
    }

    /** Whether its values may be shown. */
    public Disclosure disclosure() {
        return disclosure;
    }

    /** The newest statement that its values come from; nothing if nothing is stated. */
    public Optional<Stated<List<AttributeValue>>> statement(CloudObject object) {
        Optional<Stated<List<AttributeValue>>> newest = Optional.empty();
        for (AttributeName name : reads) {
            Stated<List<AttributeValue>> stated = object.attributes().get(name);
            if (stated != null
                    && (newest.isEmpty()
                            || stated.version().isAfter(newest.get().version()))) {
                newest = Optional.of(stated);
            }
        }
        return newest;
    }

    /** The identities of the values that the cloud stated for the target once and states no longer. */
    public Set<Object> former(CloudObject object, Circumstances circumstances) {
        if (object.former().isEmpty() || !(rule.origin() instanceof Origin.Property property)) {
            return Set.of();
        }
        Set<Object> identities = new LinkedHashSet<>();
        for (AttributeValue value : object.former().getOrDefault(property.name(), Set.of())) {
            conversion.translate(value, circumstances).map(syntax()::identity).ifPresent(identities::add);
        }
        return identities;
    }

    /** Why the target cannot hold these values, in one sentence that shows none of them; nothing if it can. */
    public Optional<String> misfit(List<AttributeValue> values) {
        if (isSingleValued() && values.size() > 1) {
            return Optional.of("it takes one value.");
        }
        if (values.stream().anyMatch(value -> ValueCheck.wire(attribute, value).isEmpty())) {
            return Optional.of("a value is of the wrong type, too long or out of range.");
        }
        boolean holdsAddresses = attribute.translation() == Translation.ADDRESSES && !values.isEmpty();
        long primaries = holdsAddresses
                ? values.stream()
                        .map(ProxyAddress::of)
                        .filter(ProxyAddress::isPrimary)
                        .count()
                : 1;
        return primaries == 1
                ? Optional.empty()
                : Optional.of("it holds exactly one primary address, not %d.".formatted(primaries));
    }

    /**
     * Whether the object states just these values, and the mapping would leave them as they are. It is a short cut: no
     * says nothing.
     */
    public boolean isStatedAs(CloudObject object, List<AttributeValue> values) {
        if (plain == null || values.isEmpty()) {
            return false;
        }
        Stated<List<AttributeValue>> stated = object.attributes().get(plain);
        return stated != null && stated.value().equals(values);
    }

    /** What the cloud object states for the target, whatever the directory holds. */
    public Mapped map(CloudObject object, Circumstances circumstances) {
        Statement statement = Statement.of(rule, object, circumstances);
        if (statement instanceof Statement.Values values) {
            return isSingleValued() && values.values().size() > 1
                    ? tooMany()
                    : disclosed(conversion.convert(values.values(), circumstances));
        } else if (statement instanceof Statement.Absent) {
            return NOT_STATED;
        } else if (statement instanceof Statement.Empty) {
            return rule.clearing() == Clearing.FLOWS ? CLEARED : heldBack();
        } else if (statement instanceof Statement.Failed failed) {
            return new Mapped.Invalid("The expression for %s fails. %s".formatted(target(), failed.reason()));
        }
        return new Mapped.Kept(
                "The expression for %s refers to objects that have no entry yet.".formatted(target()),
                ((Statement.Awaiting) statement).omissions());
    }

    /** The sentences about plain values name none; the others must not where values are not to be seen. */
    private Mapped disclosed(Mapped mapped) {
        return disclosure == Disclosure.OPEN || attribute.translation() == Translation.PLAIN
                ? mapped
                : mapped.withoutValues(target());
    }

    private Mapped tooMany() {
        return new Mapped.Invalid("%s takes one value, but %s states several.".formatted(target(), source));
    }

    private Mapped heldBack() {
        return new Mapped.Kept(
                "The cloud states that it is empty, and the rule for %s does not clear.".formatted(target()));
    }

    /** What the target should hold, given what it holds: the cloud's values, and what is kept as found. */
    public List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, Circumstances circumstances) {
        return conversion.fit(cloud, directory, circumstances);
    }

    /** Whether a value may go because the cloud no longer states it. */
    public boolean mayRemove(AttributeValue value, Circumstances circumstances) {
        return conversion.mayRemove(value, circumstances);
    }
}
