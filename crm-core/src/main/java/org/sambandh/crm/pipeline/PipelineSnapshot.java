package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SnapshotId;

/**
 * The open pipeline as it stood on one local day: what was believed then, against which a forecast is judged later. Never
 * changed once recorded. Immutable; equal by id.
 */
public final class PipelineSnapshot implements Entity<SnapshotId> {

    private final SnapshotId id;
    private final Revision revision;
    private final LocalDate date;
    private final Instant recordedAt;
    private final List<SnapshotRow> rows;

    private PipelineSnapshot(Builder b) {
        id = b.id;
        revision = b.revision;
        date = b.date;
        recordedAt = b.recordedAt.truncatedTo(ChronoUnit.MICROS);
        rows = List.copyOf(b.rows);
    }

    @Override
    public SnapshotId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the local day, in the zone the tenant had} */
    public LocalDate date() {
        return date;
    }

    /** {@return the instant it was recorded} */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** {@return the deals that were open, by id} */
    public List<SnapshotRow> rows() {
        return rows;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    /**
     * Returns a builder for adapters.
     *
     * @param id its id
     * @return the builder, without deals, of 1970-01-01
     */
    public static Builder builder(SnapshotId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds this snapshot} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .date(date)
                .recordedAt(recordedAt)
                .rows(rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PipelineSnapshot that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "pipelineSnapshot " + id + " " + revision;
    }

    /** Builds a snapshot. Not safe for concurrent use. */
    public static final class Builder {

        private final SnapshotId id;
        private Revision revision = Revision.NEW;
        private LocalDate date = LocalDate.EPOCH;
        private Instant recordedAt = Instant.EPOCH;
        private List<SnapshotRow> rows = List.of();

        private Builder(SnapshotId id) {
            this.id = id;
        }

        /**
         * {@return this, with another revision}
         *
         * @param value which stored state it is
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * {@return this, of another day}
         *
         * @param value the local day
         */
        public Builder date(LocalDate value) {
            date = value;
            return this;
        }

        /**
         * {@return this, recorded at another instant}
         *
         * @param value the instant
         */
        public Builder recordedAt(Instant value) {
            recordedAt = value;
            return this;
        }

        /**
         * {@return this, with other deals}
         *
         * @param value the deals that were open
         */
        public Builder rows(List<SnapshotRow> value) {
            rows = List.copyOf(value);
            return this;
        }

        /** {@return the snapshot} */
        public PipelineSnapshot build() {
            return new PipelineSnapshot(this);
        }
    }
}
