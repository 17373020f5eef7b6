package dev.writeback.engine.json;

/** That a line of the feed cannot be read, and where in it; never leaves this package. */
final class MalformedLine extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    /** One sentence that says what is wrong and what would be right, and the column, from 1, in characters. */
    MalformedLine(int column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    int column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
