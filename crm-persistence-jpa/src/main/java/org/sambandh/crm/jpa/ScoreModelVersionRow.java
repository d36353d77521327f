package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored score model version. */
@Entity(name = "SambandhScoreModelVersion")
@Table(name = "crm_score_model_version")
class ScoreModelVersionRow extends Row {

    @Column(name = "model")
    @Nullable
    String model;

    @Column(name = "version", precision = 18)
    @Nullable
    BigDecimal version;

    @Column(name = "from_")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant from_;

    @Column(name = "key_")
    @Nullable
    String key_;
}
