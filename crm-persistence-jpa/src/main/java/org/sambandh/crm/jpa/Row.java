package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;

/**
 * One stored entity. The body holds all of it and is what is read back; the columns of the subclasses are copies of its
 * fields with at most one value, to search, sort and report by. The attribute of a field has the field's name, with an
 * underscore behind it where that is a word of the query language.
 */
@MappedSuperclass
@IdClass(RowId.class)
abstract class Row {

    /** What columns are created for: the longest text that H2 keeps in a varchar. */
    private static final int LONGEST_TEXT = 1_048_576;

    @Id
    @Column(name = "tenant", length = 36, updatable = false)
    String tenant = "";

    @Id
    @Column(name = "id", length = 36, updatable = false)
    String id = "";

    @Column(name = "revision", nullable = false)
    long revision;

    @Column(name = "body", nullable = false, length = LONGEST_TEXT)
    String body = "";
}
