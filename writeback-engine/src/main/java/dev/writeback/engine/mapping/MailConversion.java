package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AddressError;
import dev.writeback.engine.exchange.AddressRules;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CloudValue;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Omission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One address, or the part of one that others are made of. */
record MailConversion(CatalogueEntry attribute) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        if (!(stated.get(0) instanceof AttributeValue.Text text)) {
            return new Mapped.Invalid("%s takes text.".formatted(attribute.name()));
        }
        ProxyAddress address = ProxyAddress.parse(text.value());
        boolean primary = attribute.translation() == Translation.PRIMARY_ADDRESS;
        AttributeValue bare = primary && address.isSmtp() && !address.address().isEmpty()
                ? AttributeValue.text(address.address())
                : text;
        Optional<AttributeValue> value = CloudValue.translate(attribute, bare);
        if (value.isEmpty()) {
            return new Mapped.Invalid(CloudValue.problem(attribute, bare));
        }
        List<AddressError> errors = AddressRules.check(attribute, value.get().toString());
        if (!errors.isEmpty()) {
            return invalid(errors);
        }
        return primary && !circumstances.domains().accepts(address)
                ? heldBack(address)
                : new Mapped.Values(List.of(value.get()));
    }

    private Mapped invalid(List<AddressError> errors) {
        String words = errors.stream()
                .map(error -> "%s (%s)".formatted(error.words(), error.code()))
                .collect(Collectors.joining(", "));
        return new Mapped.Invalid("The value for %s %s; it stays as it is until that is mended in the cloud."
                .formatted(attribute.name(), words));
    }

    private static Mapped heldBack(ProxyAddress address) {
        String sentence = AddressConversion.unverified(address);
        return new Mapped.Kept(sentence, List.of(new Omission.HeldBack(sentence)));
    }
}
