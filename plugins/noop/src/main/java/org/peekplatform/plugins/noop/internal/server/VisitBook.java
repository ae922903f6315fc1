package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.peekplatform.plugins.noop.internal.storage.Visit;

/** The visits in the database. */
@ApplicationScoped
public class VisitBook {
    @PersistenceContext(unitName = "noop")
    EntityManager entities;

    /** Adds a row and gives it as the database has it. */
    @Transactional
    public Visit add(String visitor) {
        Visit visit = new Visit(visitor, Clock.systemUTC().instant());
        entities.persist(visit);
        entities.flush();
        return visit;
    }

    @Transactional
    public long count() {
        return entities.createQuery("select count(v) from Visit v", Long.class).getSingleResult();
    }
}
