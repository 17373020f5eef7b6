package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Active Directory, or another LDAP server, as the place that changes go to. Thread-safe.
 *
 * <p>Entries are found by {@code objectGUID} ({@code entryUUID} where there is none), {@code mS-DS-ConsistencyGuid},
 * {@code msDS-ExternalDirectoryObjectId} and {@code objectSid}; a DN is followed only where it is the only anchor. Of
 * several servers one is used until it fails. A write goes to the server that the entry was read from, and is sent once:
 * if its answer is lost, the outcome is unknown.
 */
public final class LdapDirectory implements DirectorySink {

    /** About so many bytes of an entry change at once. */
    private static final int ENTRY_SIZE = 1000;

    private final LdapSettings settings;
    private final Transport transport;
    private final Servers servers;
    private final ConsistencyGuids consistencyGuids;
    private final EntryWriter writer;
    private final Replicas replicas;
    private final ChangeLog log;
    private final GroupMembers groups;

    private LdapDirectory(LdapSettings settings, InstantSource time) {
        this.settings = settings;
        this.transport = new Transport(settings);
        this.servers = new Servers(settings, transport, time);
        this.consistencyGuids = new ConsistencyGuids(settings.consistencyBase(), time);
        this.writer = new EntryWriter(servers);
        this.groups = new GroupMembers(settings.baseDn().value());
        this.replicas = new Replicas(settings.baseDn(), !servers.isOnlyOne(), time);
        this.log = switch (settings.changes()) {
            case USN -> new UsnChanges(settings.baseDn(), settings.watchPage());
            case DIRSYNC -> new DirSyncChanges(settings.baseDn(), settings.watchPage() * ENTRY_SIZE);
        };
    }

    /**
     * The directory of these settings, on the system's clock. Connects when it is first used; a server that cannot be
     * reached comes as a result then.
     *
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificate
     */
    public static LdapDirectory open(LdapSettings settings) {
        return open(settings, InstantSource.system());
    }

    /**
     * The same on another clock.
     *
     * @param time tells how long connections were idle and when to look for changed anchors
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificate
     */
    public static LdapDirectory open(LdapSettings settings, InstantSource time) {
        return new LdapDirectory(settings, time);
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        if (request.anchors().isEmpty()) {
            return List.of();
        }
        try {
            return servers.read(
                    session -> new LookupBatch(session, settings, request, consistencyGuids, replicas).outcomes());
        } catch (DirectoryFailure failure) {
            return Collections.nCopies(request.anchors().size(), new LookupOutcome.Unavailable(failure.problem()));
        }
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        return writer.write(write);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return new DirectoryCheck(settings, transport, servers, log).findings(request);
    }

    @Override
    public Optional<DirectoryWatch> watch() {
        return Optional.of(new LdapWatch(servers, settings.baseDn(), log));
    }

    @Override
    public ScopeRead scope(ScopeConditions conditions) {
        Optional<Problem> flaw = ScopeFilter.problem(conditions.filter());
        if (flaw.isPresent()) {
            return new ScopeRead.Unresolved(flaw.get());
        }
        try {
            return new ScopeRead.Resolved(
                    servers.read(session -> new ScopeReader(session, settings.baseDn(), groups).read(conditions)));
        } catch (DirectoryFailure failure) {
            return new ScopeRead.Unresolved(failure.problem());
        }
    }

    /** What is wrong with a filter for a scope, in words that go on from what holds it; nothing if it can be used. */
    public static Optional<String> flawOf(String filter) {
        return ScopeFilter.flaw(filter);
    }

    @Override
    public Optional<Dn> forest() {
        try {
            return servers.read(session ->
                    session.rootDse().value("rootDomainNamingContext").flatMap(Dn::ifValid));
        } catch (DirectoryFailure failure) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ReplicaMark> mark(String server) {
        Optional<Server> named = servers.isOnlyOne() ? Optional.empty() : servers.named(server);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        try (Session session = named.get().open()) {
            Optional<Replicas.Copy> copy = replicas.copy(session);
            return copy.isPresent() ? copy.get().now() : Optional.empty();
        } catch (DirectoryFailure | LDAPException gone) {
            return replicas.lost(named.get().address());
        }
    }

    /** Closes every connection; lookups and writes that follow find the directory unavailable. */
    @Override
    public void close() {
        servers.close();
    }
}
