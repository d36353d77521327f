package org.sambandh.crm.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;

/** What is asked: one version of a list of questions. Immutable; equal by id. Questions are never changed: what is asked differently is
 * the next version, so that every response keeps the words it answered. */
public final class Questionnaire implements Entity<QuestionnaireId> {

    /** The most that one questionnaire asks. */
    static final int MAX_QUESTIONS = 200;

    private final QuestionnaireId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String code;
    private final int version;
    private final String name;
    private final @Nullable Brand brand;
    private final List<Question> questions;
    private final boolean closed;

    private Questionnaire(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        code = Text.required("questionnaire.code", needed("code", b.code), 60);
        version = b.version;
        name = Text.required("questionnaire.name", needed("name", b.name), 200);
        brand = b.brand;
        questions = List.copyOf(b.questions);
        closed = b.closed;
        if (version < 1) {
            throw new Invalid("questionnaire.version", "from 1, found " + version);
        }
        if (questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
            throw new Invalid("questionnaire.questions", "1 to " + MAX_QUESTIONS + ", found " + questions.size());
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!codes.add(questions.get(i).code())) {
                throw new Invalid("questionnaire.questions[" + i + "].code", "each code once");
            }
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("questionnaire." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(QuestionnaireId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.code = code;
        b.version = version;
        b.name = name;
        b.brand = brand;
        b.questions = questions;
        b.closed = closed;
        return b;
    }

    @Override
    public QuestionnaireId id() {
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

    /** {@return its short name, the same for all versions; at most 60 characters} */
    public String code() {
        return code;
    }

    /** {@return its number among the versions of the code, from 1} */
    public int version() {
        return version;
    }

    /** {@return what it is called; at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return under which name of ours is asked} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return what is asked, in order; 1 to 200, each code once} */
    public List<Question> questions() {
        return questions;
    }

    /** {@return whether no responses are taken any more} */
    public boolean closed() {
        return closed;
    }

    /**
     * Returns the question of a code.
     *
     * @param question the code
     * @return the question, or nothing
     */
    public Optional<Question> question(String question) {
        return questions.stream().filter(it -> it.code().equals(question)).findFirst();
    }

    /** {@return kind and id} */
    public EntityRef ref() {
        return new EntityRef("questionnaire", id.value());
    }

    Questionnaire opened() {
        if (closed) {
            throw new RuleViolation(
                    "survey-closed", ref(), "Questionnaire " + id + " is closed. Ask with the latest version.");
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Questionnaire that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "questionnaire " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final QuestionnaireId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable String code;
        private int version = 1;
        private @Nullable String name;
        private @Nullable Brand brand;
        private List<Question> questions = List.of();
        private boolean closed;

        private Builder(QuestionnaireId id) {
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
         * Sets code.
         *
         * @param value its short name, the same for all versions; at most 60 characters
         * @return this
         */
        public Builder code(String value) {
            code = value;
            return this;
        }

        /**
         * Sets version.
         *
         * @param value its number among the versions of the code, from 1
         * @return this
         */
        public Builder version(int value) {
            version = value;
            return this;
        }

        /**
         * Sets name.
         *
         * @param value what it is called; at most 200 characters
         * @return this
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets brand.
         *
         * @param value under which name of ours is asked, or null
         * @return this
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets questions.
         *
         * @param value what is asked, in order; 1 to 200, each code once
         * @return this
         */
        public Builder questions(List<Question> value) {
            questions = value;
            return this;
        }

        /**
         * Sets closed.
         *
         * @param value whether no responses are taken any more
         * @return this
         */
        public Builder closed(boolean value) {
            closed = value;
            return this;
        }

        /**
         * Returns the questionnaire.
         *
         * @return the questionnaire
         * @throws Invalid if something needed is missing or out of its range
         */
        public Questionnaire build() {
            return new Questionnaire(this);
        }
    }
}
