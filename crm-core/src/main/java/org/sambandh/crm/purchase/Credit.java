package org.sambandh.crm.purchase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;

/**
 * What the host decided on the credit of a party: when it was put on hold, why, and when that ended. Immutable. There is
 * one of a party at most; its id is the text of the id of the party.
 */
public final class Credit implements Entity<CreditId> {

    private final CreditId id;
    private final Revision revision;
    private final CustomerId customer;
    private final List<CreditHold> holds;
    private final List<ExternalRef> externalRefs;

    private Credit(Builder b) {
        id = b.id;
        revision = b.revision;
        customer = Needed.of("credit.customer", b.customer);
        holds = List.copyOf(b.holds);
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));

        for (int i = 0; i + 1 < holds.size(); i++) {
            if (holds.get(i).releasedAt() == null) {
                throw new Invalid("credit.holds", "only the last one may still last");
            }
        }
    }

    /**
     * Returns a builder of one to fill: customer is needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CreditId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.customer = customer;
        b.holds = holds;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public CreditId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the party} */
    public CustomerId customer() {
        return customer;
    }

    /** {@return all holds, the earliest first; the last one only may still last} */
    public List<CreditHold> holds() {
        return holds;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the hold that lasts} */
    public Optional<CreditHold> hold() {
        return holds.isEmpty()
                ? Optional.empty()
                : Optional.of(holds.get(holds.size() - 1)).filter(hold -> hold.releasedAt() == null);
    }

    /**
     * Returns this credit on hold. A hold for another reason takes the place of one that lasts.
     *
     * @param reason why, at most 500 characters
     * @param at when
     * @param by who decided
     * @return a changed copy; this if it is on hold for that reason
     */
    public Credit hold(String reason, Instant at, Actor by) {
        CreditHold next = new CreditHold(at, reason, by, null);
        Optional<CreditHold> lasting = hold();
        if (lasting.isPresent() && lasting.get().reason().equals(next.reason())) {
            return this;
        }
        List<CreditHold> more = new ArrayList<>(release(at).holds);
        more.add(next);
        return toBuilder().holds(more).build();
    }

    /**
     * Returns this credit, on hold no longer.
     *
     * @param at when
     * @return a changed copy; this if it is not on hold
     */
    public Credit release(Instant at) {
        Optional<CreditHold> lasting = hold();
        if (lasting.isEmpty()) {
            return this;
        }
        List<CreditHold> ended = new ArrayList<>(holds);
        ended.set(ended.size() - 1, lasting.get().releasedAt(at));
        return toBuilder().holds(ended).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credit that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "credit " + id + " revision " + revision.value();
    }

    /** Fills a credit. Not safe for concurrent use. */
    public static final class Builder {

        private final CreditId id;
        private Revision revision = Revision.NEW;
        private @Nullable CustomerId customer;
        private List<CreditHold> holds = List.of();
        private List<ExternalRef> externalRefs = List.of();

        private Builder(CreditId id) {
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
         * Sets customer.
         *
         * @param value the party
         * @return this
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets holds.
         *
         * @param value all holds, the earliest first
         * @return this
         */
        public Builder holds(List<CreditHold> value) {
            holds = value;
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
         * Returns what was filled in.
         *
         * @return the credit
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Credit build() {
            return new Credit(this);
        }
    }
}
