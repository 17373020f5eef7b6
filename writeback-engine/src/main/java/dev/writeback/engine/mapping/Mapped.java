package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeValue;
import java.util.List;

/** What a rule makes of a cloud object. */
public sealed interface Mapped {

    /** The cloud says nothing about the attribute. */
    record NotStated() implements Mapped {}

    /** These values, in the directory's terms; none says that the attribute is to be cleared. */
    record Values(List<AttributeValue> values) implements Mapped {}

    /** The cloud's value has no counterpart in the directory, whose value stays. */
    record Kept(String reason) implements Mapped {}

    /** The cloud's values cannot be written. */
    record Invalid(String reason) implements Mapped {}
}
