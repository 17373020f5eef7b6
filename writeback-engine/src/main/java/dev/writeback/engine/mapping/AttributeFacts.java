package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a directory attribute, whatever a profile does with it; each a sentence or a few.
 *
 * @param requirement what the directory's schema must have: values, syntax, range, link, index, global catalogue
 * @param oid the attribute's identifier in the directory's schema; empty if it is not known
 * @param microsoft which of Microsoft's own jobs writes it back
 * @param move whether the authority for it moves to the cloud with the mailbox
 */
public record AttributeFacts(String requirement, String oid, String microsoft, String move) {

    static AttributeFacts of(CatalogueEntry attribute) {
        return new AttributeFacts(requirement(attribute), attribute.oid(), microsoft(attribute), move(attribute));
    }

    private static String requirement(CatalogueEntry attribute) {
        List<String> parts = new ArrayList<>();
        String values = attribute.arity() == Arity.SINGLE ? "one value" : "any number of values";
        parts.add("%s of syntax %s%s".formatted(values, attribute.syntax(), range(attribute)));
        if (attribute.linked() || attribute.linkId().isPresent()) {
            String number = attribute.linkId().isPresent()
                    ? " (linkID %d)".formatted(attribute.linkId().getAsInt())
                    : "";
            parts.add((attribute.isBackLink() ? "a back link" : "a link") + number);
        }
        if (attribute.searchFlags().isPresent()) {
            parts.add(attribute.isIndexed() ? "indexed" : "not indexed");
        }
        switch (attribute.globalCatalog()) {
            case YES -> parts.add("in the global catalogue");
            case NO -> parts.add("not in the global catalogue");
            case UNKNOWN -> {}
        }
        String doubt = attribute.fromMemory().isEmpty()
                ? ""
                : " No published document confirms: %s."
                        .formatted(String.join(
                                ", ", attribute.fromMemory().stream().sorted().toList()));
        return "%s in the directory's schema: %s.%s".formatted(attribute.name(), String.join("; ", parts), doubt);
    }

    private static String range(CatalogueEntry attribute) {
        if (attribute.upper().isPresent()) {
            return ", from %d to %d"
                    .formatted(attribute.lower().orElse(0), attribute.upper().getAsInt());
        }
        return attribute.lower().isPresent()
                ? ", %d or more".formatted(attribute.lower().getAsInt())
                : "";
    }

    private static String microsoft(CatalogueEntry attribute) {
        return switch (attribute.writer()) {
            case MAILBOX_WRITEBACK -> "Microsoft's writeback of cloud-managed mailboxes writes it.";
            case HYBRID_WRITEBACK -> "Microsoft's older Exchange hybrid writeback writes it.";
            case NONE -> "Microsoft does not write it back.";
        };
    }

    private static String move(CatalogueEntry attribute) {
        return switch (attribute.authority()) {
            case YES -> "Its authority moves to the cloud with the mailbox.";
            case NO -> "Its authority stays in the directory.";
            case UNKNOWN -> "It is not known whether its authority moves to the cloud.";
            case CLOUD_ORIGINATED -> "It comes from the cloud; the directory never was its master.";
        };
    }
}
