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
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Active Directory, or another LDAP server, as the place that changes go to. Thread-safe.
 *
 * <p>Entries are found by {@code objectGUID} ({@code entryUUID} where there is none), {@code mS-DS-ConsistencyGuid},
 * {@code msDS-ExternalDirectoryObjectId} and {@code objectSid}; a DN is followed only where it is the only anchor. Of
 * several servers one is used until it fails, and another is tried again in time. A write goes to the server that the entry was read from, and is sent once:
 * if its answer is lost, the outcome is unknown.
 */
public final class LdapDirectory implements DirectorySink {

    /** About so many bytes of an entry change at once. */
    private static final int ENTRY_SIZE = 1000;

    private static final int WRITES_AT_ONCE = 25;

    private final LdapSettings settings;
    private final Transport transport;
    private final Servers servers;
    private final ConsistencyGuids consistencyGuids;
    private final EntryWriter writer;
    private final Replicas replicas;
    private final ChangeLog log;
    private final GroupMembers groups;
    private final Forest forest;

    private LdapDirectory(LdapSettings settings, InstantSource time, ServerList list) {
        this.settings = settings;
        this.transport = new Transport(settings);
        this.servers = new Servers(list, settings, transport, time);
        this.consistencyGuids = new ConsistencyGuids(settings.consistencyBase(), time);
        this.groups = new GroupMembers(settings.baseDn().value());
        this.writer = new EntryWriter(servers, new Precinct(settings.baseDn()), settings.baseDn());
        this.replicas = new Replicas(settings.baseDn(), settings.mayHaveSeveralServers(), time);
        this.forest = new Forest(settings, transport, servers, time);
        this.log = switch (settings.changes()) {
            case USN -> new UsnChanges(settings.baseDn(), settings.watchPage());
            case DIRSYNC -> new DirSyncChanges(settings.baseDn(), settings.watchPage() * ENTRY_SIZE);
        };
    }

    /**
     * The directory of these settings, on the system's clock and chance. Connects when it is first used; a server that
     * cannot be reached comes as a result then.
     *
     * @throws IllegalArgumentException if the CA file, the keytab or the client certificate cannot be used
     */
    public static LdapDirectory open(LdapSettings settings) {
        return open(settings, InstantSource.system());
    }

    /**
     * The same on another clock.
     *
     * @param time tells how long connections were idle, when to look for changed anchors, when to try a server again that
     *     failed, and when to ask again which servers a domain has
     * @throws IllegalArgumentException if the CA file, the keytab or the client certificate cannot be used
     */
    public static LdapDirectory open(LdapSettings settings, InstantSource time) {
        return open(settings, time, RandomGenerator.getDefault());
    }

    /**
     * The same with another source of chance.
     *
     * @param time as above
     * @param random chooses among the controllers of a domain that are equally good, by their weights; used by one thread
     *     at a time
     * @throws IllegalArgumentException if the CA file, the keytab or the client certificate cannot be used
     */
    public static LdapDirectory open(LdapSettings settings, InstantSource time, RandomGenerator random) {
        ServerList list = settings.domain()
                .<ServerList>map(domain -> new DiscoveredServers(
                        domain, settings.tls(), new DnsServiceRecords(domain.nameServers()), random, time))
                .orElse(settings::servers);
        return open(settings, time, list);
    }

    static LdapDirectory open(LdapSettings settings, InstantSource time, ServerList list) {
        return new LdapDirectory(settings, time, list);
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
    public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        return writer.writeAll(writes);
    }

    /** Enough to keep a connection busy, and few enough to be done soon when a run is to end. */
    @Override
    public int writesAtOnce() {
        return WRITES_AT_ONCE;
    }

    @Override
    public HolderOutcome holders(HolderRequest request) {
        try {
            return new HolderOutcome.Holders(request.addresses().isEmpty() ? List.of() : forest.holders(request));
        } catch (DirectoryFailure failure) {
            return new HolderOutcome.Unavailable(failure.problem());
        }
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return new DirectoryCheck(settings, transport, servers, log, forest).findings(request);
    }

    /**
     * The rights that the account which signs in needs, and no other, whether or not it has them. Changes nothing.
     *
     * @param request what it is to write
     */
    public Grant.Answer grant(Grant.Request request) {
        try {
            return servers.read(session -> new GrantLookup(session, settings).answer(request));
        } catch (DirectoryFailure failure) {
            return new Grant.Answer.Untold(failure.problem());
        }
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
        try {
            return settings.mayHaveSeveralServers() ? servers.named(server).flatMap(this::mark) : Optional.empty();
        } catch (DirectoryFailure nobodyKnowsTheServers) {
            return Optional.empty();
        }
    }

    private Optional<ReplicaMark> mark(Server server) {
        try (Session session = server.open()) {
            Optional<Replicas.Copy> copy = replicas.copy(session);
            return copy.isPresent() ? copy.get().now() : Optional.empty();
        } catch (DirectoryFailure | LDAPException gone) {
            return replicas.lost(server.address());
        }
    }

    /** Closes every connection; lookups and writes that follow find the directory unavailable. */
    @Override
    public void close() {
        forest.close();
        servers.close();
    }
}
