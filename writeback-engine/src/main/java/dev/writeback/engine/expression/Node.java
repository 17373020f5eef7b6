package dev.writeback.engine.expression;

import java.util.List;
import java.util.function.Predicate;

/** A part of a checked expression. Immutable. */
sealed interface Node permits Literal, Keyword, Reading, Unstatable, Call, Comparison, Concatenation {

    /** What it comes to; a {@link Fault} if that cannot be said. */
    Value evaluate(Inputs inputs);

    /** Where it begins, the first character being 1. */
    int column();

    /** Writes it as it can be read again. */
    void print(StringBuilder out);

    /** What it is made of, one level down. */
    default List<Node> parts() {
        return List.of();
    }

    /** Whether this is true of it, or of anything that it is made of. */
    default boolean has(Predicate<Node> trait) {
        if (trait.test(this)) {
            return true;
        }
        for (Node part : parts()) {
            if (part.has(trait)) {
                return true;
            }
        }
        return false;
    }

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
