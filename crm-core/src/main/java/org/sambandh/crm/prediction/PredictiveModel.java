package org.sambandh.crm.prediction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * A predictive model as it is stored. One that no longer fits the catalogue still loads; it can be listed and trained
 * anew, but not run. Immutable.
 */
public final class PredictiveModel implements Entity<ModelId> {

    private final ModelId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String name;
    private final int version;
    private final Learned learned;
    private final boolean archived;

    private PredictiveModel(Builder builder, String name, Learned learned) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.name = name;
        this.version = builder.version;
        this.learned = learned;
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
                .name(name)
                .version(version)
                .learned(learned)
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

    /** {@return what it is called} */
    public String name() {
        return name;
    }

    /** {@return its version, from 1; each training is another one} */
    public int version() {
        return version;
    }

    /** {@return what it has learned} */
    public Learned learned() {
        return learned;
    }

    /** {@return how well it did on rows held out; empty for counts of closed deals, which are not judged} */
    public Optional<TrainingReport> report() {
        return learned instanceof Learned.Regression regression
                ? Optional.of(regression.model().report())
                : Optional.empty();
    }

    /** {@return whether it is hidden and no longer used} */
    public boolean archived() {
        return archived;
    }

    PredictiveModel archive() {
        return toBuilder().archived(true).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PredictiveModel that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "predictiveModel " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final ModelId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable String name;
        private int version = 1;
        private @Nullable Learned learned;
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
         * Sets what it is called.
         *
         * @param value at most 200 characters
         * @return this
         */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /**
         * Sets its version.
         *
         * @param value 1 or more
         * @return this
         */
        public Builder version(int value) {
            this.version = value;
            return this;
        }

        /**
         * Sets what it has learned.
         *
         * @param value what it has learned
         * @return this
         */
        public Builder learned(Learned value) {
            this.learned = value;
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
         * @throws Invalid if it has learned nothing, has no name, or its version is below 1
         */
        public PredictiveModel build() {
            String called = Text.required("predictiveModel.name", name == null ? "" : name, 200);
            if (learned == null) {
                throw new Invalid("predictiveModel.learned", "what it has learned is expected");
            }
            if (version < 1) {
                throw new Invalid("predictiveModel.version", "1 or more, found " + version);
            }
            return new PredictiveModel(this, called, learned);
        }
    }
}
