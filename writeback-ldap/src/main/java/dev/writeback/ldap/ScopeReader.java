package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out over one connection what the conditions of a scope come to. */
final class ScopeReader {

    private static final Set<ResultCode> NOT_HERE =
            Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.REFERRAL, ResultCode.INVALID_DN_SYNTAX);
    private static final Filter ANY = Filter.createPresenceFilter("objectClass");

    private final Session session;
    private final Dn base;
    private final GroupMembers groups;
    private final EntryNaming naming;
    private final Map<EntryPointer, EntryId> places = new LinkedHashMap<>();

    ScopeReader(Session session, Dn base, GroupMembers groups) throws LDAPException {
        this.session = session;
        this.base = base;
        this.groups = groups;
        this.naming = session.kind().naming();
    }

    ResolvedScope read(ScopeConditions conditions) throws LDAPException {
        List<EntryId> units = find(conditions.organizationalUnits());
        Set<ObjectGuid> within = new HashSet<>();
        for (EntryId unit : units) {
            session.searchPaged(
                    unit.dn().value(),
                    Filter.createEqualityFilter("objectClass", "organizationalUnit"),
                    found -> naming.id(found).ifPresent(id -> within.add(id.guid())),
                    naming.idAttribute());
        }
        GroupMembers.Members members = groups.of(session, find(conditions.groups()));
        return new ResolvedScope(
                places,
                within,
                new Membership(
                        members.entries(),
                        members.sids().stream().map(AttributeValue::octets).collect(Collectors.toSet())),
                Optional.empty());
    }

    private List<EntryId> find(List<EntryPointer> pointers) throws LDAPException {
        Set<EntryId> found = new LinkedHashSet<>();
        for (EntryPointer pointer : pointers) {
            Optional<EntryId> place = find(pointer);
            place.ifPresent(it -> {
                places.put(pointer, it);
                found.add(it);
            });
        }
        return new ArrayList<>(found);
    }

    private Optional<EntryId> find(EntryPointer pointer) throws LDAPException {
        if (pointer instanceof EntryPointer.Identified it) {
            return first(base.value(), SearchScope.SUB, naming.byGuid(it.guid()));
        }
        Dn dn = ((EntryPointer.Named) pointer).dn();
        return dn.isWithin(base) ? first(dn.value(), SearchScope.BASE, ANY) : Optional.empty();
    }

    private Optional<EntryId> first(String place, SearchScope scope, Filter filter) throws LDAPException {
        try {
            List<SearchResultEntry> found = session.search(place, scope, filter, naming.idAttribute());
            return found.stream().findFirst().flatMap(naming::id);
        } catch (LDAPException failure) {
            if (scope.equals(SearchScope.BASE) && NOT_HERE.contains(failure.getResultCode())) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
