package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The filter of a scope. It never stands alone in a search, so that it can only narrow what is found. */
final class ScopeFilter {

    private static final int AT_ONCE = 100;

    private ScopeFilter() {}

    /** What is wrong with a filter; nothing if it can be used. */
    static Optional<String> flaw(String text) {
        try {
            Filter.create(text);
            return Optional.empty();
        } catch (LDAPException malformed) {
            return Optional.of("is not an LDAP filter, which reads like (&(objectClass=user)(department=Sales))");
        }
    }

    /** The problem of a scope whose filter cannot be used. */
    static Optional<Problem> problem(Optional<String> text) {
        return text.flatMap(ScopeFilter::flaw)
                .map(flaw -> Problem.of(
                        ErrorCode.SCOPE_UNRESOLVED,
                        "The filter of the scope %s.".formatted(flaw),
                        "Correct the filter."));
    }

    /** Those of these entries that meet the filter. */
    static Set<ObjectGuid> meeting(Session session, String base, String text, Collection<ObjectGuid> entries)
            throws LDAPException {
        EntryNaming naming = session.kind().naming();
        Filter filter = parsed(text);
        List<ObjectGuid> all = new ArrayList<>(entries);
        Set<ObjectGuid> meeting = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Filter> some = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(naming::byGuid)
                    .toList();
            Filter both = Filter.createANDFilter(Filter.createORFilter(some), filter);
            session.search(base, SearchScope.SUB, both, naming.idAttribute())
                    .forEach(found -> naming.id(found).ifPresent(id -> meeting.add(id.guid())));
        }
        return meeting;
    }

    private static Filter parsed(String text) throws LDAPException {
        try {
            return Filter.create(text);
        } catch (LDAPException malformed) {
            throw new LDAPException(ResultCode.FILTER_ERROR, "the filter of the scope is malformed", malformed);
        }
    }
}
