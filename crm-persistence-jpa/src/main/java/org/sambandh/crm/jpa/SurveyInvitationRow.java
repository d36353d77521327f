package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored survey invitation. */
@Entity(name = "SambandhSurveyInvitation")
@Table(name = "crm_survey_invitation")
class SurveyInvitationRow extends Row {

    @Column(name = "questionnaire")
    @Nullable
    String questionnaire;

    @Column(name = "party")
    @Nullable
    String party;

    @Column(name = "code")
    @Nullable
    String code;

    @Column(name = "invited_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant invitedAt;

    @Column(name = "response")
    @Nullable
    String response;
}
