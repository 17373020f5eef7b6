package dev.writeback.engine.expression;

/**
 * A function of the language.
 *
 * @param name its one spelling
 * @param signature its parameters
 * @param binder makes a body of a call's arguments; a {@link Misuse} if they are wrong for every object
 */
record Function(String name, Signature signature, Binder binder) {

    /** Makes a body of the arguments of a call. */
    @FunctionalInterface
    interface Binder {
        Body bind(Slots slots);
    }

    /** A function with parameters as {@link Signature#parse} reads them. */
    static Function of(String name, String parameters, Binder binder) {
        return new Function(name, Signature.parse(parameters), binder);
    }
}
