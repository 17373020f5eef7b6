package dev.writeback.testkit.law;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;

/** What a directory in memory says. */
final class MemoryProblem {

    private MemoryProblem() {}

    private static String remedy(ErrorCode code) {
        return code == ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND
                ? "Add it to vocabulary(), or take it out of the profile."
                : "Look at the history.";
    }

    static Problem of(ErrorCode code, String what) {
        return Problem.of(code, "In the directory in memory %s.".formatted(what), remedy(code));
    }
}
