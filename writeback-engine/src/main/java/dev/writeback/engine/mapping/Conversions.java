package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.RecipientType;
import java.util.Optional;

/** Which conversion the catalogue asks for. */
final class Conversions {

    private Conversions() {}

    static Conversion of(Rule rule, CatalogueEntry attribute) {
        return switch (attribute.translation()) {
            case PLAIN -> new PlainConversion(attribute);
            case ADDRESSES -> new AddressConversion(attribute, rule.addresses());
            case PRIMARY_ADDRESS -> new MailConversion(attribute, MailConversion.Form.BARE);
            case ROUTING_ADDRESS -> new MailConversion(attribute, MailConversion.Form.PREFIXED);
            case ALIAS -> new MailConversion(attribute, MailConversion.Form.NAME);
            case REFERENCE -> new ReferenceConversion(attribute);
            case RECIPIENT_TYPE_DETAILS ->
                new RecipientConversion(attribute, type -> Optional.of(type.typeDetails()), (cloud, present) -> cloud);
            case RECIPIENT_DISPLAY_TYPE ->
                new RecipientConversion(attribute, RecipientType::displayType, RecipientType::keepingBits);
            default -> new PlainConversion(attribute);
        };
    }
}
