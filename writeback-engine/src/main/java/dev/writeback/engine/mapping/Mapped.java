package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Omission;
import java.util.List;

/** What a rule makes of a cloud object. */
public sealed interface Mapped {

    /** What the cloud states and that is left out; empty as a rule. */
    default List<Omission> omissions() {
        return List.of();
    }

    /** Whether a part of it waits for other objects. */
    default boolean isPartial() {
        for (Omission omission : omissions()) {
            if (omission instanceof Omission.Unresolved) {
                return true;
            }
        }
        return false;
    }

    /** The cloud says nothing about the attribute. */
    record NotStated() implements Mapped {}

    /**
     * These values, in the directory's terms; none says that the attribute is to be cleared.
     *
     * @param omissions what is stated besides and left out
     */
    record Values(List<AttributeValue> values, List<Omission> omissions) implements Mapped {

        /** These values, and nothing left out. */
        public Values(List<AttributeValue> values) {
            this(values, List.of());
        }
    }

    /**
     * The directory's value stays, although the cloud states one.
     *
     * @param reason one sentence
     * @param omissions what is left out
     */
    record Kept(String reason, List<Omission> omissions) implements Mapped {

        /** The directory's value stays, and nothing is left out that would flow at another time. */
        public Kept(String reason) {
            this(reason, List.of());
        }
    }

    /** The cloud's values cannot be written. */
    record Invalid(String reason) implements Mapped {}
}
