package dev.writeback.engine.expression;

/**
 * That a function cannot do its work on the values of this object. It never leaves the package: the expression turns it
 * into a result. It carries no stack trace, for an object that fails is no bug.
 */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With words that go on from the name of a function and hold no value. */
    Fault(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }

    /** The same, said of a function at a column, unless a function further inside has said it already. */
    Fault in(String function, int column) {
        return words().startsWith(Call.FUNCTION)
                ? this
                : new Fault("%s %s at column %d %s".formatted(Call.FUNCTION, function, column, words()));
    }
}
