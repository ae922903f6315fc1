package org.peekplatform.server.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Opens the port for workers where the set-up asks for it: when they are processes of their own, and the database is H2. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class H2PortStart {
    private static final Logger LOG = System.getLogger(H2PortStart.class.getName());
    private static final String PORT = "peek.h2.port";
    private static final String PASSWORD = "peek.h2.worker-password";

    @Inject
    PlatformSchema schema;

    private Optional<H2Port> port = Optional.empty();

    @PostConstruct
    void start() {
        String number = System.getProperty(PORT, "");
        DataSource source = schema.migratedSource();
        if (number.isEmpty()) {
            return;
        }
        try {
            port = Optional.of(H2Port.open(
                    source,
                    Path.of(System.getProperty("jboss.server.data.dir"), "peek", "db"),
                    Integer.parseInt(number),
                    System.getProperty(PASSWORD, "")));
            LOG.log(Level.INFO, "workers on this machine reach the database at port " + number);
        } catch (SQLException | IllegalArgumentException e) { // the rim: the server works without
            LOG.log(
                    Level.ERROR,
                    "PEEK-5004 the database's port for workers, " + PORT + "=" + number
                            + ", was not opened. Workers run no plugin that uses the database. Check that the port is a free one and that "
                            + PASSWORD + " is set, then restart the server.",
                    e);
        }
    }

    @PreDestroy
    void stop() {
        port.ifPresent(H2Port::close);
    }
}
