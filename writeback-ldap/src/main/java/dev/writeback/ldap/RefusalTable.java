package dev.writeback.ldap;

import static dev.writeback.ldap.Refusal.Kind.MISSING;
import static dev.writeback.ldap.Refusal.Kind.NOT_PERMITTED;
import static dev.writeback.ldap.Refusal.Kind.REJECTED;
import static dev.writeback.ldap.Refusal.Kind.STALE;
import static dev.writeback.ldap.Refusal.Kind.UNAVAILABLE;
import static dev.writeback.ldap.Refusal.Kind.UNKNOWN;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.Refusal.Kind;
import dev.writeback.plan.ErrorCode;
import java.util.List;

/**
 * What the answers to a modify request mean: by result code first, since not every server and not every message has an
 * eight-digit code, then by what the message shows. The table is read from the top; the first row that fits counts.
 */
final class RefusalTable {

    private static final String ANYTHING = "";

    static final Refusal CONFLICT = refusal(
            STALE,
            ErrorCode.ENTRY_CONFLICT,
            "Somebody changed the entry %1$s since it was read from %2$s.",
            "Nothing was written; read it again and plan again.");
    private static final Refusal NOT_IN_SCHEMA = refusal(
            REJECTED,
            ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
            "The schema of %2$s lacks %3$s, which was to be written to %1$s.",
            "Extend the schema (for Exchange attributes: setup /PrepareSchema) or take the attribute out of the profile.");
    private static final Refusal NOT_OF_CLASS = refusal(
            REJECTED,
            ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
            "The object class of %1$s does not allow %3$s.",
            "Extend the class in the schema of %2$s, or take entries of this class out of scope.");
    private static final Refusal BAD_VALUE = refusal(
            REJECTED,
            ErrorCode.INVALID_VALUE,
            "%2$s takes the new value of %3$s of %1$s for invalid or out of range.",
            "Correct the value in the cloud.");
    private static final Refusal DEAD_REFERENCE = refusal(
            REJECTED,
            ErrorCode.INVALID_VALUE,
            "The new value of %3$s of %1$s names an entry that %2$s does not have.",
            "Have the entry that is named created or replicated first.");
    private static final Refusal NOT_UNIQUE = refusal(
            REJECTED,
            ErrorCode.REJECTED,
            "The new value of %3$s of %1$s belongs to another entry and must be unique.",
            "Find the other entry and take the value from one of the two.");
    private static final Refusal KEPT_BY_SERVER = refusal(
            REJECTED, ErrorCode.REJECTED, "%2$s keeps %3$s of %1$s itself.", "Take the attribute out of the profile.");
    private static final Refusal TOO_LARGE = refusal(
            REJECTED,
            ErrorCode.REJECTED,
            "The entry %1$s would pass a limit of %2$s.",
            "Active Directory holds about 1,200 values without links in one entry: remove values, of whatever attribute.");
    private static final Refusal NO_RIGHT = refusal(
            NOT_PERMITTED,
            ErrorCode.INSUFFICIENT_RIGHTS,
            "The account may not write %3$s of %1$s.",
            "Grant it write access to them on the organizational unit, with inheritance to users; an entry with adminCount=1 (AdminSDHolder) or blocked inheritance does not inherit it.");
    private static final Refusal GLOBAL_CATALOG = refusal(
            REJECTED,
            ErrorCode.REJECTED,
            "%2$s is a global catalog port, which cannot be written to.",
            "Name the port 636 or 389 of a domain controller instead of 3269 or 3268.");
    private static final Refusal ELSEWHERE = refusal(
            REJECTED,
            ErrorCode.REJECTED,
            "%2$s does not write the entry %1$s itself but refers to another server.",
            "Add the entry's own domain as a directory, or name a writable domain controller of it as server.");
    private static final Refusal BUSY = refusal(
            UNAVAILABLE,
            ErrorCode.DIRECTORY_BUSY,
            "%2$s is too busy to write the entry %1$s.",
            "Nothing to do: it is tried again later; if it lasts, use fewer connections.");
    private static final Refusal SIGNED_OUT = refusal(
            UNAVAILABLE,
            ErrorCode.SIGN_IN_FAILED,
            "%2$s does not take the connection for signed in, or not for safe enough.",
            "Check the account, and use ldaps:// or StartTLS.");
    private static final Refusal LOST = refusal(
            UNKNOWN,
            ErrorCode.OUTCOME_UNKNOWN,
            "The write to %1$s was sent and the answer of %2$s was lost; it may have been done.",
            "Read the entry, then decide.");
    private static final Refusal OTHER =
            refusal(REJECTED, ErrorCode.REJECTED, "%2$s refuses to write the entry %1$s.", "See the server's message.");

