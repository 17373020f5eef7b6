package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that fails: a result code and a diagnostic message in Active Directory's form, which begins
 * with a Win32 error code in eight hexadecimal digits. The DSIDs are made up: they name places in Microsoft's source.
 */
final class DirectoryRefusal extends Exception {

    private static final long serialVersionUID = 1;

    private final ResultCode code;
    private final @Nullable String matchedDn;
    private final @Nullable String referral;

    private DirectoryRefusal(ResultCode code, String message, @Nullable String matchedDn, @Nullable String referral) {
        super(message, null, false, false);
        this.code = code;
        this.matchedDn = matchedDn;
        this.referral = referral;
    }

    static DirectoryRefusal of(ResultCode code, String message) {
        return new DirectoryRefusal(code, message, null, null);
    }

    static DirectoryRefusal noSuchObject(EntryName bestMatch) {
        String message = "00002030: NameErr: DSID-03100245, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'"
                + bestMatch + "'\n";
        return new DirectoryRefusal(ResultCode.NO_SUCH_OBJECT, message, bestMatch.text(), null);
    }

    static DirectoryRefusal badName(String text) {
        return of(
                ResultCode.INVALID_DN_SYNTAX,
                "0000208F: NameErr: DSID-03100225, problem 2006 (BAD_NAME), data 8350, best match of:\n\t'" + text
                        + "'\n");
    }

    static DirectoryRefusal elsewhere(String domain, String dn) {
        return new DirectoryRefusal(
                ResultCode.REFERRAL,
                "0000202B: RefErr: DSID-0310084A, data 0, 1 access points\n\tref 1: '" + domain + "'\n",
                null,
                "ldap://" + domain + "/" + dn);
    }

    static DirectoryRefusal notSignedIn() {
        return of(
                ResultCode.OPERATIONS_ERROR,
                "000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be"
                        + " completed on the connection., data 0, v4f7c");
    }

    static DirectoryRefusal wrongPassword() {
        return of(
                ResultCode.INVALID_CREDENTIALS,
                "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 52e, v4f7c");
    }

    static DirectoryRefusal encryptionRequired() {
        return of(
                ResultCode.STRONG_AUTH_REQUIRED,
                "00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking if"
                        + " SSL\\TLS are not already active on the connection, data 0, v4f7c");
    }

    static DirectoryRefusal unknownAuthentication() {
        return of(
                ResultCode.AUTH_METHOD_NOT_SUPPORTED,
                "00002027: LdapErr: DSID-0C0905DE, comment: Error in SASL mechanism, data 0, v4f7c");
    }

    static DirectoryRefusal noRight() {
        return of(
                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                "00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n");
    }

    static DirectoryRefusal unknownControl() {
        return of(
                ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
                "0000202C: LdapErr: DSID-0C090B1D, comment: Error processing control, data 0, v4f7c");
    }

    static DirectoryRefusal malformedControl() {
        return of(
                ResultCode.PROTOCOL_ERROR,
                "00000057: LdapErr: DSID-0C090B1F, comment: Error decoding control, data 0, v4f7c");
    }

    static DirectoryRefusal unknownPage() {
        return of(
                ResultCode.UNWILLING_TO_PERFORM,
                "00000057: LdapErr: DSID-0C090B21, comment: Error processing control, data 0, v4f7c");
    }

    static DirectoryRefusal unknownAttribute() {
        return of(
                ResultCode.NO_SUCH_ATTRIBUTE,
                "00000057: LdapErr: DSID-0C090D8A, comment: Error in attribute conversion operation, data 0, v4f7c");
    }

    static DirectoryRefusal unsupported(String comment) {
        return of(
                ResultCode.PROTOCOL_ERROR, "00002040: LdapErr: DSID-0C090DB4, comment: " + comment + ", data 0, v4f7c");
    }

    static DirectoryRefusal unwilling() {
        return of(
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035: SvcErr: DSID-031A1236, problem 5003 (WILL_NOT_PERFORM), data 0\n");
    }

    static DirectoryRefusal keptByAccounts() {
        return of(
                ResultCode.UNWILLING_TO_PERFORM,
                "00002077: SvcErr: DSID-031A124C, problem 5003 (WILL_NOT_PERFORM), data 0\n");
    }

    static DirectoryRefusal misnamed(EntryName name) {
        return namingViolation("00002073", name);
    }

    static DirectoryRefusal misplaced(EntryName superior) {
        return namingViolation("00002099", superior);
    }

    private static DirectoryRefusal namingViolation(String win32, EntryName name) {
        return of(
                ResultCode.NAMING_VIOLATION,
                win32 + ": NameErr: DSID-03050F42, problem 2005 (NAMING_VIOLATION), data 0, best match of:\n\t'" + name
                        + "'\n");
    }

    static DirectoryRefusal notInClass() {
        return of(
                ResultCode.OBJECT_CLASS_VIOLATION,
                "0000207D: UpdErr: DSID-0315166D, problem 6002 (OBJ_CLASS_VIOLATION), data 0\n");
    }

    static DirectoryRefusal classViolation() {
        return of(
                ResultCode.OBJECT_CLASS_VIOLATION,
                "00002014: UpdErr: DSID-03151670, problem 6002 (OBJ_CLASS_VIOLATION), data 0\n");
    }

    static DirectoryRefusal missingRequired() {
        return of(
                ResultCode.OBJECT_CLASS_VIOLATION,
                "0000207C: UpdErr: DSID-0315167A, problem 6002 (OBJ_CLASS_VIOLATION), data 0\n");
    }

    static DirectoryRefusal namingAttribute() {
        return of(
                ResultCode.NOT_ALLOWED_ON_RDN, "00002016: UpdErr: DSID-03151681, problem 6004 (CANT_ON_RDN), data 0\n");
    }

    static DirectoryRefusal notALeaf() {
        return of(
                ResultCode.NOT_ALLOWED_ON_NONLEAF,
                "00002015: UpdErr: DSID-03151694, problem 6003 (CANT_ON_NON_LEAF), data 0\n");
    }

    static DirectoryRefusal exists() {
        return of(
                ResultCode.ENTRY_ALREADY_EXISTS,
                "00002071: UpdErr: DSID-031B0DB4, problem 6005 (ENTRY_EXISTS), data 0\n");
    }

    static DirectoryRefusal tooManyValues() {
        return of(
                ResultCode.ADMIN_LIMIT_EXCEEDED,
                "00002024: SvcErr: DSID-020B0D21, problem 5008 (ADMIN_LIMIT_EXCEEDED), data -1026\n");
    }

    static DirectoryRefusal rangeBeyondEnd() {
        return of(ResultCode.OPERATIONS_ERROR, "00002121: SvcErr: DSID-0314049F, problem 5012 (DIR_ERROR), data 0\n");
    }

    /** The exception for a test that asked for something which the directory does not do. */
    IllegalArgumentException toFailure(String what) {
        return new IllegalArgumentException(
                "The directory refuses to " + what + ": " + code + ", "
                        + message().strip(),
                this);
    }

    ResultCode code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String matchedDn() {
        return matchedDn;
    }

    List<String> referrals() {
        return referral == null ? List.of() : List.of(referral);
    }
}
