package dev.writeback.testkit.law;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;

/** What a directory in memory says. */
final class MemoryProblem {

    private MemoryProblem() {}

    static Problem of(ErrorCode code, String what) {
        return Problem.of(code, "In the directory in memory %s.".formatted(what), "Look at the history.");
    }
}
