package dev.writeback.engine.expression;

import java.util.List;

/**
 * A call of a function.
 *
 * @param slots its arguments
 * @param body what it does with them
 */
record Call(Function function, Slots slots, Body body, int column) implements Node {

    /** How the words of a fault begin once they name the function. */
    static final String FUNCTION = "Function";

    @Override
    public Value evaluate(Inputs inputs) {
        try {
            return body.evaluate(inputs);
        } catch (Fault fault) {
            throw fault.in(function.name(), column);
        }
    }

    @Override
    public List<Node> parts() {
        return slots.from(0);
    }

    @Override
    public void print(StringBuilder out) {
        out.append(function.name()).append('(');
        for (int i = 0; i < slots.count(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (slots.isGiven(i)) {
                slots.node(i).print(out);
            }
        }
        out.append(')');
    }
}
