package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored pipeline. */
@Entity(name = "SambandhPipeline")
@Table(name = "crm_pipeline")
class PipelineRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;
}
