package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored duplicate candidate. */
@Entity(name = "SambandhDuplicateCandidate")
@Table(name = "crm_duplicate_candidate")
class DuplicateCandidateRow extends Row {

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "found_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant foundAt;
}
