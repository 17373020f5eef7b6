package dev.writeback.agent;

import dev.writeback.engine.Ending;

/** How the agent ends; scripts and services depend on the numbers. */
enum ExitCode {
    /** Done, nothing failed. */
    DONE(0),
    /** Done, some objects failed. */
    SOME_FAILED(1),
    /** A usage or configuration error. */
    USAGE(2),
    /** Held: a person has to look first. */
    HELD(3),
    /** The source, the directory, the store or the status file cannot be reached. */
    UNREACHABLE(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Ending ending) {
        return switch (ending) {
            case COMPLETED, STOPPED -> DONE;
            case COMPLETED_WITH_FAILURES -> SOME_FAILED;
            case HELD -> HELD;
            case SOURCE_UNREACHABLE, DIRECTORY_UNREACHABLE, STORE_FAILED -> UNREACHABLE;
        };
    }
}
