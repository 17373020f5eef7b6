package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a profile does with one directory attribute.
 *
 * @param target the directory attribute
 * @param source the cloud attribute that it is taken from
 * @param authority who wins
 * @param translation one sentence that says how the value gets from the one to the other
 * @param requirement one sentence that says what the directory must have and what a value may be
 * @param oid the attribute's identifier in the directory's schema
 */
public record Explanation(
        AttributeName target,
        AttributeName source,
        Authority authority,
        String translation,
        String requirement,
        String oid) {

    static Explanation of(Flow flow) {
        CatalogueEntry attribute = flow.attribute();
        return new Explanation(
                flow.target(),
                flow.rule().source(),
                flow.rule().authority(),
                translation(flow),
                requirement(attribute),
                attribute.oid());
    }

    private static String translation(Flow flow) {
        if (flow.syntax() == AttributeSyntax.ADDRESS) {
            AddressPolicies policies = flow.rule().addresses();
            return "Addresses, one of them primary. By prefix: %s, others %s; by domain: %s."
                    .formatted(
                            words(policies.prefixes()),
                            policies.others().name().toLowerCase(Locale.ROOT),
                            words(policies.domains()));
        }
        return switch (flow.target().value()) {
            case "msExchRecipientTypeDetails" -> "The cloud's mailbox type becomes that of a remote mailbox.";
            case "msExchRecipientDisplayType" ->
                "The cloud's mailbox type becomes the display type of a remote mailbox; the ACLable bit stays as found.";
            default -> "The value flows as it is; an empty value clears the attribute.";
        };
    }

    private static String words(Map<String, AddressPolicy> policies) {
        return policies.isEmpty()
                ? "none"
                : new TreeMap<>(policies)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " "
                                        + entry.getValue().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    private static String requirement(CatalogueEntry attribute) {
        String values = attribute.arity() == Arity.SINGLE ? "one value" : "any number of values";
        String range = attribute.upper().isPresent()
                ? ", from %d to %d"
                        .formatted(
                                attribute.lower().orElse(0), attribute.upper().getAsInt())
                : "";
        return "%s in the directory's schema: %s of syntax %s%s."
                .formatted(attribute.name(), values, attribute.syntax(), range);
    }
}
