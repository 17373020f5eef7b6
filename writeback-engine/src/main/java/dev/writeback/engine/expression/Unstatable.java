package dev.writeback.engine.expression;

/** An attribute of a name that the cloud's attributes cannot have, so that it is never stated. */
record Unstatable(String name, int column) implements Node {

    @Override
    public Value evaluate(Inputs inputs) {
        return Value.Missing.ABSENT;
    }

    @Override
    public void print(StringBuilder out) {
        out.append('[').append(name).append(']');
    }
}
