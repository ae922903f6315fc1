package org.peekplatform.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2PortTest {
    private static final String PASSWORD = "of the workers";

    @TempDir
    Path folder;

    private Connection server;
    private H2Port port;

    @BeforeEach
    void open() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("peek") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        source.setUser("peek");
        source.setPassword("of the server");
        server = source.getConnection();
        run(server, "create schema pl_noop");
        run(server, "create table pl_noop.visits (id bigint)");
        port = H2Port.open(source, folder, 0, PASSWORD);
    }

    @AfterEach
    void close() throws SQLException {
        port.close();
        server.close();
    }

    @Test
    void aWorkerWritesWhatTheServerReads() throws SQLException {
        try (Connection worker = worker(H2Port.USER, PASSWORD)) {
            run(worker, "insert into pl_noop.visits values (7)");
        }

        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery("select id from pl_noop.visits")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(7);
        }
    }

    @Test
    void aWorkerCannotRunCodeInTheServer() throws SQLException {
        try (Connection worker = worker(H2Port.USER, PASSWORD)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> run(worker, "create alias pl_noop.halt for 'java.lang.Runtime.getRuntime'"))
                    .withMessageContaining("Admin rights are required");
        }
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> worker(H2Port.USER, ""));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> worker("peek", ""));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> worker("sa", ""));
    }

    @Test
    void noOtherDatabaseIsReachedOrMade() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url("other"), "sa", ""))
                .withMessageContaining("not found");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url(folder + "/../other"), "sa", ""));
    }

    @Test
    void anOpenedPortTakesTheNewPassword() throws SQLException {
        port.close();
        port = H2Port.open(source(), folder, 0, "another");

        worker(H2Port.USER, "another").close();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> worker(H2Port.USER, PASSWORD));
    }

    @Test
    void isNotOpenedWithoutAPassword() {
        assertThatIllegalArgumentException().isThrownBy(() -> H2Port.open(source(), folder, 0, " "));
    }

    private JdbcDataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("peek"));
        source.setUser("peek");
        source.setPassword("of the server");
        return source;
    }

    private Connection worker(String user, String password) throws SQLException {
        return DriverManager.getConnection(url("peek"), user, password);
    }

    private String url(String database) {
        return "jdbc:h2:tcp://127.0.0.1:" + port.number() + "/" + database;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
