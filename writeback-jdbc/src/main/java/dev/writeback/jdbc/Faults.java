package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Says what is wrong with a database in one sentence, without what drivers quote: statements and values. */
final class Faults {

    private static final int IN_USE = 90020;
    private static final Set<Integer> DAMAGED = Set.of(90028, 90030, 90031);
    private static final Set<Integer> GONE = Set.of(90067, 90098, 90121);
    private static final Set<Integer> WRONG_PASSWORD = Set.of(28000, 90049);

    private volatile String name = "";

    /** Whether the connection or the database is no longer there. */
    static boolean isGone(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        return GONE.contains(fault.getErrorCode())
                || DAMAGED.contains(fault.getErrorCode())
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("25P03");
    }

    /** Whether two transactions stood in each other's way, so that this one had to make room. */
    static boolean isCollision(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        // That a row is there by now which was not there a moment ago comes of it too.
        return state.equals("40001") || state.equals("40P01") || state.equals("23505");
    }

    /** Remembers what to call the database: its URL without settings, which may hold secrets. */
    void met(Connection connection) throws SQLException {
        name = " " + connection.getMetaData().getURL().split("[;?]", 2)[0];
    }

    StoreException exception(String purpose, SQLException fault) {
        return new StoreException(
                "the store%s cannot %s: %s".formatted(name, purpose, reason(fault)), withoutMessage(fault));
    }

    private static String reason(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        if (fault.getErrorCode() == IN_USE) {
            return "another process uses it; end that one, or give this one a store of its own";
        } else if (isDiskFull(fault, state)) {
            return "its disk is full; make room, and it goes on";
        } else if (DAMAGED.contains(fault.getErrorCode())) {
            return "its file cannot be read or written, or is damaged; see to the disk, or bring back a backup";
        } else if (isGone(fault)) {
            return "the database is gone or cannot be reached; start it, and run again";
        } else if (WRONG_PASSWORD.contains(fault.getErrorCode()) || state.startsWith("28")) {
            return "the database does not accept the user or its password; correct them";
        }
        return "the database answers with error %d, state %s; see its documentation"
                .formatted(fault.getErrorCode(), state);
    }

    private static boolean isDiskFull(SQLException fault, String state) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space on the disk")) {
                return true;
            }
        }
        return state.equals("53100");
    }

    /** A driver's message may quote values; where it happened may be told. */
    private static SQLException withoutMessage(SQLException fault) {
        SQLException bare = new SQLException("the message is left out", fault.getSQLState(), fault.getErrorCode());
        bare.setStackTrace(fault.getStackTrace());
        return bare;
    }
}
