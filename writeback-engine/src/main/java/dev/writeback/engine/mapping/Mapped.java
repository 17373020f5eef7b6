package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;
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

    /** The same, with sentences that name no value. */
    default Mapped withoutValues(AttributeName target) {
        List<Omission> plain = omissions().stream()
                .map(omission -> omission instanceof Omission.Unresolved
                        ? omission
                        : new Omission.HeldBack(
                                "A value of %s is held back; its expression lets nobody see which.".formatted(target)))
                .toList();
        String hidden = "What the expression for %s makes %s; it lets nobody see why.";
        if (this instanceof Values stated) {
            return new Values(stated.values(), plain, stated.heldBack());
        } else if (this instanceof Kept) {
            return new Kept(hidden.formatted(target, "leaves it as it is"), plain);
        }
        return this instanceof Invalid ? new Invalid(hidden.formatted(target, "cannot be written")) : this;
    }

    /** The cloud says nothing about the attribute. */
    record NotStated() implements Mapped {}

    /**
     * These values, in the directory's terms; none says that the attribute is to be cleared.
     *
     * @param omissions what is stated besides and left out
     * @param heldBack the values that are stated and must not be written; where the directory has one, it stays
     */
    record Values(List<AttributeValue> values, List<Omission> omissions, List<AttributeValue> heldBack)
            implements Mapped {

        /** These values, and besides what is left out and is no value of the directory's. */
        public Values(List<AttributeValue> values, List<Omission> omissions) {
            this(values, omissions, List.of());
        }

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
