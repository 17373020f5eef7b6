package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.HolderRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who has addresses, asked of one server: one OR filter for many of them, over attributes that Active Directory indexes and
 * its global catalog holds. Values are parts of the filter and never of its text, so that none can widen it.
 */
final class AddressSearch {

    /** An OR filter gets slow beyond some hundred terms, and each question costs an operation. */
    static final int MOST_TERMS = 500;

    private static final List<String> PREFIXED = List.of("proxyAddresses", "targetAddress");
    private static final List<String> BARE = List.of("mail", "userPrincipalName");
    private static final String SMTP = "smtp:";

    private final Session session;
    private final String base;

    /** Below a base; an empty one is all that the server has. */
    AddressSearch(Session session, String base) {
        this.session = session;
        this.base = base;
    }

    List<AddressHolder> holders(HolderRequest request) throws LDAPException {
        List<Filter> terms =
                request.addresses().stream().flatMap(AddressSearch::terms).toList();
        Map<EntryId, AddressHolder> holders = new LinkedHashMap<>();
        for (int from = 0; from < terms.size(); from += MOST_TERMS) {
            List<Filter> some = terms.subList(from, Math.min(terms.size(), from + MOST_TERMS));
            search(Filter.createORFilter(some), holders);
        }
        return List.copyOf(holders.values());
    }

    private void search(Filter filter, Map<EntryId, AddressHolder> holders) throws LDAPException {
        EntryNaming naming = session.kind().naming();
        String[] attributes = Stream.of(List.of(naming.idAttribute()), PREFIXED, BARE)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
        session.searchPaged(
                base,
                filter,
                found -> naming.id(found).ifPresent(id -> holders.put(id, new AddressHolder(id, addresses(found)))),
                attributes);
    }

    private static Stream<Filter> terms(String address) {
        Stream<Filter> prefixed = PREFIXED.stream().map(name -> Filter.createEqualityFilter(name, address));
        if (!address.regionMatches(true, 0, SMTP, 0, SMTP.length())) {
            return prefixed;
        }
        String bare = address.substring(SMTP.length());
        return Stream.concat(prefixed, BARE.stream().map(name -> Filter.createEqualityFilter(name, bare)));
    }

    /** A long list may come as {@code proxyAddresses;range=0-1499}. */
    private static Map<AttributeName, List<AttributeValue>> addresses(SearchResultEntry found) {
        Map<AttributeName, List<AttributeValue>> addresses = new LinkedHashMap<>();
        for (Attribute attribute : found.getAttributes()) {
            AttributeName name = AttributeName.of(attribute.getBaseName());
            if (isAddress(attribute.getBaseName())) {
                List<AttributeValue> values = addresses.computeIfAbsent(name, none -> new ArrayList<>());
                Stream.of(attribute.getValues()).map(AttributeValue::text).forEach(values::add);
            }
        }
        return addresses;
    }

    private static boolean isAddress(String name) {
        return Stream.concat(PREFIXED.stream(), BARE.stream()).anyMatch(name::equalsIgnoreCase);
    }
}
