package dev.writeback.spi;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whose addresses these are.
 *
 * @param addresses each with its prefix, as {@code proxyAddresses} holds it: {@code smtp:ada@contoso.example},
 *     {@code X500:/o=Contoso/cn=ada}. Case does not count. An SMTP address counts without its prefix as well, where an
 *     attribute holds it so: {@code mail}, {@code userPrincipalName}. The text may hold any character.
 */
public record HolderRequest(Set<String> addresses) {
    public HolderRequest {
        addresses = Collections.unmodifiableSet(new LinkedHashSet<>(addresses));
    }
}
