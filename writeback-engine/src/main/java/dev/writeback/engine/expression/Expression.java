package dev.writeback.engine.expression;

public final class Expression {
    private Expression() {}

    public static Expression parse(String text, java.util.Collection<String> known) {
        return new Expression();
    }

    public java.util.List<String> hints() {
        return java.util.List.of();
    }

    public java.util.Set<dev.writeback.model.AttributeName> attributes() {
        return java.util.Set.of();
    }

    public boolean redacts() {
        return false;
    }

    public String print() {
        return "";
    }

    public Evaluated evaluate(Inputs inputs) {
        return new Evaluated.Absent();
    }
}
