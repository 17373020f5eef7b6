package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call; one between two commas that is not given is empty, which is not the empty text. */
final class Slots {

    private static final Node NOT_GIVEN = new Literal(Value.Missing.ABSENT, 0);

    private final Signature signature;
    private final List<Node> nodes;

    Slots(Signature signature, List<@Nullable Node> nodes) {
        this.signature = signature;
        this.nodes = nodes.stream().map(node -> node == null ? NOT_GIVEN : node).toList();
    }

    /** These with one more that is not given, before the one at this place. */
    Slots withGap(int place) {
        List<@Nullable Node> wider = new ArrayList<>(nodes);
        wider.add(Math.min(place, wider.size()), NOT_GIVEN);
        return new Slots(signature, wider);
    }

    int count() {
        return nodes.size();
    }

    boolean isGiven(int slot) {
        return slot < nodes.size() && !NOT_GIVEN.equals(nodes.get(slot));
    }

    /** The name of a slot. */
    String name(int slot) {
        return signature.name(slot);
    }

    /** The argument of a slot that is given; of one that is not, the missing value. */
    Node node(int slot) {
        return slot < nodes.size() ? nodes.get(slot) : NOT_GIVEN;
    }

    /** All arguments from this slot on, those that are not given as the missing value. */
    List<Node> from(int first) {
        return nodes.subList(Math.min(first, nodes.size()), nodes.size());
    }

    /** The text of an argument that is a constant; nothing if it is none, or not given. */
    Optional<String> constant(int slot) {
        return isGiven(slot)
                        && node(slot) instanceof Literal literal
                        && !literal.value().isMissing()
                ? Optional.of(literal.value().asText(name(slot)))
                : Optional.empty();
    }

    /** That an argument is wrong, whatever the object. */
    Misuse misuse(int slot, String words) {
        return new Misuse(node(slot).column(), "'%s' %s.".formatted(name(slot), words));
    }

    /**
     * What a setting, such as a pattern, is compiled to: once, if it is a constant, and then its mistakes are found when
     * the expression is read; else for each object.
     */
    <T> Setting<T> setting(int slot, java.util.function.Function<String, T> compile) {
        Optional<String> constant = constant(slot);
        if (constant.isPresent()) {
            T compiled = compiled(slot, constant.get(), compile);
            return inputs -> compiled;
        }
        Node node = node(slot);
        String name = name(slot);
        return inputs -> {
            try {
                return compile.apply(node.evaluate(inputs).asText(name));
            } catch (InvalidSettingException invalid) {
                throw new Fault("cannot use what it gets for '%s'".formatted(name));
            }
        };
    }

    /** A number, which is checked when the expression is read if it is a constant. */
    Amount number(int slot) {
        Node node = node(slot);
        String name = name(slot);
        if (!isGiven(slot)
                || !(node instanceof Literal literal)
                || literal.value().isMissing()) {
            return inputs -> node.evaluate(inputs).asNumber(name);
        }
        try {
            long number = literal.value().asNumber(name);
            return inputs -> number;
        } catch (Fault fault) {
            throw misuse(slot, "is no whole number");
        }
    }

    /** A number on its way to a call. */
    @FunctionalInterface
    interface Amount {
        long of(Inputs inputs);
    }

    private <T> T compiled(int slot, String text, java.util.function.Function<String, T> compile) {
        try {
            return compile.apply(text);
        } catch (InvalidSettingException invalid) {
            throw misuse(slot, "cannot be used: " + invalid.getMessage());
        }
    }

    /** A setting on its way to a call. */
    @FunctionalInterface
    interface Setting<T> {
        T of(Inputs inputs);
    }
}
