package dev.writeback.architecture.bad.model;

public record TakesFlag(boolean fine) {
    public TakesFlag with(boolean notFine) {
        return new TakesFlag(notFine);
    }
}
