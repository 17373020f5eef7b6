package dev.writeback.agent;

/** That a command cannot go on, with the one line that the user is told and the exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** With one line that names the thing, what is wrong and what would be right. */
    Failure(ExitCode exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** A usage or configuration error. */
    static Failure usage(String line) {
        return new Failure(ExitCode.USAGE, line);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
