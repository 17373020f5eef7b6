package dev.writeback.engine.json;

import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.AddressPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads which addresses flow from the {@code addresses} of a rule; what is not named is as by default. */
final class AddressesJson {

    static final List<String> KEYS =
            List.of("flow", "preserve", "drop", "flowDomains", "preserveDomains", "dropDomains");

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[^\\s.*@]+(\\.[^\\s.*@]+)*");

    private final StrictObject json;
    private final Map<String, String> named = new HashMap<>();
    private AddressPolicies policies = AddressPolicies.standard();

    private AddressesJson(StrictObject json) {
        this.json = json;
    }

    static AddressPolicies read(StrictObject json) {
        return new AddressesJson(json).policies();
    }

    private AddressPolicies policies() {
        prefixes("flow", AddressPolicy.FLOW);
        prefixes("preserve", AddressPolicy.PRESERVE);
        prefixes("drop", AddressPolicy.DROP);
        domains("flowDomains", AddressPolicy.FLOW);
        domains("preserveDomains", AddressPolicy.PRESERVE);
        domains("dropDomains", AddressPolicy.DROP);
        return policies;
    }

    private void prefixes(String key, AddressPolicy policy) {
        for (String prefix : json.texts(key)) {
            if (!PREFIX.matcher(prefix).matches()) {
                json.problem(key, "names '%s', which is no prefix; a prefix is a word such as X500".formatted(prefix));
            } else if (isNamedOnce(key, prefix)) {
                policies = policies.withPrefix(prefix, policy);
            }
        }
    }

    private void domains(String key, AddressPolicy policy) {
        for (String domain : json.texts(key)) {
            if (!DOMAIN.matcher(domain).matches()) {
                json.problem(
                        key,
                        "names '%s', which is no domain; a domain is contoso.example, or *.contoso.example for all below it"
                                .formatted(domain));
            } else if (isNamedOnce(key, domain)) {
                policies = policies.withDomain(domain, policy);
            }
        }
    }

    private boolean isNamedOnce(String key, String word) {
        String before = named.putIfAbsent(word.toUpperCase(Locale.ROOT) + key.endsWith("Domains"), key);
        if (before != null) {
            json.problem(key, "names '%s', which %s names too; name it once".formatted(word, before));
        }
        return before == null;
    }
}
