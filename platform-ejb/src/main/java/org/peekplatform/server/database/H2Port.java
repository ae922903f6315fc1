package org.peekplatform.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.engine.SysProperties;
import org.h2.tools.Server;

/**
 * The way of workers in other processes on this machine to the H2 database, whose file belongs to the server's process.
 * They come as a user of their own who has all data and no administrator's rights: an administrator of H2 could run code
 * in this process.
 */
final class H2Port implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    static final String USER = "peek_worker";

    private final Server server;

    private H2Port(Server server) {
        this.server = server;
    }

    /**
     * Gives the workers' user its password and opens the port, on the loopback address only.
     *
     * @param folder of the database's file; no other is reached by the port
     * @param port 0 for any that is free
     */
    static H2Port open(DataSource source, Path folder, int port, String password) throws SQLException {
        if (password.isBlank()) {
            throw new IllegalArgumentException("the workers' user needs a password");
        }
        // H2 read it when its driver was loaded, so it cannot be set here.
        if (!LOOPBACK.equals(SysProperties.BIND_ADDRESS)) {
            throw new IllegalArgumentException("the system property h2.bindAddress has to be " + LOOPBACK);
        }
        try (Connection connection = source.getConnection()) {
            admit(connection, password);
        }
        Server server = Server.createTcpServer(
                "-tcpPort", String.valueOf(port), "-baseDir", folder.toString(), "-ifExists", "-tcpDaemon");
        return new H2Port(server.start());
    }

    private static void admit(Connection connection, String password) throws SQLException {
        try (PreparedStatement create =
                connection.prepareStatement("create user if not exists " + USER + " password ?")) {
            create.setString(1, password);
            create.execute();
        }
        try (PreparedStatement change = connection.prepareStatement("alter user " + USER + " set password ?");
                Statement grant = connection.createStatement()) {
            change.setString(1, password);
            change.execute();
            grant.execute("grant alter any schema to " + USER);
        }
    }

    int number() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
