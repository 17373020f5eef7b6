package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.mapping.ValueConversion.Misfit;

/** Which conversion the catalogue asks for. */
final class Conversions {

    private Conversions() {}

    static Conversion of(Rule rule, CatalogueEntry attribute) {
        return switch (attribute.translation()) {
            case ADDRESSES -> new AddressConversion(attribute, rule.addresses());
            case PRIMARY_ADDRESS, ROUTING_ADDRESS, ALIAS -> new MailConversion(attribute);
            case REFERENCE -> new ReferenceConversion(new ValueConversion(attribute, Misfit.INVALID));
            case RECIPIENT_TYPE_DETAILS, RECIPIENT_DISPLAY_TYPE, REMOTE_RECIPIENT_TYPE ->
                new ValueConversion(attribute, Misfit.KEPT);
            case PLAIN, MODERATION_NOTIFICATIONS, ARCHIVE_STATUS, EXTERNAL_DIRECTORY_OBJECT_ID ->
                new ValueConversion(attribute, Misfit.INVALID);
        };
    }
}
