package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What an expression is evaluated on. */
public interface Inputs {

    /** The values stated for an attribute, none if it is stated as empty; nothing if it was never stated. */
    Optional<List<AttributeValue>> stated(AttributeName attribute);

    /** The present time; the same at each call. */
    Instant now();

    /** Gives 64 uniform bits at each call. */
    LongSupplier random();
}
