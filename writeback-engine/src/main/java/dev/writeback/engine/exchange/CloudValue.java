package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Optional;

/**
 * One value of the cloud as the directory has it, by the attribute's {@link Translation}.
 *
 * <p>Lists of addresses and references to other objects are more than one value at a time says; of them this class knows
 * only the form.
 */
public final class CloudValue {

    private CloudValue() {}

    /**
     * The value that the directory is to hold where it holds none; nothing if the attribute cannot hold what is stated,
     * or if a recipient type is stated that has no counterpart on premises.
     *
     * @param stated what the cloud states: a name or a number where the directory has a number
     */
    public static Optional<AttributeValue> translate(CatalogueEntry attribute, AttributeValue stated) {
        if (attribute.translation() == Translation.PLAIN) {
            return ValueCheck.wire(attribute, stated);
        }
        Optional<AttributeValue> translated = translated(attribute, stated);
        return translated.isEmpty() ? translated : ValueCheck.wire(attribute, translated.get());
    }

    /** The translated value with what stays as the directory has it: bits that the cloud does not state. */
    public static AttributeValue keeping(CatalogueEntry attribute, AttributeValue wanted, AttributeValue present) {
        return switch (attribute.translation()) {
            case RECIPIENT_DISPLAY_TYPE -> RecipientType.keepingBits(wanted, present);
            case REMOTE_RECIPIENT_TYPE -> RecipientType.keepingFlags(wanted, present);
            case MODERATION_NOTIFICATIONS -> ModerationNotifications.keepingNested(wanted, present);
            default -> wanted;
        };
    }

    /** One sentence, with no value but a recipient type's name, that says why {@link #translate} came to nothing. */
    public static String problem(CatalogueEntry attribute, AttributeValue stated) {
        return switch (attribute.translation()) {
            case RECIPIENT_TYPE_DETAILS, RECIPIENT_DISPLAY_TYPE, REMOTE_RECIPIENT_TYPE ->
                "The recipient type '%s' has no counterpart for a remote mailbox, so %s stays as it is."
                        .formatted(RecipientType.nameOf(stated).orElseGet(stated::toString), attribute.name());
            case MODERATION_NOTIFICATIONS ->
                "%s takes Always, Internal, Never or a number.".formatted(attribute.name());
            case ARCHIVE_STATUS -> "%s takes None, Active or a number.".formatted(attribute.name());
            case EXTERNAL_DIRECTORY_OBJECT_ID ->
                "%s takes a GUID, with or without User_ in front.".formatted(attribute.name());
            case ROUTING_ADDRESS -> ValueCheck.problem(attribute, RoutingAddress.prefixed(stated));
            case PLAIN, ADDRESSES, PRIMARY_ADDRESS, ALIAS, REFERENCE -> ValueCheck.problem(attribute, stated);
        };
    }

    private static Optional<AttributeValue> translated(CatalogueEntry attribute, AttributeValue stated) {
        return switch (attribute.translation()) {
            case RECIPIENT_TYPE_DETAILS -> RecipientType.of(stated).map(RecipientType::typeDetails);
            case RECIPIENT_DISPLAY_TYPE -> RecipientType.of(stated).flatMap(RecipientType::displayType);
            case REMOTE_RECIPIENT_TYPE -> RecipientType.of(stated).map(RecipientType::remoteType);
            case MODERATION_NOTIFICATIONS -> Optional.of(ModerationNotifications.number(stated));
            case ARCHIVE_STATUS -> Optional.of(ArchiveStatus.number(stated));
            case EXTERNAL_DIRECTORY_OBJECT_ID -> ExternalObjectId.prefixed(stated);
            case ROUTING_ADDRESS -> Optional.of(RoutingAddress.prefixed(stated));
            case PLAIN, ADDRESSES, PRIMARY_ADDRESS, ALIAS, REFERENCE -> Optional.of(stated);
        };
    }
}
