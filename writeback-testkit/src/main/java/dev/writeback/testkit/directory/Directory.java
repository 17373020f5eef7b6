package dev.writeback.testkit.directory;

import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The parts of one domain, put together. */
final class Directory {

    private final DirectorySchema schema = DirectorySchema.activeDirectory();
    private final EntryStore store = new EntryStore(schema);
    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private final ModifyRequests modifying;
    private final AddRequests adding;
    private final TreeRequests moving;
    private final SearchRequests searching;
    private final DirSyncRequests synchronizing;
    private final RootDse rootDse;
    private final Accounts accounts;
    private final Interventions interventions = new Interventions(store.former());
    private final OperationCounter counter = new OperationCounter();

    Directory(
            EntryName base,
            InstantSource clock,
            long seed,
            ConstructedAttributes.Metadata metadata,
            Collection<Account> accounts) {
        this.names = new DirectoryNames(schema, store, base);
        this.stamps = new ChangeStamps(schema, clock, seed);
        this.modifying = new ModifyRequests(schema, store, names, stamps);
        this.adding = new AddRequests(schema, store, names, stamps);
        this.moving = new TreeRequests(schema, store, names, stamps);
        this.searching = new SearchRequests(
                schema, store, names, new ConstructedAttributes(schema, metadata, modifying::isPrivileged));
        this.synchronizing = new DirSyncRequests(schema, store, names, stamps);
        this.rootDse = new RootDse(names, stamps);
        this.accounts = new Accounts(accounts, names);
    }

    DirectorySchema schema() {
        return schema;
    }

    DirectoryNames names() {
        return names;
    }

    ChangeStamps stamps() {
        return stamps;
    }

    ModifyRequests modifying() {
        return modifying;
    }

    AddRequests adding() {
        return adding;
    }

    TreeRequests moving() {
        return moving;
    }

    SearchRequests searching() {
        return searching;
    }

    DirSyncRequests synchronizing() {
        return synchronizing;
    }

    RootDse rootDse() {
        return rootDse;
    }

    Accounts accounts() {
        return accounts;
    }

    Interventions interventions() {
        return interventions;
    }

    EntryStore store() {
        return store;
    }

    OperationCounter counter() {
        return counter;
    }

    /** The present state of an entry; null if there is none of the name. */
    @Nullable
    StoredEntry entry(String dn) {
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            return names.resolve(dn).entry();
        } catch (DirectoryRefusal missing) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** The canonical name of an entry; null if there is none of the name. */
    @Nullable
    EntryName nameOf(String dn) {
        StoredEntry entry = entry(dn);
        return entry == null ? null : entry.name();
    }
}
