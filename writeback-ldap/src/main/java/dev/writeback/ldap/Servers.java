package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers in their order, and which of them is in use. Each has connections of its own, so that an entry is written
 * where it was read; one pool over all servers would mix them after a failure. Thread-safe.
 */
final class Servers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final List<Server> servers;
    private volatile int current;

    Servers(LdapSettings settings, Transport transport, InstantSource time) {
        this.servers = settings.servers().stream()
                .map(address -> new Server(address, settings, transport, time))
                .toList();
    }

    /** The server of that name, which entries carry. */
    Optional<Server> named(String name) {
        return servers.stream()
                .filter(server -> server.address().toString().equals(name))
                .findFirst();
    }

    boolean isOnlyOne() {
        return servers.size() == 1;
    }

    /** Reads from the server in use, or from the next that answers, which is in use from then on. */
    <R> R read(Server.Reading<R> reading) throws DirectoryFailure {
        int start = current;
        DirectoryFailure first = null;
        for (int i = 0; i < servers.size(); i++) {
            int candidate = (start + i) % servers.size();
            try {
                R result = servers.get(candidate).read(reading);
                use(candidate);
                return result;
            } catch (DirectoryFailure failure) {
                if (failure.reach() == Reach.EVERY_SERVER) {
                    throw failure;
                }
                first = first == null ? failure : first;
            }
        }
        // There is at least one server, and each has failed.
        throw Objects.requireNonNull(first);
    }

    private void use(int candidate) {
        if (candidate != current) {
            LOG.warn(
                    "{} does not answer, using {}",
                    servers.get(current).address(),
                    servers.get(candidate).address());
            current = candidate;
        }
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }
}
