package dev.writeback.engine.expression;

import java.util.List;

/** Two texts, one behind the other; what is missing is empty. */
record Concatenation(Node left, Node right, int column) implements Node {

    @Override
    public Value evaluate(Inputs inputs) {
        Value first = left.evaluate(inputs);
        Value second = right.evaluate(inputs);
        if (first.isMissing() && second.isMissing()) {
            return first == second ? first : Value.Missing.ABSENT;
        }
        return Value.text(text(first, "left") + text(second, "right"));
    }

    private static String text(Value value, String side) {
        return value.isMissing() ? "" : value.asText(side + " of &");
    }

    @Override
    public List<Node> parts() {
        return List.of(left, right);
    }

    @Override
    public void print(StringBuilder out) {
        left.printOperand(out);
        out.append(" & ");
        right.printOperand(out);
    }

    @Override
    public boolean isOperation() {
        return true;
    }
}
