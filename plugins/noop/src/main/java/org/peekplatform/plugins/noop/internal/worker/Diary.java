package org.peekplatform.plugins.noop.internal.worker;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.peekplatform.plugins.noop.internal.storage.Visit;
import org.peekplatform.plugins.noop.internal.tuple.WorkerDiary.Written;

/** The worker's way to the database: a row by Jakarta Persistence, and SQL that sees it in the same transaction. */
@ApplicationScoped
public class Diary {
    @PersistenceContext(unitName = "noop")
    EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/PeekDS")
    DataSource source;

    @Transactional(rollbackOn = Exception.class)
    public Written write(String visitor, String instance) throws SQLException {
        Visit visit = new Visit(visitor, Clock.systemUTC().instant());
        entities.persist(visit);
        entities.flush();
        entities.clear();
        Visit read = entities.find(Visit.class, visit.id());
        return new Written(read.id(), read.visitor(), rows(), instance);
    }

    private long rows() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pl_noop.visits")) {
            row.next();
            return row.getLong(1);
        }
    }
}
