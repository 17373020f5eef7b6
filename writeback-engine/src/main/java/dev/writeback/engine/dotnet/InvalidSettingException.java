package dev.writeback.engine.dotnet;

/**
 * A constant of a configuration (a pattern, a format, a culture, ...) that cannot be used.
 *
 * <p>The message is a phrase without a full stop that says what is wrong and what would be right, fit to stand behind
 * the name of the parameter and a colon. It holds parts of the configuration, never a value of an attribute.
 */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** With this phrase. */
    public InvalidSettingException(String message) {
        super(message);
    }
}
