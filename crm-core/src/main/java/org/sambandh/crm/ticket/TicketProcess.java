package org.sambandh.crm.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.TicketProcessId;

/** How a tenant works on tickets: its statuses, each mapped to a phase, its priorities and numbers. Immutable; equal by id. */
public final class TicketProcess implements Entity<TicketProcessId> {

    /** The id of the one process of a tenant. */
    public static final TicketProcessId DEFAULT = new TicketProcessId("default");

    private final TicketProcessId id;
    private final Revision revision;
    private final List<TicketStatus> statuses;
    private final PriorityTable priorities;
    private final String numberPrefix;
    private final List<ExternalRef> externalRefs;

    private TicketProcess(Builder b) {
        id = b.id;
        revision = b.revision;
        statuses = List.copyOf(b.statuses);
        priorities = b.priorities;
        numberPrefix = b.numberPrefix.isEmpty() ? "" : Text.required("ticketProcess.numberPrefix", b.numberPrefix, 20);
        for (TicketPhase phase : TicketPhase.values()) {
            if (statuses.stream().noneMatch(s -> s.phase() == phase)) {
                throw new Invalid("ticketProcess.statuses", "at least one of every phase; none is " + phase);
            }
        }
        if (statuses.stream().map(TicketStatus::code).distinct().count() != statuses.size()) {
            throw new Invalid("ticketProcess.statuses", "each code once");
        }
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(TicketProcessId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.statuses = statuses;
        b.priorities = priorities;
        b.numberPrefix = numberPrefix;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public TicketProcessId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the statuses; at least one of every phase, the first of a phase is its usual one} */
    public List<TicketStatus> statuses() {
        return statuses;
    }

    /** {@return which priority follows from impact and urgency} */
    public PriorityTable priorities() {
        return priorities;
    }

    /** {@return what stands before the number of a ticket; at most 20 characters, may be empty} */
    public String numberPrefix() {
        return numberPrefix;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the reference to it} */
    public EntityRef ref() {
        return new EntityRef("ticketProcess", id.value());
    }

    /** {@return the process of a tenant that declared none: one status for each phase and the standard table} */
    public static TicketProcess standard() {
        return builder(DEFAULT).build();
    }

    /**
     * Returns the usual status of a phase.
     *
     * @param phase the phase
     * @return the first status mapped to it
     */
    public TicketStatus usual(TicketPhase phase) {
        return statuses.stream().filter(s -> s.phase() == phase).findFirst().orElseThrow();
    }

    /**
     * Returns a status by its code.
     *
     * @param code the code
     * @return the status
     * @throws Invalid if the tenant has none such
     */
    public TicketStatus status(String code) {
        return statuses.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("ticket.status", "a status of the tenant's list"));
    }

    boolean sameAs(TicketProcess other) {
        return statuses.equals(other.statuses)
                && priorities.equals(other.priorities)
                && numberPrefix.equals(other.numberPrefix)
                && externalRefs.equals(other.externalRefs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketProcess that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "ticketProcess " + id + " (" + revision.value() + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final TicketProcessId id;
        private Revision revision = Revision.NEW;
        private List<TicketStatus> statuses = TicketStatus.STANDARD;
        private PriorityTable priorities = PriorityTable.STANDARD;
        private String numberPrefix = "T-";
        private List<ExternalRef> externalRefs = List.of();

        private Builder(TicketProcessId id) {
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
         * Sets statuses.
         *
         * @param value the statuses
         * @return this
         */
        public Builder statuses(List<TicketStatus> value) {
            statuses = value;
            return this;
        }

        /**
         * Sets priorities.
         *
         * @param value which priority follows from impact and urgency
         * @return this
         */
        public Builder priorities(PriorityTable value) {
            priorities = value;
            return this;
        }

        /**
         * Sets numberPrefix.
         *
         * @param value what stands before the number of a ticket
         * @return this
         */
        public Builder numberPrefix(String value) {
            numberPrefix = value;
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
         * Returns it.
         *
         * @return what was filled
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public TicketProcess build() {
            return new TicketProcess(this);
        }
    }
}
