package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.RecipientType;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The cloud's mailbox type becomes one of the numbers by which the directory knows a remote mailbox.
 *
 * @param attribute which of them
 * @param number the number of a type; nothing if the type has none
 * @param kept the number that the cloud's comes to beside the present one
 */
record RecipientConversion(
        CatalogueEntry attribute,
        Function<RecipientType, Optional<AttributeValue>> number,
        BinaryOperator<AttributeValue> kept)
        implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        AttributeValue type = stated.get(0);
        return RecipientType.of(type)
                .flatMap(number)
                .<Mapped>map(found -> new Mapped.Values(List.of(found)))
                .orElseGet(() -> new Mapped.Kept(
                        "The recipient type '%s' has no counterpart for a remote mailbox, so %s stays as it is."
                                .formatted(type, attribute.name())));
    }

    @Override
    public List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, Circumstances circumstances) {
        return cloud.size() == 1 && directory.size() == 1 ? List.of(kept.apply(cloud.get(0), directory.get(0))) : cloud;
    }
}
