package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.SourceRead.Rest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what changed by {@code uSNChanged}, which every account may read ([MS-ADTS] 3.1.1.1.9, 3.1.1.3.2.12).
 *
 * <p>The server's highest number is read before the entries are: what changes meanwhile has a higher one, and comes with
 * the next read.
 */
final class UsnChanges implements ChangeLog {

    private final String base;
    private final int page;

    /**
     * @param base below which entry
     * @param page the most entries to tell of at once
     */
    UsnChanges(String base, int page) {
        this.base = base;
        this.page = page;
    }

    @Override
    public String way() {
        return "usn";
    }

    @Override
    public Optional<Problem> obstacle(Session session, RootDse root) {
        return root.isActiveDirectory() && root.highestCommittedUsn().isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ErrorCode.DIRECTORY_UNAVAILABLE,
                        "%s does not count its changes, so that it cannot be watched."
                                .formatted(session.server().address()),
                        "Name a domain controller of Active Directory, or look for drift by a full read."));
    }

    @Override
    public String now(Session session, RootDse root) {
        return new UsnWindow.Position(highest(root), UsnWindow.Position.WIDEST).toString();
    }

    @Override
    public Optional<Changes> after(
            String position, Session session, RootDse root, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        Optional<UsnWindow.Position> from = UsnWindow.Position.of(position);
        // A server that is behind where it was has forgotten what it did, though it does not say so.
        if (from.isEmpty() || from.get().usn() > highest(root)) {
            return Optional.empty();
        }
        if (from.get().usn() == highest(root)) {
            return Optional.of(new Changes(List.of(), position, Rest.NO_MORE_NOW));
        }
        return Optional.of(read(from.get().next(highest(root)), session, root, attributes));
    }

    private Changes read(UsnWindow whole, Session session, RootDse root, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        String[] names = names(session, attributes);
        UsnWindow window = whole;
        List<SearchResultEntry> found = new ArrayList<>();
        while (session.searchPage(base, window.filter(), page, null, found::add, names) != null) {
            if (window.isOneNumber()) {
                found.clear();
                session.searchPaged(base, window.filter(), found::add, names);
                break;
            }
            window = window.narrowed(found);
            found.clear();
        }
        List<ChangedEntry> changed = new ArrayList<>();
        EntryReader reader = new EntryReader(session, attributes);
        for (SearchResultEntry entry : found) {
            changed(entry, session, reader, attributes).ifPresent(changed::add);
        }
        return new Changes(
                changed,
                window.after(found.size(), page, highest(root)).toString(),
                window.last() < highest(root) ? Rest.MORE : Rest.NO_MORE_NOW);
    }

    /** The entry with all that was asked for; nothing if it is gone already. */
    private static Optional<ChangedEntry> changed(
            SearchResultEntry entry,
            Session session,
            EntryReader reader,
            Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        var id = session.kind().naming().id(entry);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            DirectoryEntry read = reader.entry(new Candidate(id.get(), entry));
            Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
            attributes.keySet().forEach(name -> values.put(name, read.values(name)));
            return Optional.of(new ChangedEntry(read.id(), values));
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static String[] names(Session session, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        return Stream.concat(
                        Stream.of(session.kind().naming().idAttribute(), "uSNChanged"),
                        attributes.keySet().stream().map(AttributeName::value))
                .toArray(String[]::new);
    }

    private static long highest(RootDse root) {
        return root.highestCommittedUsn().orElse(0);
    }
}
