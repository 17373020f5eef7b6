package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers in their order, and which of them is in use. Each has connections of its own, so that an entry is written
 * where it was read; one pool over all servers would mix them after a failure. A server that fails is left; the one to
 * prefer is returned to once it has been well for a while, between one reading and the next. Thread-safe.
 */
final class Servers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final ServerList list;
    private final LdapSettings settings;
    private final Transport transport;
    private final InstantSource time;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile Map<ServerAddress, Server> servers = Map.of();
    private volatile @Nullable Server current;
    private volatile boolean closed;

    Servers(ServerList list, LdapSettings settings, Transport transport, InstantSource time) {
        this.list = list;
        this.settings = settings;
        this.transport = transport;
        this.time = time;
    }

    /**
     * The server of that name, which entries carry.
     *
     * @throws DirectoryFailure if nobody can say which servers there are
     */
    Optional<Server> named(String name) throws DirectoryFailure {
        return known().values().stream()
                .filter(server -> server.address().toString().equals(name))
                .findFirst();
    }

    /** Where they are, the one to prefer first. */
    List<ServerAddress> addresses() throws DirectoryFailure {
        return list.addresses();
    }

    boolean isOnlyOne() {
        return servers.size() == 1;
    }

    /** Reads from the server in use, or from the next that answers, which is in use from then on. */
    <R> R read(Server.Reading<R> reading) throws DirectoryFailure {
        List<Server> all = List.copyOf(known().values());
        preferAgain(all);
        DirectoryFailure first = null;
        for (Server server : inTurn(all)) {
            try {
                R result = server.read(reading);
                server.confidence().answered(time.instant());
                use(server);
                return result;
            } catch (DirectoryFailure failure) {
                if (failure.reach() == Reach.EVERY_SERVER) {
                    throw failure;
                }
                leave(server);
                first = first == null ? failure : first;
            }
        }
        // There is at least one server, and each has failed.
        throw Objects.requireNonNull(first);
    }

    /** Has the next reading go elsewhere, if there is another server. */
    void leave(Server server) {
        server.confidence().failed(time.instant());
        list.doubt();
    }

    /** Those that may be used in the order to prefer, the one in use before them; then those that were left. */
    private List<Server> inTurn(List<Server> all) {
        Server used = current;
        List<Server> usable = new ArrayList<>();
        List<Server> left = new ArrayList<>();
        for (Server server : all) {
            List<Server> which = server.confidence().isLeft() ? left : usable;
            which.add(server == used ? 0 : which.size(), server);
        }
        usable.addAll(left);
        return usable;
    }

    /** Goes back to a server before the one in use, if it is well again; one thread looks, the others go on meanwhile. */
    private void preferAgain(List<Server> all) {
        Server inUse = current;
        if (inUse == null || all.indexOf(inUse) < 1 || !trying.tryLock()) {
            return;
        }
        try {
            for (Server better : all.subList(0, all.indexOf(inUse))) {
                if (better.confidence().isDue(time.instant())) {
                    look(better);
                }
                if (better.confidence().isReliedOn()) {
                    LOG.info("using {} again, which comes before {}", better.address(), inUse.address());
                    current = better;
                    return;
                }
            }
        } finally {
            trying.unlock();
        }
    }

    private void look(Server server) {
        try {
            server.look();
            server.confidence().answered(time.instant());
        } catch (DirectoryFailure stillNot) {
            LOG.debug(
                    "{} is not well yet: {}",
                    server.address(),
                    stillNot.problem().reason());
            server.confidence().failed(time.instant());
        }
    }

    private void use(Server server) {
        Server before = current;
        if (server != before) {
            if (before != null && before.confidence().isLeft()) {
                LOG.warn("{} cannot be used, using {}", before.address(), server.address());
            }
            current = server;
        }
    }

    /** The servers of the list; those that are new are made, those that are gone are closed. */
    private Map<ServerAddress, Server> known() throws DirectoryFailure {
        List<ServerAddress> addresses = list.addresses();
        Map<ServerAddress, Server> now = servers;
        return List.copyOf(now.keySet()).equals(addresses) ? now : renewed(addresses);
    }

    private synchronized Map<ServerAddress, Server> renewed(List<ServerAddress> addresses) {
        Map<ServerAddress, Server> before = servers;
        Map<ServerAddress, Server> now = new LinkedHashMap<>();
        addresses.forEach(address -> now.put(
                address,
                before.containsKey(address)
                        ? Objects.requireNonNull(before.get(address))
                        : new Server(address, settings, transport, time)));
        servers = now;
        Collection<Server> gone = new ArrayList<>(before.values());
        gone.removeAll(now.values());
        gone.forEach(Server::close);
        if (closed) {
            now.values().forEach(Server::close);
        }
        return now;
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.values().forEach(Server::close);
    }
}
