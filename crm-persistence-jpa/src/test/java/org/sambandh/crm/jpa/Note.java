package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the host's, in the same persistence unit. */
@Entity
@Table(name = "host_note")
class Note {

    @Id
    @Column(name = "id", length = 20)
    String id = "";

    @Column(name = "words", length = 200)
    String words = "";

    Note() {}

    Note(String id, String words) {
        this.id = id;
        this.words = words;
    }
}
