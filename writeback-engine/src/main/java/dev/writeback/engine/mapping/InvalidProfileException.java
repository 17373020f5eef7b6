package dev.writeback.engine.mapping;

import java.util.List;

/** That a profile cannot be used. All problems are named at once. */
public final class InvalidProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** With one sentence for each problem; at least one. */
    public InvalidProfileException(String profile, List<String> problems) {
        super("profile %s: %s".formatted(profile, String.join(" ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
