package org.peekplatform.plugins.noop.internal.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What became of one piece of work: a second word on the same one would not fit into the table. */
@Entity
@Table(name = "work")
public class WorkRow {
    @Id
    private String task;

    @Column(nullable = false, length = 20)
    private String state;

    /** For Jakarta Persistence. */
    protected WorkRow() {}

    public WorkRow(String task, String state) {
        this.task = task;
        this.state = state;
    }

    public String task() {
        return task;
    }

    public String state() {
        return state;
    }
}