    private static final List<Row> ROWS = List.of(
            row(ResultCode.NO_SUCH_ATTRIBUTE, "00000057", NOT_IN_SCHEMA),
            row(ResultCode.NO_SUCH_ATTRIBUTE, "0000200C", NOT_IN_SCHEMA),
            row(ResultCode.NO_SUCH_ATTRIBUTE, "0000206F", NOT_IN_SCHEMA),
            row(ResultCode.NO_SUCH_ATTRIBUTE, "not found in the schema", NOT_IN_SCHEMA),
            row(ResultCode.NO_SUCH_ATTRIBUTE, ANYTHING, CONFLICT),
            row(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, ANYTHING, CONFLICT),
            row(ResultCode.UNDEFINED_ATTRIBUTE_TYPE, ANYTHING, NOT_IN_SCHEMA),
            row(ResultCode.CONSTRAINT_VIOLATION, "00002081", CONFLICT),
            row(ResultCode.CONSTRAINT_VIOLATION, "multiple value", CONFLICT),
            row(ResultCode.CONSTRAINT_VIOLATION, "single-value", CONFLICT),
            row(ResultCode.CONSTRAINT_VIOLATION, "000020B5", DEAD_REFERENCE),
            row(ResultCode.CONSTRAINT_VIOLATION, "000021C7", NOT_UNIQUE),
            row(ResultCode.CONSTRAINT_VIOLATION, "000021C8", NOT_UNIQUE),
            row(ResultCode.CONSTRAINT_VIOLATION, "000020B1", KEPT_BY_SERVER),
            row(ResultCode.CONSTRAINT_VIOLATION, "0000211B", KEPT_BY_SERVER),
            row(ResultCode.CONSTRAINT_VIOLATION, ANYTHING, BAD_VALUE),
            row(ResultCode.INVALID_ATTRIBUTE_SYNTAX, ANYTHING, BAD_VALUE),
            row(ResultCode.INVALID_DN_SYNTAX, ANYTHING, BAD_VALUE),
            row(
                    ResultCode.NO_SUCH_OBJECT,
                    ANYTHING,
                    refusal(
                            MISSING,
                            ErrorCode.ENTRY_NOT_FOUND,
                            "The entry %1$s is no longer on %2$s.",
                            "Nothing to do if it was deleted; else find out where it went.")),
            row(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, ANYTHING, NO_RIGHT),
            row(ResultCode.OBJECT_CLASS_VIOLATION, "multiple value", CONFLICT),
            row(ResultCode.OBJECT_CLASS_VIOLATION, ANYTHING, NOT_OF_CLASS),
            row(ResultCode.ENTRY_ALREADY_EXISTS, ANYTHING, NOT_UNIQUE),
            row(ResultCode.ADMIN_LIMIT_EXCEEDED, ANYTHING, TOO_LARGE),
            row(ResultCode.SIZE_LIMIT_EXCEEDED, ANYTHING, TOO_LARGE),
            row(ResultCode.NOT_ALLOWED_ON_RDN, ANYTHING, KEPT_BY_SERVER),
            row(ResultCode.UNWILLING_TO_PERFORM, "global catalog", GLOBAL_CATALOG),
            row(ResultCode.UNWILLING_TO_PERFORM, "0000200E", BUSY),
            row(ResultCode.UNWILLING_TO_PERFORM, "0000209A", KEPT_BY_SERVER),
            row(ResultCode.UNWILLING_TO_PERFORM, "000020B1", KEPT_BY_SERVER),
            row(ResultCode.UNWILLING_TO_PERFORM, "0000211B", KEPT_BY_SERVER),
            row(ResultCode.UNWILLING_TO_PERFORM, "000020E7", NO_RIGHT),
            row(ResultCode.REFERRAL, ANYTHING, ELSEWHERE),
            row(ResultCode.BUSY, ANYTHING, BUSY),
            row(ResultCode.UNAVAILABLE, ANYTHING, BUSY),
            row(ResultCode.TIME_LIMIT_EXCEEDED, ANYTHING, BUSY),
            row(ResultCode.OPERATIONS_ERROR, "00002020", SIGNED_OUT),
            row(ResultCode.OPERATIONS_ERROR, "successful bind", SIGNED_OUT),
            row(ResultCode.STRONG_AUTH_REQUIRED, ANYTHING, SIGNED_OUT),
            row(ResultCode.CONFIDENTIALITY_REQUIRED, ANYTHING, SIGNED_OUT),
            row(ResultCode.SERVER_DOWN, ANYTHING, LOST),
            row(ResultCode.LOCAL_ERROR, ANYTHING, LOST),
            row(ResultCode.DECODING_ERROR, ANYTHING, LOST),
            row(ResultCode.TIMEOUT, ANYTHING, LOST),
            row(ResultCode.USER_CANCELED, ANYTHING, LOST),
            row(ResultCode.CONNECT_ERROR, ANYTHING, LOST));

    private RefusalTable() {}

    /** What this answer means. */
    static Refusal of(LDAPException failure) {
        Diagnostic diagnostic = Diagnostic.of(failure);
        return ROWS.stream()
                .filter(row -> row.fits(failure.getResultCode(), diagnostic))
                .map(Row::refusal)
                .findFirst()
                .orElse(OTHER);
    }

    private static Row row(ResultCode result, String sign, Refusal refusal) {
        return new Row(result, sign, refusal);
    }

    private static Refusal refusal(Kind kind, ErrorCode code, String reason, String action) {
        return new Refusal(kind, code, reason, action);
    }

    /**
     * @param result the result code
     * @param sign an eight-digit code, or words of the message
     * @param refusal what it means
     */
    private record Row(ResultCode result, String sign, Refusal refusal) {
        boolean fits(ResultCode code, Diagnostic diagnostic) {
            return result.equals(code) && (sign.isEmpty() || diagnostic.shows(sign));
        }
    }
}
