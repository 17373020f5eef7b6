package dev.writeback.engine.expression;

import java.util.List;
import java.util.stream.Collectors;

/** That an expression cannot be used. All problems that were found are named at once. */
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param column where it begins, the first character being 1
     * @param sentence what is wrong and what would be right
     */
    public record Problem(int column, String sentence) {}

    /** With these problems; at least one. */
    InvalidExpressionException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "column %d: %s".formatted(problem.column(), problem.sentence()))
                .collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of their columns. */
    public List<Problem> problems() {
        return problems;
    }
}
