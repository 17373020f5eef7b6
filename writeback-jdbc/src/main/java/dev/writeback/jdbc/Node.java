package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among those that share the store. It has a token, which no other node ever had, and a lease, which it
 * renews by signs of life; all times are those of the database's clock. Whoever takes work relieves the nodes whose lease
 * is over: their rows are gone, what they held is anybody's, and whatever they still want to keep is refused, because every
 * transaction of a node first makes sure of its own row. Where the store is one process's own, there is none of this.
 */
final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final int BEATS_IN_A_LEASE = 3;

    /** So much of a lease must be left to begin a write to the directory: one of this many parts. */
    private static final int PARTS_THAT_MUST_BE_LEFT = 4;

    private static final String NOW = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    private static final String LEASE_END = "clock_timestamp() + CAST(? AS BIGINT) * INTERVAL '1 millisecond'";

    private final Database database;
    private final Hands hands;
    private final Duration lease;
    private final Lock registering = new ReentrantLock();
    private volatile Beat last = Beat.NONE;
    private volatile boolean isShared;
    private @Nullable ScheduledExecutorService heart;
    private @Nullable Future<?> beats;

    Node(Database database, Hands hands, Duration lease) {
        this.database = database;
        this.hands = hands;
        this.lease = lease;
    }

    /** Takes its place. */
    void begin() {
        isShared = database.dialect().isShared();
        if (!isShared) {
            database.write("be opened", session -> Announcements.giveUpAll(session));
            return;
        }
        token();
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "writeback-lease");
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, lease.toMillis() / BEATS_IN_A_LEASE);
        beats = made.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        heart = made;
    }

    /** The token of this node, a new one if it has none; 0 where the store is one process's own. */
    long token() {
        if (!isShared) {
            return 0;
        }
        registering.lock();
        try {
            if (last.token() == 0) {
                last = database.write("enter this node", this::entered);
            }
            return last.token();
        } finally {
            registering.unlock();
        }
    }

    private Beat entered(Session session) throws SQLException {
        long begun = Monotonic.now();
        long token = session.draw(1)[0];
        session.update(
                "INSERT INTO writeback_node (token, lease_end) VALUES (?, " + LEASE_END + ")", token, lease.toMillis());
        return new Beat(token, begun, Monotonic.now(), time(session));
    }

    /** Makes sure, until the transaction ends, that this node was not relieved. */
    void require(Session session, long token) throws SQLException {
        if (isShared
                && session.rows(
                                "SELECT token FROM writeback_node WHERE token = ? FOR KEY SHARE",
                                row -> row.getLong(1),
                                token)
                        .isEmpty()) {
            throw relieved(token);
        }
    }

    /** That the token counts no longer. */
    StoreException relieved(long token) {
        registering.lock();
        try {
            if (last.token() == token) {
                last = Beat.NONE;
            }
        } finally {
            registering.unlock();
        }
        return new StoreException(
                ("this node was relieved: the store did not hear of it for longer than its lease of %s, so what it had"
                                + " in its hands is another's by now; it goes on with new work")
                        .formatted(lease));
    }

    /** Takes what nodes hold whose lease is over. One in the middle of a transaction is left for the next time. */
    void relieveOthers(Session session, long token) throws SQLException {
        if (!isShared) {
            return;
        }
        List<Long> over = session.rows(
                "SELECT token FROM writeback_node WHERE lease_end < clock_timestamp() AND token <> ?"
                        + " FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                token);
        if (!over.isEmpty()) {
            LOG.warn("nodes {} were not heard of for longer than their lease; they are relieved", over);
            leave(session, over.toArray(Long[]::new));
        }
    }

    private static void leave(Session session, Long[] tokens) throws SQLException {
        Announcements.giveUpOf(session, tokens);
        session.update("UPDATE writeback_standing SET holder = NULL WHERE holder = ANY(?)", (Object) tokens);
        session.update("DELETE FROM writeback_node WHERE token = ANY(?)", (Object) tokens);
    }

    /** Whether enough of the lease is left, by the time that went by on this machine. */
    boolean holds() {
        Beat beat = last;
        return !isShared
                || (beat.token() != 0
                        && Monotonic.since(beat.begun())
                                        .compareTo(lease.minus(lease.dividedBy(PARTS_THAT_MUST_BE_LEFT)))
                                < 0);
    }

    InstantSource clock(InstantSource own) {
        return isShared ? () -> last.equals(Beat.NONE) ? own.instant() : last.now() : own;
    }

    private void beat() {
        try {
            Beat before = last;
            if (before.token() == 0) {
                return;
            }
            recover(before.token());
            Beat beat = database.write("renew its lease", session -> renewed(session, before.token()));
            registering.lock();
            try {
                if (last.token() == beat.token()) {
                    last = beat;
                }
            } finally {
                registering.unlock();
            }
        } catch (StoreException fault) {
            LOG.warn("the lease is not renewed: {}", fault.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("the lease is not renewed", fault);
        }
    }

    /** Lets be handed out again what fell out of this process's hands. */
    void recover(long token) {
        Hands.Lost lost = hands.lost();
        if (!lost.isNothing()) {
            database.write("hand out again what nobody has", session -> {
                Announcements.recover(session, lost, token);
                return true;
            });
            hands.recovered(lost);
        }
    }

    private Beat renewed(Session session, long token) throws SQLException {
        long begun = Monotonic.now();
        int rows = session.update(
                "UPDATE writeback_node SET lease_end = " + LEASE_END + " WHERE token = ?", lease.toMillis(), token);
        if (rows == 0) {
            throw relieved(token);
        }
        return new Beat(token, begun, Monotonic.now(), time(session));
    }

    private static Instant time(Session session) throws SQLException {
        long micros = session.rows(NOW, row -> row.getLong(1)).get(0);
        return Instant.EPOCH.plusNanos(Math.multiplyExact(micros, 1000L));
    }

    /** Gives back at once what it holds. */
    @Override
    public void close() {
        if (heart != null && beats != null) {
            beats.cancel(true);
            heart.shutdownNow();
        }
        long token = last.token();
        if (token != 0) {
            try {
                database.write("take leave of this node", session -> {
                    leave(session, new Long[] {token});
                    return true;
                });
            } catch (StoreException fault) {
                LOG.warn("what this node holds is free only when its lease is over: {}", fault.getMessage());
            }
        }
    }
}
