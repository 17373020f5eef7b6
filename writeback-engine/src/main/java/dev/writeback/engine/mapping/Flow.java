package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.RecipientType;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule together with what is known of its target: how a value gets from the one to the other. */
public final class Flow {

    private static final AttributeName TYPE_DETAILS = AttributeName.of("msExchRecipientTypeDetails");
    private static final AttributeName DISPLAY_TYPE = AttributeName.of("msExchRecipientDisplayType");
    private static final Mapped NOT_STATED = new Mapped.NotStated();
    private static final Mapped CLEARED = new Mapped.Values(List.of());

    private final Rule rule;
    private final CatalogueEntry attribute;
    private final Kind kind;

    Flow(Rule rule, CatalogueEntry attribute) {
        this.rule = rule;
        this.attribute = attribute;
        this.kind = Kind.of(attribute);
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** The directory attribute. */
    public AttributeName target() {
        return attribute.name();
    }

    /** Whether the directory attribute takes one value at most. */
    public boolean isSingleValued() {
        return attribute.arity() == Arity.SINGLE;
    }

    /** What is known of the directory attribute. */
    CatalogueEntry attribute() {
        return attribute;
    }

    /** How the directory attribute's values compare. */
    public AttributeSyntax syntax() {
        return attribute.syntax();
    }

    /** What the cloud object states for the target, whatever the directory holds. */
    public Mapped map(CloudObject object) {
        Optional<List<AttributeValue>> stated = object.stated(rule.source());
        if (stated.isEmpty()) {
            return NOT_STATED;
        }
        List<AttributeValue> values = stated.get();
        if (values.isEmpty()) {
            return CLEARED;
        }
        return switch (kind) {
            case TYPE_DETAILS, DISPLAY_TYPE -> recipientType(values);
            case ADDRESSES -> Addresses.map(values, rule.addresses(), attribute);
            case PLAIN -> plain(values);
        };
    }

    /** What the target should hold, given what it holds: the cloud's values, and what is kept as found. */
    public List<AttributeValue> fit(List<AttributeValue> cloud, List<AttributeValue> directory) {
        return switch (kind) {
            case DISPLAY_TYPE ->
                cloud.size() == 1 && directory.size() == 1
                        ? List.of(RecipientType.keepingBits(cloud.get(0), directory.get(0)))
                        : cloud;
            case ADDRESSES -> Addresses.fit(cloud, directory, rule.addresses());
            case TYPE_DETAILS, PLAIN -> cloud;
        };
    }

    /** Whether a value may go because the cloud no longer states it. */
    public boolean mayRemove(AttributeValue value) {
        return kind != Kind.ADDRESSES || Addresses.flows(value, rule.addresses());
    }

    private Mapped recipientType(List<AttributeValue> values) {
        if (values.size() > 1) {
            return tooMany();
        }
        return RecipientType.of(values.get(0))
                .flatMap(type -> kind == Kind.TYPE_DETAILS ? Optional.of(type.typeDetails()) : type.displayType())
                .<Mapped>map(number -> new Mapped.Values(List.of(number)))
                .orElseGet(() -> new Mapped.Kept(
                        "The recipient type '%s' has no counterpart for a remote mailbox, so %s stays as it is."
                                .formatted(values.get(0), target())));
    }

    private Mapped plain(List<AttributeValue> values) {
        if (values.size() == 1) {
            return ValueCheck.wire(attribute, values.get(0))
                    .<Mapped>map(value -> new Mapped.Values(List.of(value)))
                    .orElseGet(() -> new Mapped.Invalid(ValueCheck.problem(attribute, values.get(0))));
        }
        if (isSingleValued()) {
            return tooMany();
        }
        List<AttributeValue> wire = new ArrayList<>(values.size());
        Distinct distinct = new Distinct(syntax());
        for (AttributeValue value : values) {
            Optional<AttributeValue> checked = ValueCheck.wire(attribute, value);
            if (checked.isEmpty()) {
                return new Mapped.Invalid(ValueCheck.problem(attribute, value));
            }
            if (distinct.add(checked.get())) {
                wire.add(checked.get());
            }
        }
        return new Mapped.Values(List.copyOf(wire));
    }

    private Mapped tooMany() {
        return new Mapped.Invalid("%s takes one value, but %s states several.".formatted(target(), rule.source()));
    }

    /** How values are translated, which follows from the target. */
    private enum Kind {
        PLAIN,
        ADDRESSES,
        TYPE_DETAILS,
        DISPLAY_TYPE;

        static Kind of(CatalogueEntry attribute) {
            if (attribute.syntax() == AttributeSyntax.ADDRESS) {
                return ADDRESSES;
            }
            if (attribute.name().equals(Flow.TYPE_DETAILS)) {
                return TYPE_DETAILS;
            }
            return attribute.name().equals(Flow.DISPLAY_TYPE) ? DISPLAY_TYPE : PLAIN;
        }
    }
}
