package ${package}.internal.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody wrote down. The script V1__notes.sql makes the table. */
@Entity
@Table(name = "notes")
public class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 2000)
    private String text;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    /** For Jakarta Persistence. */
    protected Note() {}

    public Note(String text, Instant writtenAt) {
        this.text = text;
        this.writtenAt = writtenAt;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
