package dev.writeback.engine.expression;

/** A part of a checked expression. Immutable. */
sealed interface Node permits Literal, Keyword, Reading, Call, Comparison, Concatenation {

    /** What it comes to; a {@link Fault} if that cannot be said. */
    Value evaluate(Inputs inputs);

    /** Where it begins, the first character being 1. */
    int column();

    /** Writes it as it can be read again. */
    void print(StringBuilder out);

    /** Whether it stands between operands, so that parentheses keep it together. */
    default boolean isOperation() {
        return false;
    }

    /** Writes it as an operand. */
    default void printOperand(StringBuilder out) {
        if (isOperation()) {
            out.append('(');
            print(out);
            out.append(')');
        } else {
            print(out);
        }
    }
}
