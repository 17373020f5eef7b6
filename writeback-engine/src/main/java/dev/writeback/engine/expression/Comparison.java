package dev.writeback.engine.expression;

import java.util.List;
import java.util.OptionalLong;

/**
 * Whether two values compare so. Nothing compares with what an attribute does not say; of several values one is enough.
 */
record Comparison(Operator operator, Node left, Node right, int column) implements Node {

    /** How two values may compare. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("<>"),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    @Override
    public Value evaluate(Inputs inputs) {
        Value first = left.evaluate(inputs);
        Value second = right.evaluate(inputs);
        if (isNothing(left, first, inputs) || isNothing(right, second, inputs)) {
            return Value.Truth.FALSE;
        }
        if (!(first instanceof Value.Many) && !(second instanceof Value.Many)) {
            return Value.truth(operator.holds(order(first, second)));
        }
        for (Value one : first.all()) {
            for (Value other : second.all()) {
                if (operator.holds(order(one, other))) {
                    return Value.Truth.TRUE;
                }
            }
        }
        return Value.Truth.FALSE;
    }

    /** Whether there is no value, or the empty text because an attribute has none. */
    private static boolean isNothing(Node side, Value value, Inputs inputs) {
        return value.isMissing()
                || (value.isMissingOrEmpty()
                        && side.has(part -> (part instanceof Reading || part instanceof Unstatable)
                                && part.evaluate(inputs).isMissingOrEmpty()));
    }

    private static int order(Value one, Value other) {
        if (one instanceof Value.Whole || other instanceof Value.Whole) {
            OptionalLong first = number(one);
            OptionalLong second = number(other);
            if (first.isPresent() && second.isPresent()) {
                return Long.compare(first.getAsLong(), second.getAsLong());
            }
        }
        if (one instanceof Value.Moment first && other instanceof Value.Moment second) {
            return first.instant().compareTo(second.instant());
        }
        String first = one.asText("the comparison");
        String second = other.asText("the comparison");
        boolean truth = one instanceof Value.Truth || other instanceof Value.Truth;
        return truth ? first.compareToIgnoreCase(second) : first.compareTo(second);
    }

    private static OptionalLong number(Value value) {
        if (value instanceof Value.Whole whole) {
            return OptionalLong.of(whole.number());
        }
        return value instanceof Value.Text text ? Numbers.whole(text.text()) : OptionalLong.empty();
    }

    @Override
    public List<Node> parts() {
        return List.of(left, right);
    }

    @Override
    public void print(StringBuilder out) {
        left.printOperand(out);
        out.append(' ').append(operator.sign()).append(' ');
        right.printOperand(out);
    }

    @Override
    public boolean isOperation() {
        return true;
    }
}
