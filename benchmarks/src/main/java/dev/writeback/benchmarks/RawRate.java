package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How fast the server takes bare modifications, one value of one attribute each: the limit that nobody can pass. */
final class RawRate implements AutoCloseable {

    private final List<LDAPConnection> connections = new ArrayList<>();
    private final ExecutorService threads;

    RawRate(Target target, int number) throws LDAPException {
        for (int i = 0; i < number; i++) {
            connections.add(target.connect());
        }
        threads = Executors.newFixedThreadPool(number);
    }

    /** Writes a value to each user and returns the entries a second. */
    double measure(List<Target.User> users, String value) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int first = i;
            work.add(() -> write(connections.get(first), users, first, value));
        }
        long began = System.nanoTime();
        int written = 0;
        for (Future<Integer> part : threads.invokeAll(work)) {
            written += part.get();
        }
        return written / ((System.nanoTime() - began) / 1e9);
    }

    private int write(LDAPConnection connection, List<Target.User> users, int first, String value)
            throws LDAPException {
        int written = 0;
        for (int i = first; i < users.size(); i += connections.size()) {
            connection.modify(
                    users.get(i).dn(), new Modification(ModificationType.REPLACE, "extensionAttribute1", value));
            written++;
        }
        return written;
    }

    @Override
    public void close() {
        threads.shutdown();
        connections.forEach(LDAPConnection::close);
    }
}
