package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.plugins.noop.internal.storage.WorkRow;

/** What became of work, in the database. */
@ApplicationScoped
public class WorkBook {
    @PersistenceContext(unitName = "noop")
    EntityManager entities;

    @Transactional
    public void add(String task, TaskState state) {
        entities.persist(new WorkRow(task, state.name()));
        entities.flush();
    }

    /** How many ended in which state. */
    @Transactional
    public Map<String, Long> count() {
        return entities.createQuery("select w.state, count(w) from WorkRow w group by w.state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
