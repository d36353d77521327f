package org.sambandh.examples.quickstart;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to an address, with whatever driver is on the class path. A host has a pool of its own instead. */
final class Connections implements DataSource, AutoCloseable {

    private final Driver driver;
    private final String url;
    private final Properties login = new Properties();

    /** A database in memory is there for as long as somebody is connected. */
    private final Connection held;

    private Connections(Driver driver, Options options) throws SQLException {
        this.driver = driver;
        this.url = options.url();
        if (options.user() != null) {
            login.setProperty("user", options.user());
        }
        if (options.password() != null) {
            login.setProperty("password", options.password());
        }
        this.held = getConnection();
    }

    static Connections open(Options options) throws CannotRun {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, Connections.class.getClassLoader())) {
                if (driver.acceptsURL(options.url())) {
                    return new Connections(driver, options);
                }
            }
        } catch (SQLException e) {
            throw new CannotRun("The database at " + withoutParameters(options.url()) + " cannot be reached (SQLState "
                    + e.getSQLState() + "). Check its address, name, user and password.");
        }
        throw new CannotRun("There is no driver for " + withoutParameters(options.url()) + ". " + Options.USAGE);
    }

    /** Parameters may hold a password, and so may what stands in front of an @. */
    private static String withoutParameters(String url) {
        int end = 0;
        while (end < url.length() && "?;".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        return at < 0 ? url.substring(0, end) : "..." + url.substring(at, end);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, login);
        if (connection == null) {
            throw new SQLException("the driver does not know the address", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

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
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
