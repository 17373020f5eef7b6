package dev.writeback.engine.expression;

public interface Inputs {
    java.util.Optional<java.util.List<dev.writeback.model.AttributeValue>> stated(
            dev.writeback.model.AttributeName attribute);

    java.time.Instant now();

    java.util.function.LongSupplier random();
}
