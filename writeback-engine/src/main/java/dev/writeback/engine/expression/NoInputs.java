package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The inputs of what is constant. */
enum NoInputs implements Inputs {
    NONE;

    @Override
    public Optional<List<AttributeValue>> stated(AttributeName attribute) {
        return Optional.empty();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public LongSupplier random() {
        return () -> 0;
    }
}
