package org.sambandh.crm.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.common.Revision;

/**
 * A points model as it was defined at one time: written once by {@link Scores#define} and never changed, so that a score
 * of then can still be explained in the words of then. Immutable.
 */
public final class ScoreModelVersion implements Entity<ModelVersionId> {

    private final ModelVersionId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final PointsModel<?> model;
    private final Instant from;

    private ScoreModelVersion(Builder builder, PointsModel<?> model, Instant from) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.model = model;
        this.from = from.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns a builder of a version that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(ModelVersionId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .model(model)
                .from(from);
    }

    @Override
    public ModelVersionId id() {
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

    /** {@return the model, which holds its own id and version} */
    public PointsModel<?> model() {
        return model;
    }

    /** {@return since when it is, or was, in force: until the next version of the model begins} */
    public Instant from() {
        return from;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreModelVersion that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "scoreModelVersion " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final ModelVersionId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable PointsModel<?> model;
        private @Nullable Instant from;

        private Builder(ModelVersionId id) {
            this.id = id;
        }

        /**
         * Sets the revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            this.revision = value;
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param value the references
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = value;
            return this;
        }

        /**
         * Sets the model.
         *
         * @param value the model with its version
         * @return this
         */
        public Builder model(PointsModel<?> value) {
            this.model = value;
            return this;
        }

        /**
         * Sets since when it is in force.
         *
         * @param value the instant
         * @return this
         */
        public Builder from(Instant value) {
            this.from = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the version
         * @throws Invalid if model or instant is missing
         */
        public ScoreModelVersion build() {
            if (model == null || from == null) {
                throw new Invalid("scoreModelVersion", "a model and since when it is in force are expected");
            }
            return new ScoreModelVersion(this, model, from);
        }
    }
}
