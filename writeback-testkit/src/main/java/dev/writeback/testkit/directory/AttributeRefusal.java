package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;

/** Active Directory's ways to refuse the values of one attribute. The message names the attribute, never a value. */
enum AttributeRefusal {
    ABSENT(ResultCode.NO_SUCH_ATTRIBUTE, "00002084", "1001 (NO_ATTRIBUTE_OR_VAL)", "03151C15"),
    VALUE_ABSENT(ResultCode.NO_SUCH_ATTRIBUTE, "00002085", "1001 (NO_ATTRIBUTE_OR_VAL)", "03151C2A"),
    SYNTAX(ResultCode.INVALID_ATTRIBUTE_SYNTAX, "0000200B", "1002 (INVALID_ATT_SYNTAX)", "03151C3F"),
    RANGE(ResultCode.CONSTRAINT_VIOLATION, "00002082", "1005 (CONSTRAINT_ATT_TYPE)", "03151C54"),
    SINGLE_VALUED(ResultCode.CONSTRAINT_VIOLATION, "00002081", "1005 (CONSTRAINT_ATT_TYPE)", "03151C69"),
    SYSTEM_ONLY(ResultCode.CONSTRAINT_VIOLATION, "0000202F", "1005 (CONSTRAINT_ATT_TYPE)", "03151C7E"),
    NO_TARGET(ResultCode.CONSTRAINT_VIOLATION, "000020B5", "1005 (CONSTRAINT_ATT_TYPE)", "03151C93"),
    NAME_TAKEN(ResultCode.CONSTRAINT_VIOLATION, "000021C8", "1005 (CONSTRAINT_ATT_TYPE)", "03151CA8"),
    HAS_VALUE(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, "0000200D", "1006 (ATT_OR_VALUE_EXISTS)", "03151CBD"),
    VALUE_PRESENT(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, "00002083", "1006 (ATT_OR_VALUE_EXISTS)", "03151CD2");

    private final int code;
    private final String win32;
    private final String problem;
    private final String place;

    AttributeRefusal(ResultCode code, String win32, String problem, String place) {
        this.code = code.intValue();
        this.win32 = win32;
        this.problem = problem;
        this.place = "DSID-" + place;
    }

    DirectoryRefusal of(AttributeDefinition attribute) {
        return DirectoryRefusal.of(
                ResultCode.valueOf(code),
                win32 + ": AtrErr: " + place + ", #1:\n\t0: " + win32 + ": " + place + ", problem " + problem
                        + ", data 0, Att " + attribute.messageId() + " (" + attribute.name() + ")\n");
    }
}
