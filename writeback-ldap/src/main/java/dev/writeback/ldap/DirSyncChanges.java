package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.SourceRead.Rest;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changed by the DirSync control ([MS-ADTS] 3.1.1.3.4.1.3), which names the attributes too.
 *
 * <p>It works on whole naming contexts, and may give some of many values only. So it tells what changed, and the values
 * are read as they always are: below the base, and all of them.
 */
final class DirSyncChanges implements ChangeLog {

    /** An entry that was moved or renamed may be new below the base, so that all of it is news. */
    private static final String NAME = "name";

    /** No entry has it. */
    private static final Filter NOTHING = Filter.createEqualityFilter("objectGUID", new byte[ObjectGuid.LENGTH]);

    private static final Filter EVERYTHING = Filter.createPresenceFilter("objectClass");

    /** Samba says the first of them to a cookie that it did not make. */
    private static final Set<ResultCode> REFUSED = Set.of(
            ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.PROTOCOL_ERROR,
            ResultCode.OPERATIONS_ERROR,
            ResultCode.OTHER);

    private final Dn base;
    private final int size;

    /**
     * @param base below which entry
     * @param size how much to tell of at once, in bytes
     */
    DirSyncChanges(Dn base, int size) {
        this.base = base;
        this.size = size;
    }

    @Override
    public String way() {
        return "dirsync";
    }

    @Override
    public Optional<Problem> obstacle(Session session, RootDse root) {
        return root.supportsControl(ActiveDirectoryDirSyncControl.DIRSYNC_OID)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ErrorCode.DIRECTORY_UNAVAILABLE,
                        "%s does not have the DirSync control, by which it was to be watched."
                                .formatted(session.server().address()),
                        "Have it watched by uSNChanged instead."));
    }

    @Override
    public Optional<Problem> trial(Session session, RootDse root) throws LDAPException {
        search(session, root, NOTHING, null, NAME);
        return Optional.empty();
    }

    @Override
    public Problem refused(LDAPException failure, ServerAddress server) {
        if (!failure.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            return ChangeLog.super.refused(failure, server);
        }
        return new Problem(
                ErrorCode.INSUFFICIENT_RIGHTS,
                "%s does not allow the account to use the DirSync control.".formatted(server),
                "Grant the account \"Replicating Directory Changes\" on the domain, or have it watched by uSNChanged"
                        + " instead.",
                Diagnostic.of(failure).text());
    }

    @Override
    public String now(Session session, RootDse root) throws LDAPException {
        Part part = search(session, root, NOTHING, null, NAME);
        while (part.hasMore()) {
            part = search(session, root, NOTHING, part.cookie(), NAME);
        }
        return part.position();
    }

    @Override
    public Optional<Changes> after(
            String position, Session session, RootDse root, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        Optional<ASN1OctetString> cookie = cookie(position);
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(Set.of(NAME));
        attributes.keySet().forEach(name -> names.add(name.value()));
        Part found;
        try {
            found = search(session, root, EVERYTHING, cookie.get(), names.toArray(String[]::new));
        } catch (LDAPException failure) {
            if (REFUSED.contains(failure.getResultCode())) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(new Changes(
                new ChangedEntries(session, base, attributes).read(changed(found, attributes.keySet())),
                found.position(),
                found.hasMore() ? Rest.MORE : Rest.NO_MORE_NOW));
    }

    /** Names entries that are gone or elsewhere in the naming context too; they are not found when they are read. */
    private static Map<ObjectGuid, Set<AttributeName>> changed(Part found, Set<AttributeName> wanted) {
        Map<ObjectGuid, Set<AttributeName>> changed = new LinkedHashMap<>();
        for (SearchResultEntry entry : found.entries()) {
            EntryNaming.ACTIVE_DIRECTORY
                    .id(entry)
                    .map(EntryId::guid)
                    .ifPresent(guid -> changed.put(guid, changed(entry, wanted)));
        }
        return changed;
    }

    private static Set<AttributeName> changed(SearchResultEntry entry, Set<AttributeName> wanted) {
        Set<AttributeName> changed = new LinkedHashSet<>();
        for (Attribute attribute : entry.getAttributes()) {
            if (attribute.getBaseName().equalsIgnoreCase(NAME)) {
                return wanted;
            }
            wanted.stream()
                    .filter(name -> name.value().equalsIgnoreCase(attribute.getBaseName()))
                    .forEach(changed::add);
        }
        return changed;
    }

    /** With the flag no right is needed but to read; without incremental values, so that links are named as the rest. */
    private Part search(
            Session session, RootDse root, Filter filter, @Nullable ASN1OctetString cookie, String... attributes)
            throws LDAPException {
        SearchResult result = session.search(
                context(root),
                filter,
                new ActiveDirectoryDirSyncControl(
                        true, ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY, size, cookie),
                attributes);
        ActiveDirectoryDirSyncControl answer = ActiveDirectoryDirSyncControl.get(result);
        ASN1OctetString next = answer == null ? null : answer.getCookie();
        if (answer == null || next == null) {
            throw new LDAPException(ResultCode.DECODING_ERROR, "the answer does not say where the next part begins");
        }
        // What are the flags of a request is, in an answer, whether there is more.
        return new Part(Session.entries(result), next, answer.getFlags() != 0);
    }

    private static Optional<ASN1OctetString> cookie(String position) {
        try {
            return Optional.of(new ASN1OctetString(Base64.getDecoder().decode(position)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The root of the naming context that the base lies in. */
    private String context(RootDse root) {
        return root.values("namingContexts").stream()
                .flatMap(name -> Dn.ifValid(name).stream())
                .filter(context -> base.equals(context) || base.isWithin(context))
                .map(Dn::value)
                .max(Comparator.comparing(String::length))
                .orElse(base.value());
    }

    private record Part(List<SearchResultEntry> entries, ASN1OctetString cookie, boolean hasMore) {
        String position() {
            return Base64.getEncoder().encodeToString(cookie.getValue());
        }
    }
}
