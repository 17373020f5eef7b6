package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints how fast the directory starts, loads, modifies and finds; clients and server share this virtual machine. */
public final class ThroughputMeasurement {

    private static final int USERS = 100_000;
    private static final int ADDED = 20_000;
    private static final long SECOND = 1_000_000_000L;

    private interface Step {
        int run(LDAPConnection connection, Random random) throws LDAPException;
    }

    private final InMemoryActiveDirectory directory;
    private final List<String> dns = new ArrayList<>();
    private final List<byte[]> guids = new ArrayList<>();

    private ThroughputMeasurement(InMemoryActiveDirectory directory) {
        this.directory = directory;
        for (int number = 0; number < USERS; number++) {
            EntrySnapshot user = directory.user(number);
            dns.add(user.dn());
            guids.add(user.octets("objectGUID").get(0));
        }
    }

    public static void main(String[] arguments) throws Exception {
        for (String start : List.of("first", "second", "third", "fourth")) {
            long began = System.nanoTime();
            InMemoryActiveDirectory.builder().start().close();
            print("%s start, empty: %d ms", start, millis(began));
        }
        long began = System.nanoTime();
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().users(USERS).start()) {
            print("start with %d users: %d ms", USERS, millis(began));
            ThroughputMeasurement measurement = new ThroughputMeasurement(directory);
            measurement.load();
            for (int round = 1; round <= 3; round++) {
                measurement.round(round);
            }
        }
    }

    /** What a client adds over the network, an entry at a time over four connections. */
    private void load() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        long began = System.nanoTime();
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                int first = client * ADDED / 4;
                work.add(() -> {
                    try (LDAPConnection connection = directory.connect()) {
                        for (int number = first; number < first + ADDED / 4; number++) {
                            MailboxUser user = MailboxUser.of("added" + number, "corp.example");
                            connection.add(user.entry(EntryName.require(directory.baseDn())));
                        }
                    }
                    return ADDED / 4;
                });
            }
            for (Future<Integer> part : clients.invokeAll(work)) {
                part.get();
            }
        } finally {
            clients.shutdown();
        }
        print("%d users added by clients: %d ms", ADDED, millis(began));
    }

    private void round(int round) throws Exception {
        for (int connections : new int[] {1, 4, 16}) {
            print("round %d, %d connections: %d modifies/s", round, connections, rate(connections, this::replace));
        }
        print(
                "round %d, 4 connections: %d modifies/s that add an address or delete it again",
                round, rate(4, this::addAndDelete));
        for (int size : new int[] {1, 100}) {
            print(
                    "round %d, 4 connections, %d objectGUIDs a search: %d entries/s",
                    round, size, rate(4, (connection, random) -> find(connection, random, size)));
        }
    }

    private int replace(LDAPConnection connection, Random random) throws LDAPException {
        connection.modify(
                dns.get(random.nextInt(USERS)),
                new Modification(ModificationType.REPLACE, "extensionAttribute1", "value " + random.nextInt()));
        return 1;
    }

    private int addAndDelete(LDAPConnection connection, Random random) throws LDAPException {
        int number = random.nextInt(USERS);
        String added = "smtp:alias" + random.nextInt() + "@corp.example";
        connection.modify(dns.get(number), new Modification(ModificationType.ADD, "proxyAddresses", added));
        connection.modify(dns.get(number), new Modification(ModificationType.DELETE, "proxyAddresses", added));
        return 2;
    }

    private int find(LDAPConnection connection, Random random, int size) throws LDAPException {
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            filters.add(Filter.createEqualityFilter("objectGUID", guids.get(random.nextInt(USERS))));
        }
        return connection
                .search(
                        directory.baseDn(),
                        SearchScope.SUB,
                        size == 1 ? filters.get(0) : Filter.createORFilter(filters),
                        "objectGUID",
                        "proxyAddresses",
                        "extensionAttribute1")
                .getEntryCount();
    }

    private long rate(int connections, Step step) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            long began = System.nanoTime();
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                Random random = new Random(client);
                work.add(() -> {
                    int done = 0;
                    try (LDAPConnection connection = directory.connect()) {
                        while (System.nanoTime() - began < 3 * SECOND) {
                            done += step.run(connection, random);
                        }
                    }
                    return done;
                });
            }
            long done = 0;
            for (Future<Integer> part : clients.invokeAll(work)) {
                done += part.get();
            }
            return done * SECOND / (System.nanoTime() - began);
        } finally {
            clients.shutdown();
        }
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
