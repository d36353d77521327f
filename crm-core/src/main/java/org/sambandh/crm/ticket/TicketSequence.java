package org.sambandh.crm.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TicketSequenceId;

/** The last number that was given to a ticket. Immutable; equal by id. Two units that take a number at once meet in its
 * revision, so that no number is given twice in a store without sequences. */
public final class TicketSequence implements Entity<TicketSequenceId> {

    /** The id of the one sequence of a tenant. */
    public static final TicketSequenceId DEFAULT = new TicketSequenceId("default");

    private final TicketSequenceId id;
    private final Revision revision;
    private final long last;
    private final List<ExternalRef> externalRefs;

    private TicketSequence(Builder b) {
        id = b.id;
        revision = b.revision;
        last = b.last;
        if (last < 0) {
            throw new Invalid("ticketSequence.last", "not negative, found " + last);
        }
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(TicketSequenceId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.last = last;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public TicketSequenceId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the last number given, 0 if none was} */
    public long last() {
        return last;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the reference to it} */
    public EntityRef ref() {
        return new EntityRef("ticketSequence", id.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketSequence that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "ticketSequence " + id + " (" + revision.value() + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final TicketSequenceId id;
        private Revision revision = Revision.NEW;
        private long last = 0;
        private List<ExternalRef> externalRefs = List.of();

        private Builder(TicketSequenceId id) {
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
         * Sets last.
         *
         * @param value the last number given, 0 if none was
         * @return this
         */
        public Builder last(long value) {
            last = value;
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
        public TicketSequence build() {
            return new TicketSequence(this);
        }
    }
}
