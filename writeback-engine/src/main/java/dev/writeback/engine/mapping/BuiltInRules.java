package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.BuiltIn;
import dev.writeback.engine.exchange.Translation;

/** The rules of the built-in profiles, which follow from the catalogue. */
final class BuiltInRules {

    /** What Exchange Online calls the addresses of a mailbox, and its name within Exchange. */
    private static final String ADDRESSES = "EmailAddresses";

    private static final String LEGACY_NAME = "LegacyExchangeDN";

    private BuiltInRules() {}

    static Rule of(CatalogueEntry attribute, BuiltIn profile) {
        Rule rule = Rule.of(attribute.name().value(), attribute.property());
        if (attribute.translation() == Translation.PRIMARY_ADDRESS) {
            return rule.withPrimaryOf(ADDRESSES);
        }
        return attribute.translation() == Translation.ADDRESSES && profile == BuiltIn.EXCHANGE_ONLINE_EXTENDED
                ? rule.withAddresses(AddressPolicies.standard().withX500From(LEGACY_NAME))
                : rule;
    }
}
