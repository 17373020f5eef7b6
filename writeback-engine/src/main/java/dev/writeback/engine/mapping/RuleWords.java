package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.model.ForbiddenAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules in words. */
final class RuleWords {

    private RuleWords() {}

    /** Who wins, and what becomes of an empty value. */
    static String winner(Rule rule) {
        if (rule.authority().kind() == Authority.Kind.DIRECTORY) {
            return "The directory wins: its value is never changed, and reported where the cloud's differs.";
        }
        String empty = rule.clearing() == Clearing.FLOWS
                ? "An empty value clears the attribute, which counts as destructive; one that is not stated leaves it alone."
                : "An empty value does not clear the attribute, and is reported; one that is not stated leaves it alone.";
        return conflict(rule.authority()) + ' ' + empty + drift(rule.drift()) + firstContact(rule.firstContact());
    }

    private static String conflict(Authority authority) {
        return switch (authority.kind()) {
            case CLOUD -> "The cloud wins.";
            case DIRECTORY -> "The directory wins.";
            case NEWEST -> "Where both sides changed it, the change that is newer wins.";
            case MANUAL -> "Where both sides changed it, a person decides.";
            case RESOLVER ->
                "Where both sides changed it, the resolver '%s' decides."
                        .formatted(authority.resolver().orElse(""));
        };
    }

    private static String drift(Drift drift) {
        return switch (drift) {
            case REPORT -> "";
            case REPAIR -> " What only the directory changed is repaired as soon as it is seen.";
            case ACCEPT -> " What only the directory changed is accepted.";
        };
    }

    private static String firstContact(FirstContact first) {
        return switch (first) {
            case MERGE -> "";
            case CLOUD -> " At the first contact its values replace all that the directory has.";
            case DIRECTORY -> " At the first contact the directory's values stay where it has any.";
        };
    }

    /** How a value gets from the cloud to the directory. */
    static String translation(Rule rule, CatalogueEntry attribute) {
        List<String> sentences = new ArrayList<>();
        if (rule.origin() instanceof Origin.Computed) {
            sentences.add("The expression is evaluated for each cloud object.");
        }
        boolean addresses = attribute.translation() == Translation.ADDRESSES;
        sentences.add(
                addresses ? policies(rule.addresses()) : attribute.translation().sentence());
        rule.primaryOf()
                .ifPresent(source -> sentences.add(
                        "It follows the primary address of %s where that was stated later.".formatted(source)));
        if (addresses) {
            rule.addresses()
                    .x500From()
                    .ifPresent(name -> sentences.add("%s is added as an X500 address.".formatted(name)));
        }
        return String.join(" ", sentences);
    }

    /** What to do with an attribute that is not written. */
    static String advice(CatalogueEntry attribute) {
        if (ForbiddenAttributes.contains(attribute.name())) {
            return "No profile may write it.";
        }
        if (attribute.isBackLink()) {
            return "The directory keeps it itself, so no profile can write it.";
        }
        String property = attribute.properties().stream().findFirst().orElse("CloudAttribute");
        String built = attribute
                .profile()
                .map(profile -> " The built-in profile %s has one.".formatted(profile.profileName()))
                .orElse("");
        return "A rule for it looks like {\"target\": \"%s\", \"source\": \"%s\"}.%s"
                .formatted(attribute.name(), property, built);
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
}
