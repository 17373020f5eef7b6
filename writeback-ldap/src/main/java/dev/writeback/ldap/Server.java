package dev.writeback.ldap;

import com.unboundid.ldap.sdk.CachingNameResolver;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One server and the connections to it, at most as many as are set. Thread-safe. */
final class Server implements AutoCloseable {

    private final ServerAddress address;
    private final LDAPConnectionPool pool;
    private final CachingNameResolver names;
    private final Liveness liveness;
    private final ConnectFaults faults;
    private final Semaphore free;
    private final FirstContact firstContact = new FirstContact();
    private final Confidence confidence = new Confidence();
    private volatile @Nullable RootDse rootDse;
    private volatile @Nullable DirectoryKind kind;
    private volatile boolean fit;

    Server(ServerAddress address, LdapSettings settings, Transport transport, InstantSource time) {
        this.address = address;
        this.names = Transport.names();
        this.pool = transport.pool(address, names);
        this.liveness = new Liveness(time);
        this.faults = new ConnectFaults(settings);
        this.free = new Semaphore(settings.connections(), true);
    }

    ServerAddress address() {
        return address;
    }

    /** How far it is to be relied on. */
    Confidence confidence() {
        return confidence;
    }

    /** A connection that is signed in, to a server that takes writes; waits until one is free. */
    Session open() throws DirectoryFailure {
        Session session = connected();
        if (!fit) {
            try {
                Fitness.require(rootDse(session), address);
                fit = true;
            } catch (LDAPException failure) {
                session.close();
                throw SearchFaults.of(failure, address);
            } catch (DirectoryFailure | RuntimeException unfit) {
                session.close();
                dropIdle();
                throw unfit;
            }
        }
        return session;
    }

    /** Whether it can be used, as if it were met for the first time. */
    void look() throws DirectoryFailure {
        dropIdle();
        open().close();
    }

    private Session connected() throws DirectoryFailure {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.of(
                    new LDAPException(ResultCode.USER_CANCELED, "interrupted while waiting for a connection", e),
                    address);
        }
        boolean taken = false;
        try {
            Session session = new Session(this, firstContact.connection(this::connect));
            taken = true;
            return session;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    /** Reads; if the connection turns out to be cut, once more with a new one, which does no harm. */
    <R> R read(Reading<R> reading) throws DirectoryFailure {
        try (Session session = open()) {
            return reading.with(session);
        } catch (LDAPException failure) {
            if (!failure.getResultCode().equals(ResultCode.SERVER_DOWN)) {
                throw SearchFaults.of(failure, address);
            }
        } catch (RuntimeException fault) {
            throw fault(fault);
        }
        dropIdle();
        try (Session session = open()) {
            return reading.with(session);
        } catch (LDAPException failure) {
            throw SearchFaults.of(failure, address);
        } catch (RuntimeException fault) {
            throw fault(fault);
        }
    }

    /** What the server said about itself when it was first asked. */
    RootDse rootDse(Session session) throws LDAPException {
        RootDse known = rootDse;
        if (known == null) {
            known = RootDse.read(session);
            rootDse = known;
        }
        return known;
    }

    /** What kind of directory it holds, asked once. */
    DirectoryKind kind(Session session) throws LDAPException {
        DirectoryKind known = kind;
        if (known == null) {
            known = DirectoryKind.of(session);
            kind = known;
        }
        return known;
    }

    void takeBack(LDAPConnection connection, boolean sound) {
        if (sound) {
            pool.releaseConnection(connection);
        } else {
            pool.discardConnection(connection);
        }
        free.release();
    }

    /** Lets go of connections that are probably cut as well, and of the address that the host had. */
    private void dropIdle() {
        pool.shrinkPool(0);
        names.clearCache();
        rootDse = null;
        kind = null;
        fit = false;
    }

    private LDAPConnection connect() throws DirectoryFailure {
        try {
            LDAPConnection connection = pool.getConnection();
            if (!liveness.isDoubtful(connection) || liveness.answers(connection)) {
                return connection;
            }
            pool.discardConnection(connection);
            dropIdle();
            return pool.getConnection();
        } catch (LDAPException failure) {
            dropIdle();
            throw faults.of(failure, address);
        }
    }

    private DirectoryFailure fault(RuntimeException fault) {
        return new DirectoryFailure(
                new Problem(
                        ErrorCode.INTERNAL_ERROR,
                        "What %s answered could not be understood.".formatted(address),
                        "Report this with the log; it is a fault of this program or of the server.",
                        String.valueOf(fault.getMessage())),
                Reach.EVERY_SERVER,
                fault);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Something that reads and may be done twice. */
    interface Reading<R> {
        R with(Session session) throws LDAPException;
    }
}
