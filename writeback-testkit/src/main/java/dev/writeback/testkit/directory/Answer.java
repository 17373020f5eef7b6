package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;
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

    static Answer of(DirectoryRefusal refusal) {
        return new Answer(refusal.code().intValue(), refusal.matchedDn(), refusal.message(), refusal.referrals());
    }

    static Answer of(Fault fault) {
        return new Answer(fault.code().intValue(), null, fault.message(), List.of());
    }
}
