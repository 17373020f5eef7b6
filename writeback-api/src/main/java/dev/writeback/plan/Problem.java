package dev.writeback.plan;

/**
 * What went wrong, for a person to act on.
 *
 * @param code what kind of thing
 * @param reason one sentence that names the thing and what is wrong with it, without values of attributes
 * @param action one sentence that says what to do
 * @param diagnostic what the server said, word for word; empty if nothing
 */
public record Problem(ErrorCode code, String reason, String action, String diagnostic) {

    /** A problem that no server said anything about. */
    public static Problem of(ErrorCode code, String reason, String action) {
        return new Problem(code, reason, action, "");
    }

    /** Reason and action, as one line. */
    @Override
    public String toString() {
        return reason + " " + action;
    }
}
