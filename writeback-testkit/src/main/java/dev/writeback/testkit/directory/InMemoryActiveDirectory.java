package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;
import java.util.UUID;
import javax.net.SocketFactory;

/**
 * A directory server in the memory of the test that answers over LDAP as an Active Directory domain controller with
 * the Exchange schema does: its identifiers and change stamps, its matching rules and limits, its result codes with
 * their eight-digit codes. It listens on 127.0.0.1 on an LDAP port, which takes StartTLS too, and on an LDAPS port.
 *
 * <pre>{@code
 * try (InMemoryActiveDirectory directory =
 *         InMemoryActiveDirectory.builder().baseDn("DC=corp,DC=example").users(1000).start()) {
 *     connectTo(directory.ldapUrl(), directory.adminDn(), directory.adminPassword());
 * }
 * }</pre>
 *
 * <p>What tests do through the methods below happens as the server itself, without the network: it is not counted, it
 * meets no faults and needs no rights. Thread-safe.
 */
public final class InMemoryActiveDirectory implements AutoCloseable {

    private final Directory directory;
    private final LdapListeners listeners;
    private final LazyTls tls;
    private final Account admin;
    private final PeopleGenerator people;
    private final ServerEdits edits;

    private InMemoryActiveDirectory(
            Directory directory, LdapListeners listeners, LazyTls tls, Account admin, PeopleGenerator people) {
        this.directory = directory;
        this.listeners = listeners;
        this.tls = tls;
        this.admin = admin;
        this.people = people;
        this.edits = new ServerEdits(directory);
    }

    /**
     * Begins the settings of a directory.
     *
     * @return a builder with defaults for everything
     */
    public static InMemoryActiveDirectoryBuilder builder() {
        return new InMemoryActiveDirectoryBuilder();
    }

    static InMemoryActiveDirectory started(
            Directory directory, LdapListeners listeners, LazyTls tls, Account admin, PeopleGenerator people) {
        listeners.start();
        return new InMemoryActiveDirectory(directory, listeners, tls, admin, people);
    }

    /**
     * Where to connect without TLS, or with StartTLS.
     *
     * @return a URL such as {@code ldap://127.0.0.1:40123}
     */
    public String ldapUrl() {
        return "ldap://127.0.0.1:" + ldapPort();
    }

    /**
     * Where to connect with TLS.
     *
     * @return a URL such as {@code ldaps://127.0.0.1:40124}
     */
    public String ldapsUrl() {
        return "ldaps://127.0.0.1:" + ldapsPort();
    }

    /** The port of {@link #ldapUrl()}. */
    public int ldapPort() {
        return listeners.plainPort();
    }

    /** The port of {@link #ldapsUrl()}. */
    public int ldapsPort() {
        return listeners.securePort();
    }

    /**
     * The authority that signed the server's certificate; whoever trusts it can connect.
     *
     * @return a certificate in PEM
     */
    public String authorityPem() {
        return tls.certificate().authorityPem();
    }

    /**
     * The domain.
     *
     * @return its distinguished name
     */
    public String baseDn() {
        return directory.names().base().text();
    }

    /**
     * The administrator, who may write everything that clients may write.
     *
     * @return the distinguished name
     */
    public String adminDn() {
        return admin.name().text();
    }

    /** The administrator's password. */
    public String adminPassword() {
        return admin.password();
    }

    /**
     * Connects without TLS and signs in as administrator; what is done over the connection counts.
     *
     * @return a connection that the caller closes; without ports it stays in the process
     * @throws IllegalStateException if the directory does not listen or refuses the sign-in, with the result
     */
    public LDAPConnection connect() {
        SocketFactory factory = listeners.hasPorts() ? SocketFactory.getDefault() : sockets();
        int port = listeners.hasPorts() ? ldapPort() : 389;
        try {
            return new LDAPConnection(factory, "127.0.0.1", port, adminDn(), adminPassword());
        } catch (LDAPException unreachable) {
            throw new IllegalStateException(
                    "The administrator cannot sign in (" + unreachable.getResultCode() + "); the directory must listen,"
                            + " and take passwords without TLS or be built without ports",
                    unreachable);
        }
    }

    /**
     * For clients in the same process that take a socket factory: connections without ports, whatever host they ask for.
     *
     * @return a factory of sockets whose other end is this directory
     */
    public SocketFactory sockets() {
        return listeners.door();
    }

