package dev.writeback.engine.expression;

public sealed interface Evaluated {
    record Values(java.util.List<dev.writeback.model.AttributeValue> values) implements Evaluated {}

    record Empty() implements Evaluated {}

    record Absent() implements Evaluated {}

    record Dropped() implements Evaluated {}

    record Failed(String reason) implements Evaluated {}
}
