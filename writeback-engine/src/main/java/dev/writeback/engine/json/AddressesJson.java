package dev.writeback.engine.json;

import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.AddressPolicy;
import dev.writeback.engine.mapping.AddressWords;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads which addresses flow from the {@code addresses} of a rule; what is not named stays as it was before. */
final class AddressesJson {

    static final List<String> KEYS = List.of(
            "defaults",
            "flow",
            "preserve",
            "drop",
            "others",
            "flowDomains",
            "preserveDomains",
            "dropDomains",
            "x500From");

    /** What {@code "defaults": false} begins with. */
    private static final AddressPolicies NOTHING =
            new AddressPolicies(Map.of(), Map.of(), AddressPolicy.PRESERVE, Optional.empty());

    private final StrictObject json;
    private final Map<String, String> named = new HashMap<>();
    private AddressPolicies policies;

    private AddressesJson(StrictObject json, AddressPolicies before) {
        this.json = json;
        this.policies = json.flag("defaults", true) ? before : NOTHING;
    }

    /**
     * The policies that an object states.
     *
     * @param before those that it changes
     */
    static AddressPolicies read(StrictObject json, AddressPolicies before) {
        return new AddressesJson(json, before).policies();
    }

    private AddressPolicies policies() {
        for (AddressPolicy policy : AddressPolicy.values()) {
            prefixes(word(policy), policy);
            domains(word(policy) + "Domains", policy);
        }
        others();
        x500From();
        return policies;
    }

    /** How a document writes a policy. */
    static String word(AddressPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    private void prefixes(String key, AddressPolicy policy) {
        for (String prefix : json.texts(key)) {
            if (!AddressWords.isPrefix(prefix)) {
                json.problem(key, "names '%s', which is no prefix; a prefix is a word such as X500".formatted(prefix));
            } else if (isNamedOnce(key, prefix, prefix.toUpperCase(Locale.ROOT))) {
                policies = policies.withPrefix(prefix, policy);
            }
        }
    }

    private void domains(String key, AddressPolicy policy) {
        for (String domain : json.texts(key)) {
            if (!AddressWords.isDomain(domain)) {
                json.problem(
                        key,
                        "names '%s', which is no domain; a domain is contoso.example, or *.contoso.example for all below it"
                                .formatted(domain));
            } else if (isNamedOnce(key, domain, "@" + domain.toLowerCase(Locale.ROOT))) {
                policies = policies.withDomain(domain, policy);
            }
        }
    }

    private void others() {
        Optional<String> others = json.text("others");
        for (AddressPolicy policy : AddressPolicy.values()) {
            if (others.isPresent() && others.get().equals(word(policy))) {
                policies = new AddressPolicies(policies.prefixes(), policies.domains(), policy, policies.x500From());
                return;
            }
        }
        others.ifPresent(unknown -> json.problem(
                "others", "is not known; " + KnownKeys.hint(unknown, List.of("flow", "preserve", "drop"))));
    }

    private void x500From() {
        if (json.has("x500From")) {
            policies = new AddressPolicies(
                    policies.prefixes(), policies.domains(), policies.others(), json.optionalName("x500From"));
        }
    }

    private boolean isNamedOnce(String key, String word, String identity) {
        String before = named.putIfAbsent(identity, key);
        if (before != null) {
            json.problem(key, "names '%s', which %s names too; name it once".formatted(word, before));
        }
        return before == null;
    }
}
