package org.sambandh.crm.survey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SurveyResponseId;

/** What a party answered, once. Immutable; equal by id; never changed afterwards, except that an erasure takes the answers out and a merge moves it. */
public final class SurveyResponse implements Entity<SurveyResponseId> {

    private final SurveyResponseId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final QuestionnaireId questionnaire;
    private final CustomerId party;
    private final Instant answeredAt;
    private final List<Answer> answers;
    private final @Nullable Integer nps;
    private final @Nullable Integer csat;
    private final List<String> attributes;
    private final @Nullable InteractionId interaction;

    private SurveyResponse(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        questionnaire = needed("questionnaire", b.questionnaire);
        party = needed("party", b.party);
        answeredAt = needed("answeredAt", b.answeredAt).truncatedTo(ChronoUnit.MICROS);
        answers = List.copyOf(b.answers);
        nps = b.nps;
        csat = b.csat;
        attributes = List.copyOf(b.attributes);
        interaction = b.interaction;
        if (nps != null && (nps < 0 || nps > 10)) {
            throw new Invalid("surveyResponse.nps", "0 to 10, found " + nps);
        }
        if (csat != null && (csat < 1 || csat > 5)) {
            throw new Invalid("surveyResponse.csat", "1 to 5, found " + csat);
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("surveyResponse." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(SurveyResponseId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.questionnaire = questionnaire;
        b.party = party;
        b.answeredAt = answeredAt;
        b.answers = answers;
        b.nps = nps;
        b.csat = csat;
        b.attributes = attributes;
        b.interaction = interaction;
        return b;
    }

    @Override
    public SurveyResponseId id() {
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

    /** {@return the version it answers} */
    public QuestionnaireId questionnaire() {
        return questionnaire;
    }

    /** {@return who answered} */
    public CustomerId party() {
        return party;
    }

    /** {@return when} */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** {@return the answers in the order of the questions; none once erased} */
    public List<Answer> answers() {
        return answers;
    }

    /** {@return the answer to the first question of type NPS, 0 to 10} */
    public Optional<Integer> nps() {
        return Optional.ofNullable(nps);
    }

    /** {@return the answer to the first question of type CSAT, 1 to 5} */
    public Optional<Integer> csat() {
        return Optional.ofNullable(csat);
    }

    /** {@return the names of the properties of the party that it set} */
    public List<String> attributes() {
        return attributes;
    }

    /** {@return its entry in the timeline} */
    public Optional<InteractionId> interaction() {
        return Optional.ofNullable(interaction);
    }

    /**
     * Returns the answer to a question.
     *
     * @param question its code
     * @return the answer, or nothing
     */
    public Optional<Answer> answer(String question) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SurveyResponse that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "surveyResponse " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final SurveyResponseId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable QuestionnaireId questionnaire;
        private @Nullable CustomerId party;
        private @Nullable Instant answeredAt;
        private List<Answer> answers = List.of();
        private @Nullable Integer nps;
        private @Nullable Integer csat;
        private List<String> attributes = List.of();
        private @Nullable InteractionId interaction;

        private Builder(SurveyResponseId id) {
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
         * @param value the version it answers
         * @return this
         */
        public Builder questionnaire(QuestionnaireId value) {
            questionnaire = value;
            return this;
        }

        /**
         * Sets party.
         *
         * @param value who answered
         * @return this
         */
        public Builder party(CustomerId value) {
            party = value;
            return this;
        }

        /**
         * Sets answeredAt.
         *
         * @param value when
         * @return this
         */
        public Builder answeredAt(Instant value) {
            answeredAt = value;
            return this;
        }

        /**
         * Sets answers.
         *
         * @param value the answers in the order of the questions; none once erased
         * @return this
         */
        public Builder answers(List<Answer> value) {
            answers = value;
            return this;
        }

        /**
         * Sets nps.
         *
         * @param value the answer to the first question of type NPS, 0 to 10, or null
         * @return this
         */
        public Builder nps(@Nullable Integer value) {
            nps = value;
            return this;
        }

        /**
         * Sets csat.
         *
         * @param value the answer to the first question of type CSAT, 1 to 5, or null
         * @return this
         */
        public Builder csat(@Nullable Integer value) {
            csat = value;
            return this;
        }

        /**
         * Sets attributes.
         *
         * @param value the names of the properties of the party that it set
         * @return this
         */
        public Builder attributes(List<String> value) {
            attributes = value;
            return this;
        }

        /**
         * Sets interaction.
         *
         * @param value its entry in the timeline, or null
         * @return this
         */
        public Builder interaction(@Nullable InteractionId value) {
            interaction = value;
            return this;
        }

        /**
         * Returns the response.
         *
         * @return the response
         * @throws Invalid if something needed is missing or out of its range
         */
        public SurveyResponse build() {
            return new SurveyResponse(this);
        }
    }
}
