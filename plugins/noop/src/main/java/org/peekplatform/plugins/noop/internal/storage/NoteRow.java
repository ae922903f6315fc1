package org.peekplatform.plugins.noop.internal.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A note as the database has it. */
@Entity
@Table(name = "notes")
public class NoteRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 1000)
    private String text;

    @Column(nullable = false, length = 200)
    private String author;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    /** For Jakarta Persistence. */
    protected NoteRow() {}

    public NoteRow(String text, String author, Instant writtenAt) {
        this.text = text;
        this.author = author;
        this.writtenAt = writtenAt;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public String author() {
        return author;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
