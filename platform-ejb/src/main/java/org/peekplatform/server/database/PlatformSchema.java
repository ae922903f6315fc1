package org.peekplatform.server.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Migrates the platform's tables at start. Bean-managed, because scripts commit on their own. The container lets nobody
 * call this bean before that is done, so whoever asks it for the data source waits for the tables.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PlatformSchema {
    private static final System.Logger LOG = System.getLogger(PlatformSchema.class.getName());

    @Resource(lookup = "java:jboss/datasources/PeekDS")
    private DataSource source;

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
