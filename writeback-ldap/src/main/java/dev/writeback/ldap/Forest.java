package dev.writeback.ldap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.HolderRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of which a domain is a part, asked who has addresses: by a global catalog, and for nothing else, since a catalog
 * lags behind and cannot be written to ([MS-ADTS] 3.1.1.1.11). Where none answers, the domain itself is asked. Thread-safe.
 */
final class Forest implements AutoCloseable {

    private static final int PLAIN = 389;
    private static final int PLAIN_CATALOG = 3268;
    private static final int TLS = 636;
    private static final int TLS_CATALOG = 3269;

    /** For so long a catalog that failed is not asked again. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Forest.class);

    private final LdapSettings settings;
    private final Transport transport;
    private final Servers servers;
    private final InstantSource time;
    private final Map<ServerAddress, Server> catalogs = new ConcurrentHashMap<>();
    private final Cache<ServerAddress, Boolean> failing;

    Forest(LdapSettings settings, Transport transport, Servers servers, InstantSource time) {
        this.settings = settings;
        this.transport = transport;
        this.servers = servers;
        this.time = time;
        this.failing = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .ticker(() -> nanos(time.instant()))
                .executor(Runnable::run)
                .build();
    }

    /** Who has these addresses: asked of a global catalog, or of the domain where none answers. */
    List<AddressHolder> holders(HolderRequest request) throws DirectoryFailure {
        for (ServerAddress address : catalogs()) {
            if (failing.getIfPresent(address) == null) {
                try {
                    return ask(address, session -> new AddressSearch(session, "").holders(request));
                } catch (DirectoryFailure failure) {
                    failing.put(address, true);
                    LOG.warn("the global catalog {} does not tell who has addresses: {}", address, failure.problem());
                }
            }
        }
        return servers.read(
                session -> new AddressSearch(session, settings.baseDn().value()).holders(request));
    }

    /** Reads from one catalog. */
    <R> R ask(ServerAddress address, Server.Reading<R> reading) throws DirectoryFailure {
        return catalogs.computeIfAbsent(address, it -> new Server(it, settings, transport, time))
                .read(reading);
    }

    /** The catalogs to be asked, in this order; none where there is none, or where it is not to be asked. */
    List<ServerAddress> catalogs() throws DirectoryFailure {
        Optional<List<String>> named = settings.globalCatalogs();
        if (named.isPresent()) {
            return named.get().stream()
                    .map(url -> ServerAddress.of(url, settings.tls()))
                    .toList();
        }
        List<ServerAddress> found = new ArrayList<>();
        servers.read(session -> {
                    ServerAddress server = session.server().address();
                    boolean ready = session.rootDse().isActiveDirectory()
                            && session.rootDse()
                                    .value("isGlobalCatalogReady")
                                    .filter("TRUE"::equalsIgnoreCase)
                                    .isPresent();
                    return ready ? catalogOf(server) : Optional.<ServerAddress>empty();
                })
                .ifPresent(found::add);
        return found;
    }

    /** A server behind other ports, such as those of a proxy, has its catalog who knows where. */
    private Optional<ServerAddress> catalogOf(ServerAddress server) {
        int port = settings.tls() == Tls.LDAPS ? TLS : PLAIN;
        return server.port() == port
                ? Optional.of(new ServerAddress(server.host(), port == TLS ? TLS_CATALOG : PLAIN_CATALOG))
                : Optional.empty();
    }

    private static long nanos(Instant now) {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public void close() {
        catalogs.values().forEach(Server::close);
    }
}
