package dev.writeback.engine.law;

import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.List;
import net.jqwik.api.Arbitraries;

/**
 * The laws, for the extended profile and one that carries besides a department, notes, which a directory of the laws would
 * else keep for itself, and one attribute of the cloud to a second place.
 */
class ExtendedLawsTest extends ExchangeOnlineLawsTest {

    @Override
    WritebackBuilder configured(WritebackBuilder builder) {
        return builder.profile(Profile.exchangeOnlineExtended().toBuilder("extended")
                .rule(Rule.of("department", "Department"))
                .rule(Rule.of("info", "Notes"))
                .rule(Rule.of("company", "CustomAttribute1"))
                .build());
    }

    @Override
    protected Vocabulary vocabulary() {
        return super.vocabulary()
                .text("Department", "department")
                .text("Notes", "info")
                .text("CustomAttribute1", "company")
                .and(new CarriedAttribute(
                        AttributeName.of("RecipientTypeDetails"),
                        AttributeName.of("msExchRemoteRecipientType"),
                        AttributeSyntax.LARGE_INTEGER,
                        CarriedAttribute.Arity.ONE,
                        mailbox -> Arbitraries.of("UserMailbox", "SharedMailbox")
                                .map(type -> List.of(AttributeValue.text(type))),
                        mailbox -> Arbitraries.of("4", "100").map(number -> List.of(AttributeValue.text(number)))));
    }
}
