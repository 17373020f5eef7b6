package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.ldap.ServiceRecords.Answer;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The domain controllers that a domain says it has: those of the site first, then the others ([MS-ADTS] 6.3.6.1). They are
 * asked for again every ten minutes, which is for how long Active Directory lets its records live, and earlier if one
 * cannot be used. If nobody answers then, those that are known stay.
 */
final class DiscoveredServers implements ServerList {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveredServers.class);

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration DOUBTED_LIFETIME = Duration.ofSeconds(30);
    private static final int LDAP = 389;
    private static final int LDAPS = 636;

    private final DomainName domain;
    private final LdapSettings.Tls tls;
    private final ServiceRecords dns;
    private final RecordOrder order;
    private final InstantSource time;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile boolean doubted;

    DiscoveredServers(
            DomainName domain, LdapSettings.Tls tls, ServiceRecords dns, RandomGenerator random, InstantSource time) {
        this.domain = domain;
        this.tls = tls;
        this.dns = dns;
        this.order = new RecordOrder(random);
        this.time = time;
    }

    @Override
    public List<ServerAddress> addresses() throws DirectoryFailure {
        Known before = known;
        if (before == null) {
            return first();
        }
        Instant now = time.instant();
        if (before.isOver(now, doubted ? DOUBTED_LIFETIME : LIFETIME) && asking.tryLock()) {
            try {
                again(before, now);
            } finally {
                asking.unlock();
            }
        }
        return Objects.requireNonNull(known).addresses();
    }

    @Override
    public void doubt() {
        doubted = true;
    }

    private List<ServerAddress> first() throws DirectoryFailure {
        asking.lock();
        try {
            Known meanwhile = known;
            if (meanwhile == null) {
                meanwhile = new Known(found(), time.instant());
                known = meanwhile;
                LOG.info("{} has the domain controllers {}", domain, meanwhile.addresses());
            }
            return meanwhile.addresses();
        } finally {
            asking.unlock();
        }
    }

    private void again(Known before, Instant now) {
        doubted = false;
        List<ServerAddress> addresses = before.addresses();
        try {
            List<ServerAddress> found = found();
            if (!found.equals(addresses)) {
                LOG.info("{} has the domain controllers {} now", domain, found);
                addresses = found;
            }
        } catch (DirectoryFailure failure) {
            LOG.warn("{} Those known before are used still.", failure.problem().reason());
        }
        known = new Known(addresses, now);
    }

    private List<ServerAddress> found() throws DirectoryFailure {
        Set<ServerAddress> addresses = new LinkedHashSet<>();
        for (String name : domain.ofSite().stream().toList()) {
            addresses.addAll(at(name));
            if (addresses.isEmpty()) {
                LOG.warn("{} has no domain controllers of its own: {} is not there", domain, name);
            }
        }
        addresses.addAll(at(domain.ofControllers()));
        if (addresses.isEmpty()) {
            addresses.addAll(at(domain.ofServers()));
        }
        if (addresses.isEmpty()) {
            throw failure(
                    dns.of(domain.name()) instanceof Answer.NoSuchName
                            ? "The domain %s is not known to the name servers.".formatted(domain.name())
                            : "The domain %s names no domain controllers (no SRV records at %s)."
                                    .formatted(domain.name(), domain.ofControllers()),
                    "Check the domain's name, and that this machine uses the domain's name servers; or name the controllers in servers.");
        }
        return List.copyOf(addresses);
    }

    private List<ServerAddress> at(String name) throws DirectoryFailure {
        Answer answer = dns.of(name);
        if (answer instanceof Answer.Failed failed) {
            throw failure(
                    "The domain controllers of %s cannot be found: %s.".formatted(domain.name(), failed.how()),
                    "Check the name servers of this machine, or name the domain controllers in servers.");
        }
        return answer instanceof Answer.Found found
                ? order.of(found.records()).stream().map(this::address).toList()
                : List.of();
    }

    /** Active Directory publishes the port 389 alone; the same servers take TLS at 636. */
    private ServerAddress address(ServiceRecord record) {
        int port = tls == LdapSettings.Tls.LDAPS && record.port() == LDAP ? LDAPS : record.port();
        return new ServerAddress(record.target().toLowerCase(Locale.ROOT), port);
    }

    private static DirectoryFailure failure(String reason, String action) {
        return new DirectoryFailure(
                Problem.of(ErrorCode.DIRECTORY_UNAVAILABLE, reason, action), Reach.EVERY_SERVER, null);
    }

    private record Known(List<ServerAddress> addresses, Instant asked) {
        boolean isOver(Instant now, Duration lifetime) {
            return !now.isBefore(asked.plus(lifetime));
        }
    }
}
