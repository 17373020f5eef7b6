package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a profile does with one directory attribute.
 *
 * @param target the directory attribute
 * @param source the cloud attribute that it is taken from, or the expression
 * @param authority who wins
 * @param translation how the value gets from the one to the other, in sentences
 * @param requirement what the directory must have and what a value may be, in sentences
 * @param oid the attribute's identifier in the directory's schema; empty if it is not known
 */
public record Explanation(
        AttributeName target, String source, Authority authority, String translation, String requirement, String oid) {

    static Explanation of(Flow flow) {
        CatalogueEntry attribute = flow.attribute();
        return new Explanation(
                flow.target(),
                flow.source(),
                flow.rule().authority(),
                String.join(" ", translation(flow)),
                requirement(attribute),
                attribute.oid());
    }

    private static List<String> translation(Flow flow) {
        Rule rule = flow.rule();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                flow.attribute().translation() == dev.writeback.engine.exchange.Translation.ADDRESSES
                        ? policies(rule.addresses())
                        : flow.attribute().translation().sentence());
        rule.primaryOf()
                .ifPresent(addresses -> sentences.add(
                        "It follows the primary address of %s where that was stated later.".formatted(addresses)));
        rule.addresses().x500From().ifPresent(name -> sentences.add("%s is added as an X500 address.".formatted(name)));
        sentences.add(
                rule.clearing() == Clearing.FLOWS
                        ? "An empty value clears the attribute."
                        : "An empty value does not clear the attribute.");
        return sentences;
    }

    private static String policies(AddressPolicies policies) {
        return "Addresses, one of them primary. By prefix: %s, others %s; by domain: %s."
                .formatted(words(policies.prefixes()), word(policies.others()), words(policies.domains()));
    }

    private static String words(Map<String, AddressPolicy> policies) {
        return policies.isEmpty()
                ? "none"
                : new TreeMap<>(policies)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + word(entry.getValue()))
                                .collect(Collectors.joining(", "));
    }

    private static String word(AddressPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
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
