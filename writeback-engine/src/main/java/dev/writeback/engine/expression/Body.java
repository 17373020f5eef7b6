package dev.writeback.engine.expression;

/** What a call does, bound to its arguments. */
@FunctionalInterface
interface Body {

    /** The call's value; a {@link Fault} if there is none. */
    Value evaluate(Inputs inputs);
}
