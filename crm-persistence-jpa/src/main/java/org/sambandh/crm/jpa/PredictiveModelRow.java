package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stored predictive model. */
@Entity(name = "SambandhPredictiveModel")
@Table(name = "crm_predictive_model")
class PredictiveModelRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "version", precision = 18)
    @Nullable
    BigDecimal version;

    @Column(name = "archived")
    @Nullable
    Boolean archived;

    @Column(name = "counted")
    @Nullable
    String counted;
}
