package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stored questionnaire. */
@Entity(name = "SambandhQuestionnaire")
@Table(name = "crm_questionnaire")
class QuestionnaireRow extends Row {

    @Column(name = "code")
    @Nullable
    String code;

    @Column(name = "version", precision = 18)
    @Nullable
    BigDecimal version;

    @Column(name = "key_")
    @Nullable
    String key_;

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "closed")
    @Nullable
    Boolean closed;
}
