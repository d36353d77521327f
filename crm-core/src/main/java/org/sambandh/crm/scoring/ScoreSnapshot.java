package org.sambandh.crm.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.ScoreSnapshotId;

/**
 * A recorded score of one subject under one model, with all that explains it. One of them, with the same id all along,
 * is the latest; what it said before is kept in others, each with the time during which it was the latest. Immutable.
 */
public final class ScoreSnapshot implements Entity<ScoreSnapshotId> {

    private final ScoreSnapshotId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final EntityRef subject;
    private final Score score;
    private final Instant recordedAt;
    private final @Nullable Instant supersededAt;

    private ScoreSnapshot(Builder builder, EntityRef subject, Score score) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.subject = subject;
        this.score = score;
        Instant recorded = builder.recordedAt;
        this.recordedAt = (recorded == null ? score.moment().at() : recorded).truncatedTo(ChronoUnit.MICROS);
        Instant superseded = builder.supersededAt;
        this.supersededAt = superseded == null ? null : superseded.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns a builder of a snapshot that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(ScoreSnapshotId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .subject(subject)
                .score(score)
                .recordedAt(recordedAt)
                .supersededAt(supersededAt);
    }

    @Override
    public ScoreSnapshotId id() {
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

    /** {@return by which model} */
    public ModelId model() {
        return score.model();
    }

    /** {@return whose score it is} */
    public EntityRef subject() {
        return subject;
    }

    /** {@return the score} */
    public Score score() {
        return score;
    }

    /** {@return since when the score is known to be this one; its moment can be later, when it was confirmed} */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** {@return when another score took its place; nothing while it is the latest} */
    public Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }

    /** {@return whether no later one was recorded} */
    public boolean latest() {
        return supersededAt == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreSnapshot that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "scoreSnapshot " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final ScoreSnapshotId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable EntityRef subject;
        private @Nullable Score score;
        private @Nullable Instant recordedAt;
        private @Nullable Instant supersededAt;

        private Builder(ScoreSnapshotId id) {
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
         * Sets whose score it is.
         *
         * @param value the subject
         * @return this
         */
        public Builder subject(EntityRef value) {
            this.subject = value;
            return this;
        }

        /**
         * Sets the score.
         *
         * @param value the score
         * @return this
         */
        public Builder score(Score value) {
            this.score = value;
            return this;
        }

        /**
         * Sets since when the score is known.
         *
         * @param value the instant; where it is not set, the moment of the score
         * @return this
         */
        public Builder recordedAt(Instant value) {
            this.recordedAt = value;
            return this;
        }

        /**
         * Sets when another score took its place.
         *
         * @param value the instant, or null while it is the latest
         * @return this
         */
        public Builder supersededAt(@Nullable Instant value) {
            this.supersededAt = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the snapshot
         * @throws Invalid if subject or score is missing
         */
        public ScoreSnapshot build() {
            if (subject == null || score == null) {
                throw new Invalid("scoreSnapshot", "a subject and a score are expected");
            }
            return new ScoreSnapshot(this, subject, score);
        }
    }
}
