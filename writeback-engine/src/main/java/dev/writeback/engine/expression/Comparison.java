package dev.writeback.engine.expression;

import java.util.regex.Pattern;

/**
 * Whether two values compare so. Nothing compares with what an attribute does not say; of several values one is enough.
 */
record Comparison(Operator operator, Node left, Node right, int column) implements Node {

    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?[0-9]{1,18}\\s*");

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
        if (isNothing(left, first) || isNothing(right, second)) {
            return Value.Truth.FALSE;
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

    private static boolean isNothing(Node side, Value value) {
        return value.isMissing() || (side instanceof Reading && value.isMissingOrEmpty());
    }

    private static int order(Value one, Value other) {
        boolean number = one instanceof Value.Whole || other instanceof Value.Whole;
        if (number && isWhole(one) && isWhole(other)) {
            return Long.compare(one.asNumber(""), other.asNumber(""));
        }
        if (one instanceof Value.Moment first && other instanceof Value.Moment second) {
            return first.instant().compareTo(second.instant());
        }
        String first = one.asText("the comparison");
        String second = other.asText("the comparison");
        boolean truth = one instanceof Value.Truth || other instanceof Value.Truth;
        return truth && first.equalsIgnoreCase(second) ? 0 : first.compareTo(second);
    }

    private static boolean isWhole(Value value) {
        return value instanceof Value.Whole
                || (value instanceof Value.Text text
                        && WHOLE.matcher(text.text()).matches());
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
