package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.SourceRead.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what changed by {@code uSNChanged}, which every account may read ([MS-ADTS] 3.1.1.1.9, 3.1.1.3.2.12).
 *
 * <p>The server's highest number is read before the entries are: what changes meanwhile has a higher one, and comes with
 * the next read.
 */
final class UsnChanges implements ChangeLog {

    private final Dn base;
    private final int page;

    /**
     * @param base below which entry
     * @param page the most entries to tell of at once
     */
    UsnChanges(Dn base, int page) {
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
    public Optional<Problem> trial(Session session, RootDse root) throws LDAPException {
        List<SearchResultEntry> found = new ArrayList<>();
        session.searchPage(base.value(), new UsnWindow(1, highest(root)).filter(), 1, null, found::add, "uSNChanged");
        return found.isEmpty()
                ? Optional.of(Problem.of(
                        ErrorCode.INSUFFICIENT_RIGHTS,
                        "%s does not show the account uSNChanged of any entry below %s."
                                .formatted(session.server().address(), base),
                        "Grant the account read access to the entries, uSNChanged among their attributes."))
                : Optional.empty();
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
        ChangedEntries entries = new ChangedEntries(session, base, attributes);
        String[] names = entries.names();
        UsnWindow window = whole;
        List<SearchResultEntry> found = new ArrayList<>();
        while (session.searchPage(base.value(), window.filter(), page, null, found::add, names) != null) {
            if (window.isOneNumber()) {
                found.clear();
                session.searchPaged(base.value(), window.filter(), found::add, names);
                break;
            }
            window = window.narrowed(found);
            found.clear();
        }
        return new Changes(
                entries.of(found),
                window.after(found.size(), page, highest(root)).toString(),
                window.last() < highest(root) ? Rest.MORE : Rest.NO_MORE_NOW);
    }

    private static long highest(RootDse root) {
        return root.highestCommittedUsn().orElse(0);
    }
}
