package dev.writeback.testkit.directory;

import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** Finds entries and shows them to an account. Every search sees one state of the directory. */
final class SearchRequests {

    private final DirectorySchema schema;
    private final EntryStore store;
    private final DirectoryNames names;
    private final BackLinks links;
    private final ExtendedNames extendedNames;
    private final FilterCompiler compiler;
    private final ConstructedAttributes constructed;

    SearchRequests(DirectorySchema schema, EntryStore store, DirectoryNames names, ConstructedAttributes constructed) {
        this.schema = schema;
        this.store = store;
        this.names = names;
        this.constructed = constructed;
        this.links = new BackLinks(schema, store);
        this.extendedNames = new ExtendedNames(schema, store);
        this.compiler = new FilterCompiler(schema, store, names);
    }

    /** The entries that match, oldest first. */
    List<StoredEntry> find(SearchRequestProtocolOp request, RequestControls controls, Rights rights)
            throws DirectoryRefusal {
        if (controls.contains(RequestControls.SHOW_DELETED) && rights.maySeeDeleted()) {
            return findWithDeleted(request);
        }
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            StoredEntry base = names.resolve(request.getBaseDN()).entry();
            EntryFilter filter = compiler.compile(request.getFilter());
            if (request.getScope().equals(SearchScope.BASE)) {
                return filter.matches(base) ? List.of(base) : List.of();
            }
            Candidates candidates = Candidates.of(request.getFilter(), schema, store, compiler);
            return candidates == null
                    ? select(store.all(), filter, base.name(), request.getScope())
                    : select(
                            candidates.slots(),
                            candidates.exact() ? entry -> EntryFilter.Truth.TRUE : filter,
                            base.name(),
                            request.getScope());
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEntry> findWithDeleted(SearchRequestProtocolOp request) throws DirectoryRefusal {
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            StoredEntry buried = names.buried(request.getBaseDN());
            EntryName base = buried != null
                    ? buried.name()
                    : names.isDeletedObjects(request.getBaseDN())
                            ? names.parse(request.getBaseDN())
                            : names.resolve(request.getBaseDN()).entry().name();
            List<EntrySlot> everything = new ArrayList<>(store.all());
            everything.addAll(store.tombstones());
            return select(everything, compiler.compile(request.getFilter()), base, request.getScope());
        } finally {
            lock.unlock();
        }
    }

    /** What a request shows of entries that it found. */
    List<SearchResultEntryProtocolOp> show(
            SearchRequestProtocolOp request, List<StoredEntry> entries, Rights rights, RequestControls controls)
            throws DirectoryRefusal {
        boolean extended = controls.contains(RequestControls.EXTENDED_DN);
        RequestedAttributes requested =
                new RequestedAttributes(request.getAttributes(), request.typesOnly(), schema, links, constructed);
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            List<SearchResultEntryProtocolOp> shown = new ArrayList<>(entries.size());
            for (StoredEntry entry : entries) {
                List<Attribute> attributes = requested.of(entry, rights);
                shown.add(new SearchResultEntryProtocolOp(
                        extended ? extendedNames.of(entry) : entry.name().text(),
                        extended ? extendedNames.in(attributes) : attributes));
            }
            return shown;
        } finally {
            lock.unlock();
        }
    }

    /** The naming contexts below the base of a search, which the search leaves out and refers to. */
    List<String> references(SearchRequestProtocolOp request) throws DirectoryRefusal {
        if (request.getScope().equals(SearchScope.BASE)) {
            return List.of();
        }
        EntryName base = names.parse(request.getBaseDN().startsWith("<") ? "" : request.getBaseDN());
        if (base.key().equals(names.base().key())) {
            return List.of("ldap://" + names.domain() + "/" + names.configuration());
        }
        if (base.key().equals(names.configuration().key())) {
            return List.of("ldap://" + names.domain() + "/" + names.schemaContext());
        }
        return List.of();
    }

    /** Whether an entry has a value. */
    boolean compare(CompareRequestProtocolOp request) throws DirectoryRefusal {
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            Filter filter = Filter.createEqualityFilter(
                    request.getAttributeName(), request.getAssertionValue().getValue());
            return compiler.compile(filter)
                    .matches(names.resolve(request.getDN()).entry());
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEntry> select(
            Collection<EntrySlot> slots, EntryFilter filter, EntryName base, SearchScope scope) {
        EntryName context = names.context(base);
        List<StoredEntry> found = new ArrayList<>();
        for (EntrySlot slot : slots) {
            StoredEntry entry = slot.entry();
            if (isInScope(entry.name(), base, scope)
                    && names.context(entry.name()).equals(context)
                    && filter.matches(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    private static boolean isInScope(EntryName name, EntryName base, SearchScope scope) {
        if (scope.equals(SearchScope.BASE)) {
            return name.key().equals(base.key());
        }
        if (scope.equals(SearchScope.ONE)) {
            return name.parentKey().equals(base.key());
        }
        return name.isUnderOrEqual(base)
                && (scope.equals(SearchScope.SUB) || !name.key().equals(base.key()));
    }
}
