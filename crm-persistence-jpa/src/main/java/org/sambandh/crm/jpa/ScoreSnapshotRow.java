package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored score snapshot. */
@Entity(name = "SambandhScoreSnapshot")
@Table(name = "crm_score_snapshot")
class ScoreSnapshotRow extends Row {

    @Column(name = "model")
    @Nullable
    String model;

    @Column(name = "kind")
    @Nullable
    String kind;

    @Column(name = "subject_id")
    @Nullable
    String subjectId;

    @Column(name = "value_", precision = 18, scale = 9)
    @Nullable
    BigDecimal value_;

    @Column(name = "grade")
    @Nullable
    String grade;

    @Column(name = "fit", precision = 18, scale = 9)
    @Nullable
    BigDecimal fit;

    @Column(name = "engagement", precision = 18, scale = 9)
    @Nullable
    BigDecimal engagement;

    @Column(name = "letter")
    @Nullable
    String letter;

    @Column(name = "number")
    @Nullable
    String number;

    @Column(name = "combined")
    @Nullable
    String combined;

    @Column(name = "at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant at;

    @Column(name = "recorded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant recordedAt;

    @Column(name = "superseded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant supersededAt;

    @Column(name = "latest")
    @Nullable
    Boolean latest;

    @Column(name = "latest_of")
    @Nullable
    String latestOf;

    @Column(name = "key_")
    @Nullable
    String key_;
}
