package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * An attribute that histories are about.
 *
 * @param cloud its name in the cloud
 * @param directory the directory attribute that it flows to
 * @param syntax how its values compare there
 * @param arity how many values it has
 * @param stated what the cloud states of a mailbox, without values to clear it; values that the profile writes
 * @param held what somebody else sets in the entry of a mailbox
 */
public record CarriedAttribute(
        AttributeName cloud,
        AttributeName directory,
        AttributeSyntax syntax,
        Arity arity,
        Function<NumberedMailbox, Arbitrary<List<AttributeValue>>> stated,
        Function<NumberedMailbox, Arbitrary<List<AttributeValue>>> held) {

    /** How many values an attribute may have. */
    public enum Arity {
        /** One at most. */
        ONE,
        /** Any number, none of them twice. */
        MANY
    }
}
