package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;

/** What goes wrong with a request when a test wants it to; see {@link Interventions#failNext}. Immutable. */
public final class Fault {

    /** When the connection is cut. */
    enum Cut {
        NEVER,
        BEFORE,
        AFTER
    }

    private final Cut cut;
    private final ResultCode code;
    private final String message;

    private Fault(Cut cut, ResultCode code, String message) {
        this.cut = cut;
        this.code = code;
        this.message = message;
    }

    /**
     * The request is not done and answered with this result.
     *
     * @param code the LDAP result code
     * @param diagnosticMessage the message; Active Directory's begin with eight hexadecimal digits, such as {@code
     *     0000200E: SvcErr: DSID-00000000, problem 5001 (BUSY), data 0}
     * @return the fault
     */
    public static Fault result(ResultCode code, String diagnosticMessage) {
        return new Fault(Cut.NEVER, code, diagnosticMessage);
    }

    /**
     * The connection is closed and the request is not done.
     *
     * @return the fault
     */
    public static Fault cutBefore() {
        return new Fault(Cut.BEFORE, ResultCode.SERVER_DOWN, "");
    }

    /**
     * The request is done, and the connection is closed instead of an answer: the client cannot know.
     *
     * @return the fault
     */
    public static Fault cutAfter() {
        return new Fault(Cut.AFTER, ResultCode.SERVER_DOWN, "");
    }

    Cut cut() {
        return cut;
    }

    ResultCode code() {
        return code;
    }

    String message() {
        return message;
    }
}
