package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.ChangedEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what entries have now that changed, in few searches. */
final class ChangedEntries {

    private static final String USN = "uSNChanged";
    private static final int MOST_TERMS = 100;
    private static final int MOST_ATTEMPTS = 5;

    private final Session session;
    private final Dn base;
    private final EntryNaming naming;
    private final EntryReader reader;
    private final Set<AttributeName> attributes;

    ChangedEntries(Session session, Dn base, Map<AttributeName, AttributeSyntax> attributes) throws LDAPException {
        this.session = session;
        this.base = base;
        this.naming = session.kind().naming();
        this.reader = new EntryReader(session, attributes);
        this.attributes = attributes.keySet();
    }

    /** The names of what has to be read of an entry. */
    String[] names() {
        return Stream.concat(
                        Stream.of(naming.idAttribute(), USN),
                        attributes.stream().map(AttributeName::value))
                .toArray(String[]::new);
    }

    /** Those of these entries that are below the base, each with the attributes that are named. */
    List<ChangedEntry> read(Map<ObjectGuid, Set<AttributeName>> changed) throws LDAPException {
        List<ObjectGuid> all = new ArrayList<>(changed.keySet());
        all.removeIf(guid -> changed.getOrDefault(guid, Set.of()).isEmpty());
        List<ChangedEntry> entries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_TERMS) {
            List<Filter> some = all.subList(from, Math.min(all.size(), from + MOST_TERMS)).stream()
                    .map(naming::byGuid)
                    .toList();
            for (SearchResultEntry found :
                    session.search(base.value(), SearchScope.SUB, Filter.createORFilter(some), names())) {
                Optional<EntryId> id = naming.id(found);
                if (id.isPresent()) {
                    entry(found, id.get(), changed.getOrDefault(id.get().guid(), Set.of()))
                            .ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    /** Entries that were found, each with all that was asked for. */
    List<ChangedEntry> of(List<SearchResultEntry> found) throws LDAPException {
        List<ChangedEntry> entries = new ArrayList<>();
        for (SearchResultEntry each : found) {
            Optional<EntryId> id = naming.id(each);
            if (id.isPresent()) {
                entry(each, id.get(), attributes).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** An entry with attributes, which are there without values if it has none; nothing if it is gone already. */
    private Optional<ChangedEntry> entry(SearchResultEntry found, EntryId id, Collection<AttributeName> names)
            throws LDAPException {
        try {
            DirectoryEntry read = whole(found, id);
            Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
            names.forEach(name -> values.put(name, read.values(name)));
            return Optional.of(new ChangedEntry(id, values));
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Values that come in parts count only if nobody changed the entry between the parts: one might be passed over. */
    private DirectoryEntry whole(SearchResultEntry found, EntryId id) throws LDAPException {
        SearchResultEntry before = found;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            DirectoryEntry read = reader.entry(new Candidate(id, before));
            if (before.getAttributes().stream().noneMatch(Attribute::hasOptions)) {
                return read;
            }
            SearchResultEntry after = again(id);
            if (Objects.equals(before.getAttributeValue(USN), after.getAttributeValue(USN))) {
                return read;
            }
            before = after;
        }
        throw new LDAPException(ResultCode.BUSY, "an entry was changed again and again while its values were read");
    }

    private SearchResultEntry again(EntryId id) throws LDAPException {
        return session
                .search(naming.target(id), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), names())
                .stream()
                .findFirst()
                .orElseThrow(() -> new LDAPException(ResultCode.NO_SUCH_OBJECT, "an entry is gone"));
    }
}
