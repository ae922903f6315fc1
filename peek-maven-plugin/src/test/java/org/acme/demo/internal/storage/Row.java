package org.acme.demo.internal.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Row {
    @Id
    public long id;
}