    /**
     * Adds a user.
     *
     * @param user the user
     * @return the entry as stored
     * @throws IllegalArgumentException if the directory refuses it, with the result and the diagnostic message
     */
    public EntrySnapshot add(MailboxUser user) {
        return new EntrySnapshot(edits.add(user.entry(directory.names().base())));
    }

    /**
     * Adds an entry. Attributes that the server keeps may be given too, such as objectGUID: a copy of a directory comes
     * with them.
     *
     * @param ldif the lines of one entry, the first one with its {@code dn}
     * @return the entry as stored
     * @throws IllegalArgumentException if the lines are not LDIF or the directory refuses the entry
     */
    public EntrySnapshot add(String... ldif) {
        return new EntrySnapshot(edits.add(ldif));
    }

    /**
     * Modifies an entry, as somebody else would do meanwhile.
     *
     * @param ldif the lines of one change record with {@code changetype: modify}
     * @return the entry as it is then
     * @throws IllegalArgumentException if the lines are not such a record or the directory refuses the change
     */
    public EntrySnapshot modify(String... ldif) {
        return entry(edits.modify(ldif)).orElseThrow();
    }

    /**
     * Deletes an entry and all below it.
     *
     * @param dn the distinguished name
     * @throws IllegalArgumentException if there is no such entry
     */
    public void delete(String dn) {
        edits.delete(dn);
    }

    /**
     * Renames or moves an entry with all below it.
     *
     * @param dn the distinguished name
     * @param newDn the name it is to have; its superior entry must exist
     * @throws IllegalArgumentException if the directory refuses it
     */
    public void move(String dn, String newDn) {
        edits.move(dn, EntryName.require(newDn));
    }

    /**
     * Reads an entry.
     *
     * @param dn the distinguished name, in any spelling, or {@code <GUID=...>}
     * @return the entry, if there is one
     */
    public Optional<EntrySnapshot> entry(String dn) {
        return Optional.ofNullable(directory.entry(dn)).map(EntrySnapshot::new);
    }

    /** Reads the entry of an objectGUID, if there is one. */
    public Optional<EntrySnapshot> entry(UUID objectGuid) {
        return entry("<GUID=" + objectGuid + ">");
    }

    /**
     * Reads one of the users that the builder was asked for.
     *
     * @param number its number, from 0
     * @return the entry
     * @throws IllegalArgumentException if there is no such user, or not where it was
     */
    public EntrySnapshot user(int number) {
        return entry(people.dn(number))
                .orElseThrow(() -> new IllegalArgumentException("There is no entry " + people.dn(number)));
    }

    /**
     * What clients asked for since the start or the last {@link #resetCounts()}.
     *
     * @return the numbers as of now
     */
    public OperationCounts counts() {
        return directory.counter().counts();
    }

    /** Begins to count anew. */
    public void resetCounts() {
        directory.counter().reset();
    }

    /** Where to plan races and faults. */
    public Interventions interventions() {
        return directory.interventions();
    }

    /** What the server does by itself now and then. */
    public Housekeeping housekeeping() {
        return new Housekeeping(directory);
    }

    /** Closes the connections of all clients without a word; the directory goes on listening. */
    public void dropConnections() {
        listeners.dropConnections();
    }

    /** Gives the server another invocation id, as a restore from a backup does: update numbers mean nothing any more. */
    public void newInvocationId() {
        edits.newInvocationId();
    }

    /**
     * Says that it has seen all that another domain controller of the domain did up to an update number of that one. No
     * entry is copied; who does not call this is a domain controller that is alone.
     *
     * @param other the other one; give one of them another {@linkplain #newInvocationId() invocation id}
     * @param usn the number
     */
    public void hasReplicated(InMemoryActiveDirectory other, long usn) {
        String settings = other.directory.rootDse().settings();
        edits.replicated(
                other.entry(settings).orElseThrow().octets("invocationId").get(0), usn);
    }

    /**
     * Makes the domain controller another: a read-only one, for instance. Connections that are open stay open.
     *
     * @param state what it is from now on; it begins as {@link ServerState#WRITABLE}
     */
    public void become(ServerState state) {
        directory.rootDse().become(state);
    }

    /** Stops listening and closes all connections: an unreachable server. The entries stay. */
    public void stopListening() {
        listeners.stop();
    }

    /** Listens again, on the same ports, after {@link #stopListening()}. */
    public void startListening() {
        listeners.start();
    }

    /** Stops the server; its entries are gone with the object. */
    @Override
    public void close() {
        listeners.stop();
    }
}
