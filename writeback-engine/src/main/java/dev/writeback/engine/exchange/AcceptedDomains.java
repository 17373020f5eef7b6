package dev.writeback.engine.exchange;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domains that belong to the organization, so that addresses of them may be written. Immutable.
 *
 * <p>Addresses below {@code onmicrosoft.com} are always accepted.
 *
 * @param domains each a domain ({@code contoso.example}), or with {@code *.} in front every domain below it; {@code *}
 *     stands for every domain
 */
public record AcceptedDomains(Set<String> domains) {

    private static final String ANY = "*";
    private static final AcceptedDomains ALL = new AcceptedDomains(Set.of(ANY));

    /** Microsoft's own, one below it for each tenant: nobody has to verify it. */
    private static final String ALWAYS = ".onmicrosoft.com";

    /**
     * These domains, whatever case they are spelled in.
     *
     * @throws IllegalArgumentException if one is blank, or has a {@code *} or an {@code @} where none belongs
     */
    public AcceptedDomains {
        domains = domains.stream().map(AcceptedDomains::checked).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * These domains.
     *
     * @throws IllegalArgumentException if one is blank, or has a {@code *} or an {@code @} where none belongs
     */
    public static AcceptedDomains of(Collection<String> domains) {
        return new AcceptedDomains(Set.copyOf(domains));
    }

    /** Every domain. */
    public static AcceptedDomains all() {
        return ALL;
    }

    /** Whether an address may be written: if it is of one of the domains, or no SMTP address at all. */
    public boolean accepts(ProxyAddress address) {
        if (!address.isSmtp() || domains.contains(ANY)) {
            return true;
        }
        Optional<String> domain = address.domain();
        return domain.isPresent() && accepts(domain.get());
    }

    /** Whether a domain is one of these, or below one of those with {@code *.} in front. */
    public boolean accepts(String domain) {
        String sought = DomainName.fold(domain);
        if (domains.contains(ANY) || domains.contains(sought) || sought.endsWith(ALWAYS)) {
            return true;
        }
        for (int dot = sought.indexOf('.'); dot >= 0; dot = sought.indexOf('.', dot + 1)) {
            if (dot > 0 && domains.contains("*" + sought.substring(dot))) {
                return true;
            }
        }
        return false;
    }

    private static String checked(String domain) {
        if (domain.strip().equals(ANY)) {
            return ANY;
        }
        String folded = DomainName.fold(domain.strip());
        String name = folded.startsWith("*.") ? folded.substring(2) : folded;
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('*') >= 0 || name.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "'%s' is no accepted domain; it would be one like contoso.com, or *.contoso.com for all below it"
                            .formatted(domain));
        }
        return folded;
    }
}
