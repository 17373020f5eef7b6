package dev.writeback.jdbc;

import java.sql.SQLException;

/** Numbers that grow in the order in which transactions are committed. */
final class Last {

    private Last() {}

    /** The last change that was taken in and committed. */
    static long change(Session session) throws SQLException {
        return change(session, "");
    }

    /** The same; nothing is taken in any more until the transaction ends. */
    static long changeAlone(Session session) throws SQLException {
        return change(session, session.dialect().locked());
    }

    /** The same; nothing is taken in any more until the transaction ends, but others may ask too. */
    static long changeShared(Session session) throws SQLException {
        return change(session, session.dialect().isShared() ? " FOR SHARE" : "");
    }

    private static long change(Session session, String lock) throws SQLException {
        return session.rows("SELECT number FROM writeback_last WHERE name = 'change'" + lock, row -> row.getLong(1))
                .get(0);
    }

    static void keepChange(Session session, long change) throws SQLException {
        session.update("UPDATE writeback_last SET number = ? WHERE name = 'change'", change);
    }

    /** Takes so many lines of the journal, which must be kept soon: nobody else can; returns the first. */
    static long lines(Session session, int count) throws SQLException {
        session.update("UPDATE writeback_last SET number = number + ? WHERE name = 'line'", count);
        return session.rows("SELECT number FROM writeback_last WHERE name = 'line'", row -> row.getLong(1))
                        .get(0)
                - count
                + 1;
    }
}
