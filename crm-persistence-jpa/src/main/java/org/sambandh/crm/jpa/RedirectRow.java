package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Which party a merged one became. */
@Entity(name = "SambandhRedirect")
@Table(name = "crm_redirect")
@IdClass(RowId.class)
class RedirectRow {

    @Id
    @Column(name = "tenant", length = 36, updatable = false)
    String tenant = "";

    @Id
    @Column(name = "id", length = 36, updatable = false)
    String id = "";

    @Column(name = "survivor", length = 36, nullable = false)
    String survivor = "";
}
