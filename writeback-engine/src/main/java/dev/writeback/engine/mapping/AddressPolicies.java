package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses flow. The policy of an SMTP address is that of its domain if there is one for it, else that of its
 * prefix.
 *
 * @param prefixes by prefix in upper case
 * @param domains by domain in lower case; {@code *.example.com} stands for every domain below {@code example.com}
 * @param others for prefixes that are not named
 * @param x500From a cloud attribute whose value becomes one more address, of prefix {@code X500}: the name by which
 *     replies to old messages find the mailbox ({@code LegacyExchangeDN})
 */
public record AddressPolicies(
        Map<String, AddressPolicy> prefixes,
        Map<String, AddressPolicy> domains,
        AddressPolicy others,
        Optional<AttributeName> x500From) {

    private static final AddressPolicies STANDARD = new AddressPolicies(
            Map.of("SMTP", AddressPolicy.FLOW, "SPO", AddressPolicy.DROP),
            Map.of("*.onmicrosoft.com", AddressPolicy.PRESERVE),
            AddressPolicy.PRESERVE,
            Optional.empty());

    public AddressPolicies {
        Map<String, AddressPolicy> byPrefix = new LinkedHashMap<>();
        prefixes.forEach((prefix, policy) -> byPrefix.put(prefix.toUpperCase(Locale.ROOT), policy));
        prefixes = Collections.unmodifiableMap(byPrefix);
        Map<String, AddressPolicy> byDomain = new LinkedHashMap<>();
        domains.forEach((domain, policy) -> byDomain.put(domain.toLowerCase(Locale.ROOT), policy));
        domains = Collections.unmodifiableMap(byDomain);
    }

    /**
     * The default: SMTP addresses flow; {@code SPO} addresses, which mean nothing on premises, are dropped; all other
     * kinds (X500, X400, SIP, EUM, ...) and addresses below {@code onmicrosoft.com}, which rightly differ between the
     * sides, are preserved.
     */
    public static AddressPolicies standard() {
        return STANDARD;
    }

    /** These policies, with another one for a prefix such as {@code SIP}. */
    public AddressPolicies withPrefix(String prefix, AddressPolicy policy) {
        Map<String, AddressPolicy> changed = new LinkedHashMap<>(prefixes);
        changed.put(prefix.toUpperCase(Locale.ROOT), policy);
        return new AddressPolicies(changed, domains, others, x500From);
    }

    /** These policies, with another one for a domain, or with {@code *.} in front for all domains below it. */
    public AddressPolicies withDomain(String domain, AddressPolicy policy) {
        Map<String, AddressPolicy> changed = new LinkedHashMap<>(domains);
        changed.put(domain.toLowerCase(Locale.ROOT), policy);
        return new AddressPolicies(prefixes, changed, others, x500From);
    }

    /** These policies, with the value of a cloud attribute as one more X500 address. */
    public AddressPolicies withX500From(String source) {
        return new AddressPolicies(prefixes, domains, others, Optional.of(AttributeName.of(source)));
    }

    /** What happens to an address. */
    AddressPolicy of(ProxyAddress address) {
        if (address.isSmtp()) {
            AddressPolicy policy = null;
            int longest = 0;
            for (Map.Entry<String, AddressPolicy> domain : domains.entrySet()) {
                int exactness = exactness(domain.getKey());
                if (exactness > longest && address.isOf(domain.getKey())) {
                    policy = domain.getValue();
                    longest = exactness;
                }
            }
            if (policy != null) {
                return policy;
            }
        }
        return prefixes.getOrDefault(address.kind(), others);
    }

    /** The letters that an address must share; without the star, which is one of any length. */
    private static int exactness(String domain) {
        return domain.startsWith("*.") ? domain.length() - 1 : domain.length();
    }
}
