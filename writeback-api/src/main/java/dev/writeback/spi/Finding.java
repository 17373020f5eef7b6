package dev.writeback.spi;

/**
 * One result of a check.
 *
 * @param level how bad it is
 * @param topic what was looked at, in a word or two: {@code sign-in}, {@code schema}
 * @param message one sentence that says what was found
 * @param action one sentence that says what to do; empty if nothing
 */
public record Finding(Level level, String topic, String message, String action) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, but somebody should look. */
        WARNING,
        /** Does not work. */
        ERROR,
        /** The directory cannot be reached at all. */
        UNREACHABLE
    }

    /** That something is as it should be. */
    public static Finding ok(String topic, String message) {
        return new Finding(Level.OK, topic, message, "");
    }
}
