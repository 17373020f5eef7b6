package dev.writeback.jdbc;

import java.time.Duration;

/**
 * Which node delivers statuses: one at a time, so that those of one object keep their order whichever nodes it went
 * through. It is taken for as long as a lease, and left when nothing is left to deliver.
 */
final class Duty {

    private static final String TAKE = """
            UPDATE writeback_duty SET holder = ?, lease_end = clock_timestamp() + CAST(? AS BIGINT) * INTERVAL '1 millisecond'
            WHERE name = 'outbox' AND (holder = ? OR lease_end < clock_timestamp()
              OR NOT EXISTS (SELECT 1 FROM writeback_node n WHERE n.token = writeback_duty.holder))""";

    private final Database database;
    private final Node node;
    private final Duration lease;

    Duty(Database database, Node node, Duration lease) {
        this.database = database;
        this.node = node;
        this.lease = lease;
    }

    /** Whether statuses are this node's to deliver. */
    boolean take() {
        long token = node.token();
        return token == 0
                || database.write("take over what is to be reported", session -> {
                    node.require(session, token);
                    return session.update(TAKE, token, lease.toMillis(), token) > 0;
                });
    }

    /** Whoever has something to deliver may. */
    void leave() {
        long token = node.token();
        if (token != 0) {
            database.write(
                    "leave what is to be reported",
                    session -> session.update("UPDATE writeback_duty SET holder = 0 WHERE holder = ?", token));
        }
    }
}
