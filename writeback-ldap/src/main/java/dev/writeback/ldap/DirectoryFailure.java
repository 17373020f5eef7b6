package dev.writeback.ldap;

import dev.writeback.plan.Problem;
import org.jspecify.annotations.Nullable;

/** That a server gave no answer to go on with; never leaves this package. */
final class DirectoryFailure extends Exception {

    /** Whether asking another server is worth it. */
    enum Reach {
        /** Only this server is concerned. */
        THIS_SERVER,
        /** Every server would say the same, or asking them does harm: a wrong password locks the account. */
        EVERY_SERVER
    }

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final Reach reach;

    DirectoryFailure(Problem problem, Reach reach, @Nullable Throwable cause) {
        super(problem.reason(), cause);
        this.problem = problem;
        this.reach = reach;
    }

    Problem problem() {
        return problem;
    }

    Reach reach() {
        return reach;
    }
}
