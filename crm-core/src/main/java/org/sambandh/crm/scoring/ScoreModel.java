package org.sambandh.crm.scoring;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Revision;

/**
 * A points model as it is stored. One with a criterion that no longer fits the catalogue still loads; it can be listed
 * and replaced, but not run. Immutable.
 */
public final class ScoreModel implements Entity<ModelId> {

    private final ModelId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final PointsModel<?> model;
    private final boolean archived;

    private ScoreModel(Builder builder, PointsModel<?> model) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.model = model;
        this.archived = builder.archived;
    }

    /**
     * Returns a builder of a model that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(ModelId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .model(model)
                .archived(archived);
    }

    @Override
    public ModelId id() {
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

    /** {@return the model} */
    public PointsModel<?> model() {
        return model;
    }

    /** {@return whether it is hidden and no longer used} */
    public boolean archived() {
        return archived;
    }

    ScoreModel archive() {
        return toBuilder().archived(true).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreModel that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "scoreModel " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final ModelId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable PointsModel<?> model;
        private boolean archived;

        private Builder(ModelId id) {
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
         * @param value the model, with the same id
         * @return this
         */
        public Builder model(PointsModel<?> value) {
            this.model = value;
            return this;
        }

        /**
         * Sets whether it is hidden.
         *
         * @param value whether it is
         * @return this
         */
        public Builder archived(boolean value) {
            this.archived = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the stored model
         * @throws Invalid if there is no model, or its id is another one
         */
        public ScoreModel build() {
            if (model == null || !Objects.equals(model.id(), id)) {
                throw new Invalid("scoreModel.model", "a model with the id " + id + " is expected");
            }
            return new ScoreModel(this, model);
        }
    }
}
