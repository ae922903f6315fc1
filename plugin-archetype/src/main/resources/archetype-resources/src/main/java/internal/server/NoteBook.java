package ${package}.internal.server;

import ${package}.internal.storage.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The notes in the database. */
@ApplicationScoped
public class NoteBook {
    @PersistenceContext(unitName = "${artifactId}")
    EntityManager entities;

    @Transactional
    public Note write(String text) {
        Note note = new Note(text, Clock.systemUTC().instant());
        entities.persist(note);
        entities.flush();
        return note;
    }

    /** The newest hundred. */
    @Transactional
    public List<Note> newest() {
        return entities.createQuery("select n from Note n order by n.id desc", Note.class)
                .setMaxResults(100)
                .getResultList();
    }
}
