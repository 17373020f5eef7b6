package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;

/** Whether a server may be read from and written to, by what it says about itself. */
final class Fitness {

    private Fitness() {}

    /** @throws DirectoryFailure if another server is to be used */
    static void require(RootDse root, ServerAddress server) throws DirectoryFailure {
        if (root.isReadOnly()) {
            throw unfit(
                    "%s is a read-only domain controller (RODC), which takes no writes.".formatted(server),
                    "Name a writable domain controller.");
        }
        if (!root.isSynchronized()) {
            throw unfit(
                    "%s has not caught up with its partners since it was started (isSynchronized is FALSE)."
                            .formatted(server),
                    "Nothing to do: it is tried again later; if it lasts, see to its replication (repadmin /showrepl).");
        }
    }

    private static DirectoryFailure unfit(String reason, String action) {
        return new DirectoryFailure(
                Problem.of(ErrorCode.DIRECTORY_UNAVAILABLE, reason, action), Reach.THIS_SERVER, null);
    }
}
