package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CloudValue;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Omission;
import java.util.List;
import java.util.Optional;

/** One address, or the part of one that others are made of. */
record MailConversion(CatalogueEntry attribute) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        if (!(stated.get(0) instanceof AttributeValue.Text text)) {
            return new Mapped.Invalid("%s takes text.".formatted(attribute.name()));
        }
        ProxyAddress address = ProxyAddress.parse(text.value());
        boolean primary = attribute.translation() == Translation.PRIMARY_ADDRESS;
        if (primary && !address.isSmtp()) {
            return new Mapped.Invalid("%s takes an SMTP address, and this has another prefix; it stays as it is."
                    .formatted(attribute.name()));
        }
        AttributeValue bare = primary && !address.address().isEmpty() ? AttributeValue.text(address.address()) : text;
        Optional<AttributeValue> value = CloudValue.translate(attribute, bare);
        if (value.isEmpty()) {
            return new Mapped.Invalid(CloudValue.problem(attribute, bare));
        }
        return primary && !circumstances.domains().accepts(address)
                ? heldBack(address)
                : new Mapped.Values(List.of(value.get()));
    }

    private static Mapped heldBack(ProxyAddress address) {
        String sentence = AddressConversion.unverified(address);
        return new Mapped.Kept(sentence, List.of(new Omission.HeldBack(sentence)));
    }
}
