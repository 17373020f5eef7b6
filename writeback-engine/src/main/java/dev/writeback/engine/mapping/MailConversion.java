package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AddressError;
import dev.writeback.engine.exchange.AddressRules;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Omission;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One SMTP address, or the part of one that is made into others.
 *
 * @param attribute the attribute that holds it
 * @param form how the attribute spells it
 */
record MailConversion(CatalogueEntry attribute, Form form) implements Conversion {

    /** How an attribute spells an address. */
    enum Form {
        /** Without a prefix, and of an accepted domain only ({@code mail}). */
        BARE,
        /** With the prefix of a primary address, and of any domain ({@code targetAddress}). */
        PREFIXED,
        /** Only the name in front of the {@code @} ({@code mailNickname}). */
        NAME
    }

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        if (!(stated.get(0) instanceof AttributeValue.Text text)) {
            return new Mapped.Invalid("%s takes text.".formatted(attribute.name()));
        }
        ProxyAddress address = ProxyAddress.parse(text.value());
        String value = switch (form) {
            case BARE -> address.isSmtp() ? address.address() : text.value();
            case PREFIXED -> address.promoted().text();
            case NAME -> text.value();
        };
        List<AddressError> errors = AddressRules.check(attribute, value);
        if (!errors.isEmpty()) {
            return invalid(errors);
        }
        return form == Form.BARE && !circumstances.domains().accepts(address)
                ? heldBack(value)
                : PlainConversion.one(attribute, AttributeValue.text(value));
    }

    private Mapped invalid(List<AddressError> errors) {
        String words = errors.stream()
                .map(error -> "%s (%s)".formatted(error.words(), error.code()))
                .collect(Collectors.joining(", "));
        return new Mapped.Invalid("The value for %s %s; it stays as it is until that is mended in the cloud."
                .formatted(attribute.name(), words));
    }

    private static Mapped heldBack(String address) {
        String sentence = AddressConversion.unverified(address);
        return new Mapped.Kept(sentence, List.of(new Omission.HeldBack(sentence)));
    }
}
