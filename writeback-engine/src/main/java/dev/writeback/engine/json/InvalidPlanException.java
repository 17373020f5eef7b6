package dev.writeback.engine.json;

/**
 * That a document of saved plans cannot be used: it is malformed, cut off, changed by hand, or for another profile. The
 * message is its place, {@code line:column}, and one sentence.
 */
public final class InvalidPlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * At this place of the document.
     *
     * @param line from 1
     * @param column from 1
     * @param sentence what is wrong there, and what would be right
     */
    public InvalidPlanException(int line, int column, String sentence) {
        super("%d:%d: %s".formatted(line, column, sentence));
    }
}
