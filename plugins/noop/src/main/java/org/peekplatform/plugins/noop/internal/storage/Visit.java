package org.peekplatform.plugins.noop.internal.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody was greeted. */
@Entity
@Table(name = "visits")
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 200)
    private String visitor;

    @Column(name = "visited_at", nullable = false)
    private Instant visitedAt;

    /** For Jakarta Persistence. */
    protected Visit() {}

    public Visit(String visitor, Instant visitedAt) {
        this.visitor = visitor;
        this.visitedAt = visitedAt;
    }

    public Long id() {
        return id;
    }

    public String visitor() {
        return visitor;
    }

    public Instant visitedAt() {
        return visitedAt;
    }
}
