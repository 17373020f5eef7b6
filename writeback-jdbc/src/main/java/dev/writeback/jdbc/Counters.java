package dev.writeback.jdbc;

import java.sql.SQLException;

/** The numbers that grow with everything that happens, within one transaction. */
final class Counters {

    long place;
    long change;
    long line;
    long status;

    private Counters(long place, long change, long line, long status) {
        this.place = place;
        this.change = change;
        this.line = line;
        this.status = status;
    }

    /** Takes them, so that no other transaction gives the same numbers. */
    static Counters of(Session session) throws SQLException {
        return session.rows(
                        "SELECT place, change, line, status FROM writeback_counter FOR UPDATE",
                        row -> new Counters(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    void keep(Session session) throws SQLException {
        session.update(
                "UPDATE writeback_counter SET place = ?, change = ?, line = ?, status = ?",
                place,
                change,
                line,
                status);
    }
}
