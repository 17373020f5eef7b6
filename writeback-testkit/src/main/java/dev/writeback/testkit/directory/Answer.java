package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.testkit.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a request in the parts that LDAP's messages are made of. */
record Answer(
        int code, @Nullable String matchedDn, @Nullable String message, List<String> referrals) {

    static final Answer SUCCESS = new Answer(ResultCode.SUCCESS_INT_VALUE, null, null, List.of());

    /** A search that found more than it may return. */
    static final Answer SIZE_LIMIT = new Answer(ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE, null, null, List.of());

    static final Answer COMPARE_TRUE = new Answer(ResultCode.COMPARE_TRUE_INT_VALUE, null, null, List.of());
    static final Answer COMPARE_FALSE = new Answer(ResultCode.COMPARE_FALSE_INT_VALUE, null, null, List.of());

    // ERROR_DS_UNAVAILABLE and ERROR_DS_BUSY ([MS-ERREF] 2.2), in the form of a domain controller.
    private static final String UNAVAILABLE = "0000200F: SvcErr: DSID-00000000, problem 5002 (UNAVAILABLE), data 0\n";
    private static final String BUSY = "0000200E: SvcErr: DSID-00000000, problem 5001 (BUSY), data 0\n";

    static Answer of(DirectoryRefusal refusal) {
        return new Answer(refusal.code().intValue(), refusal.matchedDn(), refusal.message(), refusal.referrals());
    }

    /** What a request that is not done is answered with; of a connection that is cut nobody hears it. */
    static Answer of(Fault fault) {
        if (fault instanceof Fault.Result result) {
            return new Answer(result.code().intValue(), null, result.diagnosticMessage(), List.of());
        } else if (fault instanceof Fault.Unavailable) {
            return new Answer(ResultCode.UNAVAILABLE_INT_VALUE, null, UNAVAILABLE, List.of());
        } else if (fault instanceof Fault.Throttled) {
            return new Answer(ResultCode.BUSY_INT_VALUE, null, BUSY, List.of());
        }
        return new Answer(ResultCode.SERVER_DOWN_INT_VALUE, null, "", List.of());
    }
}
