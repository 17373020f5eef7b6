package dev.writeback.engine.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts, one behind the other; what is missing is empty.
 *
 * <p>All that {@code &} joins lies side by side, so that a long row is no deeper than a short one.
 */
record Concatenation(List<Node> parts, int column) implements Node {

    Concatenation {
        parts = List.copyOf(parts);
    }

    /** These operands, and what those of them join that are rows themselves. */
    static Concatenation of(List<Node> operands, int column) {
        List<Node> parts = new ArrayList<>(operands.size());
        for (Node operand : operands) {
            if (operand instanceof Concatenation row) {
                parts.addAll(row.parts);
            } else {
                parts.add(operand);
            }
        }
        return new Concatenation(parts, column);
    }

    @Override
    public Value evaluate(Inputs inputs) {
        StringBuilder joined = new StringBuilder();
        Value missing = Value.Missing.CLEARED;
        boolean present = false;
        for (int i = 0; i < parts.size(); i++) {
            Value value = parts.get(i).evaluate(inputs);
            if (value.isMissing()) {
                missing = value == Value.Missing.CLEARED ? missing : Value.Missing.ABSENT;
            } else {
                present = true;
                joined.append(text(value, i + 1));
            }
        }
        return present ? Value.text(joined.toString()) : missing;
    }

    private static String text(Value value, int number) {
        // The words are put together only where they are needed.
        return value instanceof Value.Text text ? text.text() : value.asText("operand " + number + " of &");
    }

    @Override
    public void print(StringBuilder out) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(" & ");
            }
            parts.get(i).printOperand(out);
        }
    }

    @Override
    public boolean isOperation() {
        return true;
    }
}
