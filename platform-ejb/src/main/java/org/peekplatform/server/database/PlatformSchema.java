package org.peekplatform.server.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/**
 * Migrates the platform's tables the first time that anybody asks for the data source, so whoever asks waits for the
 * tables. Not an enterprise bean: a call to one waits until all start-up beans are up, and those wait for the tables.
 */
@ApplicationScoped
public class PlatformSchema {
    private static final System.Logger LOG = System.getLogger(PlatformSchema.class.getName());

    @Resource(lookup = "java:jboss/datasources/PeekDS")
    DataSource source;

    @PostConstruct
    void migrate() {
        int scripts = new SchemaMigration(source).run();
        LOG.log(System.Logger.Level.INFO, "PEEK-5002 Schema peek is up to date, scripts run now: " + scripts + ".");
    }

    /** The data source, once the tables are there. */
    public DataSource migratedSource() {
        return source;
    }
}
