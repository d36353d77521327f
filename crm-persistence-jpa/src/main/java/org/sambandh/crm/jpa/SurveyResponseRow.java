package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored survey response. */
@Entity(name = "SambandhSurveyResponse")
@Table(name = "crm_survey_response")
class SurveyResponseRow extends Row {

    @Column(name = "questionnaire")
    @Nullable
    String questionnaire;

    @Column(name = "party")
    @Nullable
    String party;

    @Column(name = "answered_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant answeredAt;

    @Column(name = "nps", precision = 18)
    @Nullable
    BigDecimal nps;

    @Column(name = "csat", precision = 18)
    @Nullable
    BigDecimal csat;

    @Column(name = "interaction")
    @Nullable
    String interaction;
}
