package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored pipeline snapshot. */
@Entity(name = "SambandhPipelineSnapshot")
@Table(name = "crm_pipeline_snapshot")
class PipelineSnapshotRow extends Row {

    @Column(name = "date")
    @Nullable
    LocalDate date;
}
