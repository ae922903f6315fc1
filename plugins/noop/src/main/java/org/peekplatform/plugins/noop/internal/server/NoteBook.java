package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.peekplatform.plugins.noop.internal.storage.NoteRow;
import org.peekplatform.plugins.noop.tuple.Note;

/** The notes in the database. */
@ApplicationScoped
public class NoteBook {
    private static final int SHOWN = 50;

    @PersistenceContext(unitName = "noop")
    EntityManager entities;

    @Transactional
    public Note add(String text, String author) {
        NoteRow row = new NoteRow(text, author, Clock.systemUTC().instant());
        entities.persist(row);
        entities.flush();
        return note(row);
    }

    /** The newest ones, newest first; of one author, when one is named. */
    @Transactional
    public List<Note> newest(Optional<String> author) {
        return entities
                .createQuery(
                        "select n from NoteRow n where n.author = coalesce(:author, n.author) order by n.id desc",
                        NoteRow.class)
                .setParameter("author", author.orElse(null))
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(NoteBook::note)
                .toList();
    }

    @Transactional
    public long count() {
        return entities.createQuery("select count(n) from NoteRow n", Long.class)
                .getSingleResult();
    }

    private static Note note(NoteRow row) {
        return new Note(row.id(), row.text(), row.author(), row.writtenAt());
    }
}
