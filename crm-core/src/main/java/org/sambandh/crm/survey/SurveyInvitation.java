package org.sambandh.crm.survey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.common.Text;

/** A party asked to answer a questionnaire, once. Immutable; equal by id. */
public final class SurveyInvitation implements Entity<SurveyInvitationId> {

    private final SurveyInvitationId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final QuestionnaireId questionnaire;
    private final CustomerId party;
    private final @Nullable String code;
    private final Instant invitedAt;
    private final @Nullable SurveyResponseId response;

    private SurveyInvitation(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        questionnaire = needed("questionnaire", b.questionnaire);
        party = needed("party", b.party);
        code = Text.orMissing("surveyInvitation.code", b.code, 100);
        invitedAt = needed("invitedAt", b.invitedAt).truncatedTo(ChronoUnit.MICROS);
        response = b.response;
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("surveyInvitation." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(SurveyInvitationId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.questionnaire = questionnaire;
        b.party = party;
        b.code = code;
        b.invitedAt = invitedAt;
        b.response = response;
        return b;
    }

    @Override
    public SurveyInvitationId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the version it is asked to answer} */
    public QuestionnaireId questionnaire() {
        return questionnaire;
    }

    /** {@return who is asked} */
    public CustomerId party() {
        return party;
    }

    /** {@return the code that goes into the link; nothing once it was erased} */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** {@return when it was asked} */
    public Instant invitedAt() {
        return invitedAt;
    }

    /** {@return the answer; nothing while there is none} */
    public Optional<SurveyResponseId> response() {
        return Optional.ofNullable(response);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SurveyInvitation that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "surveyInvitation " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final SurveyInvitationId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable QuestionnaireId questionnaire;
        private @Nullable CustomerId party;
        private @Nullable String code;
        private @Nullable Instant invitedAt;
        private @Nullable SurveyResponseId response;

        private Builder(SurveyInvitationId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets questionnaire.
         *
         * @param value the version it is asked to answer
         * @return this
         */
        public Builder questionnaire(QuestionnaireId value) {
            questionnaire = value;
            return this;
        }

        /**
         * Sets party.
         *
         * @param value who is asked
         * @return this
         */
        public Builder party(CustomerId value) {
            party = value;
            return this;
        }

        /**
         * Sets code.
         *
         * @param value the code that goes into the link; nothing once it was erased, or null
         * @return this
         */
        public Builder code(@Nullable String value) {
            code = value;
            return this;
        }

        /**
         * Sets invitedAt.
         *
         * @param value when it was asked
         * @return this
         */
        public Builder invitedAt(Instant value) {
            invitedAt = value;
            return this;
        }

        /**
         * Sets response.
         *
         * @param value the answer; nothing while there is none, or null
         * @return this
         */
        public Builder response(@Nullable SurveyResponseId value) {
            response = value;
            return this;
        }

        /**
         * Returns the invitation.
         *
         * @return the invitation
         * @throws Invalid if something needed is missing or out of its range
         */
        public SurveyInvitation build() {
            return new SurveyInvitation(this);
        }
    }
}
