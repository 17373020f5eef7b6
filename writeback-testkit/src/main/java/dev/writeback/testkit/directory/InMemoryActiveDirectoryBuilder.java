package dev.writeback.testkit.directory;

import dev.writeback.testkit.fault.Injection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Settings of an {@link InMemoryActiveDirectory}; get one from {@link InMemoryActiveDirectory#builder()}. */
public final class InMemoryActiveDirectoryBuilder {

    private static final String DEFAULT_BASE = "DC=corp,DC=example";
    private static final String DEFAULT_PASSWORD = "Test-Passw0rd!";

    private final List<Account> accounts = new ArrayList<>();
    private final List<String> certificateNames = new ArrayList<>(List.of("localhost", "127.0.0.1"));
    private final List<Injection> plans = new ArrayList<>();
    private EntryName base = EntryName.require(DEFAULT_BASE);
    private String adminPassword = DEFAULT_PASSWORD;
    private InstantSource clock = InstantSource.system();
    private SignInRule signInRule = SignInRule.ANY;
    private long seed = 1;
    private ConstructedAttributes.Metadata metadata = ConstructedAttributes.Metadata.SHOWN;
    private LdapListeners.Ports ports = LdapListeners.Ports.TWO;
    private int users;
    private int ldapPort;
    private int ldapsPort;

    InMemoryActiveDirectoryBuilder() {}

    /**
     * The domain.
     *
     * @param dn its distinguished name, of DC components; {@code DC=corp,DC=example} if this is not called
     * @return this builder
     * @throws IllegalArgumentException if it is not a distinguished name of DC components
     */
    public InMemoryActiveDirectoryBuilder baseDn(String dn) {
        EntryName name = EntryName.require(dn);
        if (name.domain().isEmpty()) {
            throw new IllegalArgumentException("'" + dn + "' names no domain; write it like DC=corp,DC=example");
        }
        base = name;
        return this;
    }

    /**
     * People to begin with: {@code user000000} and so on, remote user mailboxes below {@code OU=People}, each made from
     * its number alone.
     *
     * @param number how many; none if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder users(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("There cannot be " + number + " users; say 0 or more");
        }
        users = number;
        return this;
    }

    /**
     * The password of the administrator, {@code CN=Administrator,CN=Users} below the base.
     *
     * @param password the password; {@code Test-Passw0rd!} if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder adminPassword(String password) {
        adminPassword = password;
        return this;
    }

    /**
     * Adds an account that may sign in. Its entry is added too, with the superior entries it needs.
     *
     * @param dn the distinguished name; below the base
     * @param password the password
     * @param rights what it may write
     * @return this builder
     * @throws IllegalArgumentException if the name is not a distinguished name
     */
    public InMemoryActiveDirectoryBuilder account(String dn, String password, Rights rights) {
        accounts.add(new Account(EntryName.require(dn), password, rights));
        return this;
    }

    /**
     * The clock of the directory's time stamps. Certificates do not follow it: they are valid from 2020 to 2048.
     *
     * @param source the clock; that of the system if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /**
     * What object GUIDs and security identifiers are derived from: the same seed and the same order of additions give
     * the same identifiers.
     *
     * @param number any number; 1 if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * The ports to listen on, at 127.0.0.1.
     *
     * @param ldap the port for LDAP and StartTLS; 0, which is the default, for any free port
     * @param ldaps the port for LDAPS; 0, which is the default, for any free port
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder ports(int ldap, int ldaps) {
        ldapPort = ldap;
        ldapsPort = ldaps;
        return this;
    }

    /**
     * Takes no ports: clients in the same process reach the directory by {@link InMemoryActiveDirectory#sockets()}, and
     * nobody else does.
     *
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder withoutPorts() {
        ports = LdapListeners.Ports.NONE;
        return this;
    }

    /**
     * The names that the server's certificate is made out to.
     *
     * @param names DNS names and IPv4 addresses; {@code localhost} and {@code 127.0.0.1} if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder certificateNames(String... names) {
        certificateNames.clear();
        certificateNames.addAll(List.of(names));
        return this;
    }

    /**
     * Refuses passwords over connections without TLS (result 8, {@code 00002028}), as a hardened domain controller
     * does. By default they are taken. Connections in the process, by {@link InMemoryActiveDirectory#sockets()}, count as
     * encrypted.
     *
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder requireEncryption() {
        signInRule = SignInRule.ENCRYPTED;
        return this;
    }

    /**
     * Does without {@code msDS-ReplAttributeMetaData} and {@code msDS-ReplValueMetaData}, as Samba does and as Active
     * Directory does for an account that may not read them. By default they are there.
     *
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder withoutReplicationMetadata() {
        metadata = ConstructedAttributes.Metadata.HIDDEN;
        return this;
    }

    /**
     * Lets requests of clients fail as planned from the start, as {@link Interventions#follow(Injection)} does later.
     *
     * @param plan the plan as it was begun; each call adds one, and none is followed if this is not called
     * @return this builder
     */
    public InMemoryActiveDirectoryBuilder faults(Injection plan) {
        plans.add(plan);
        return this;
    }

    /**
     * Makes the directory and listens on its ports.
     *
     * @return the running directory
     * @throws IllegalArgumentException if an account may write an attribute that the schema does not know
     * @throws IllegalStateException if a port is taken
     */
    public InMemoryActiveDirectory start() {
        Account admin =
                new Account(EntryName.require("CN=Administrator,CN=Users," + base), adminPassword, Rights.everything());
        List<Account> all = new ArrayList<>(List.of(admin));
        all.addAll(accounts);
        Directory directory = new Directory(base, clock, seed, metadata, all);
        all.forEach(account -> account.rights().attributeNames().forEach(directory.schema()::get));
        new InitialTree(directory).plant(all);
        ServerEdits edits = new ServerEdits(directory);
        PeopleGenerator people = new PeopleGenerator(base, directory.names().domain());
        for (int number = 0; number < users; number++) {
            edits.add(people.person(number).entry(base));
        }
        plans.forEach(directory.interventions()::follow);
        LazyTls tls = new LazyTls(certificateNames);
        LdapListeners listeners =
                new LdapListeners(new ClientSession(directory, signInRule, null), tls, ports, ldapPort, ldapsPort);
        return InMemoryActiveDirectory.started(directory, listeners, tls, admin, people);
    }
}
