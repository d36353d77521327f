package org.sambandh.crm.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.common.Revision;

/** How a tenant works on enquiries: its statuses, each mapped to a phase, and what must be checked before one is qualified.
 * Immutable; equal by id. */
public final class LeadProcess implements Entity<LeadProcessId> {

    /** The id of the one process of a tenant. */
    public static final LeadProcessId DEFAULT = new LeadProcessId("default");

    private final LeadProcessId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final List<LeadStatus> statuses;
    private final List<String> minimum;

    private LeadProcess(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        statuses = List.copyOf(b.statuses);
        minimum = List.copyOf(b.minimum);
        for (LeadPhase phase : LeadPhase.values()) {
            if (statuses.stream().noneMatch(s -> s.phase() == phase)) {
                throw new Invalid("leadProcess.statuses", "at least one of every phase; none is " + phase);
            }
        }
        if (statuses.stream().map(LeadStatus::code).distinct().count() != statuses.size()) {
            throw new Invalid("leadProcess.statuses", "each code once");
        }
        minimum.forEach(Qualification::item);
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(LeadProcessId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.statuses = statuses;
        b.minimum = minimum;
        return b;
    }

    @Override
    public LeadProcessId id() {
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

    /** {@return the statuses; at least one of every phase, the first of a phase is its usual one} */
    public List<LeadStatus> statuses() {
        return statuses;
    }

    /** {@return the items that must be checked before an enquiry is qualified} */
    public List<String> minimum() {
        return minimum;
    }

    /** {@return the usual process: one status for each phase and no minimum} */
    public static LeadProcess standard() {
        return builder(DEFAULT).build();
    }

    /**
     * Returns the usual status of a phase.
     *
     * @param phase the phase
     * @return the first status mapped to it
     */
    public LeadStatus usual(LeadPhase phase) {
        return statuses.stream().filter(s -> s.phase() == phase).findFirst().orElseThrow();
    }

    /**
     * Returns a status by its code.
     *
     * @param code the code
     * @return the status
     * @throws Invalid if the tenant has none such
     */
    public LeadStatus status(String code) {
        return statuses.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("lead.status", "a status of the tenant's list"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadProcess that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "leadProcess " + id + " (" + revision + ")";
    }

    /** Fills one from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final LeadProcessId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private List<LeadStatus> statuses = LeadStatus.STANDARD;
        private List<String> minimum = List.of();

        private Builder(LeadProcessId id) {
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
         * Sets statuses.
         *
         * @param value the statuses; at least one of every phase, the first of a phase is its usual one
         * @return this
         */
        public Builder statuses(List<LeadStatus> value) {
            statuses = value;
            return this;
        }

        /**
         * Sets minimum.
         *
         * @param value the items that must be checked before an enquiry is qualified
         * @return this
         */
        public Builder minimum(List<String> value) {
            minimum = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return the leadProcess
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public LeadProcess build() {
            return new LeadProcess(this);
        }
    }
}
