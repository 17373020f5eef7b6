package dev.writeback.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database of the host, for tests, which can be told to break off. */
final class Databases implements DataSource {

    private final String url;
    private int statementsLeft = Integer.MAX_VALUE;

    private Databases(String url) {
        this.url = url;
    }

    static Databases of(String url) {
        return new Databases(url);
    }

    /** From now on so many statements are still answered; then connections are cut. */
    void breakAfter(int statements) {
        statementsLeft = statements;
    }

    /** Connections are to be had again. */
    void mend() {
        statementsLeft = Integer.MAX_VALUE;
    }

    /** Counts a statement; false if it is the one that is not answered any more. */
    boolean answers() {
        return statementsLeft-- > 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (statementsLeft <= 0) {
            throw new SQLException("cut on purpose", "08001");
        }
        Connection connection = DriverManager.getConnection(url);
        if (url.startsWith("jdbc:postgresql:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TIME ZONE 'America/Los_Angeles'");
            }
        }
        return CutConnection.of(connection, this);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
