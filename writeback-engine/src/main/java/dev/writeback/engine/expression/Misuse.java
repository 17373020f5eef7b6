package dev.writeback.engine.expression;

/** That a call is wrong, whatever the object: found when the expression is read. It never leaves the package. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int column;

    /** Of the call as a whole (column 0) or of what stands at a column, with a sentence. */
    Misuse(int column, String sentence) {
        super(sentence, null, false, false);
        this.column = column;
    }

    int column() {
        return column;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
