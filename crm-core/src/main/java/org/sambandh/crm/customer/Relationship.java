package org.sambandh.crm.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.Validity;

/**
 * What one party is to another on certain days. Many to many: a person may have two employers, and the same one twice.
 * Immutable; equal by id.
 */
public final class Relationship implements Entity<RelationshipId> {

    private final RelationshipId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final RelationshipType type;
    private final CustomerId from;
    private final CustomerId to;
    private final @Nullable String roleTitle;
    private final Validity validity;

    private Relationship(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.type = required("type", builder.type);
        this.from = required("from", builder.from);
        this.to = required("to", builder.to);
        this.roleTitle = Text.orMissing("relationship.roleTitle", builder.roleTitle, 200);
        this.validity = builder.validity;
        if (from.equals(to)) {
            throw new RuleViolation(
                    "relation-to-itself", EntityRef.of(from), "A party cannot be " + type + " itself. Name another.");
        }
    }

    private static <V> V required(String what, @Nullable V value) {
        if (value == null) {
            throw new Invalid("relationship." + what, "both parties and the type are needed");
        }
        return value;
    }

    /**
     * Returns a builder of a relationship that always held.
     *
     * @param id its id
     * @return the builder; both parties and the type are needed
     */
    public static Builder builder(RelationshipId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this relationship} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .type(type)
                .from(from)
                .to(to)
                .externalRefs(externalRefs)
                .roleTitle(roleTitle)
                .validity(validity);
    }

    @Override
    public RelationshipId id() {
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

    /** {@return what it is} */
    public RelationshipType type() {
        return type;
    }

    /** {@return the party on the left} */
    public CustomerId from() {
        return from;
    }

    /** {@return the party on the right} */
    public CustomerId to() {
        return to;
    }

    /** {@return what the left party is there: {@code head of purchasing}} */
    public Optional<String> roleTitle() {
        return Optional.ofNullable(roleTitle);
    }

    /** {@return the days on which it holds} */
    public Validity validity() {
        return validity;
    }

    /**
     * Returns the party at the other end.
     *
     * @param one a party of this relationship
     * @return the other
     */
    public CustomerId other(CustomerId one) {
        return from.equals(one) ? to : from;
    }

    /**
     * Returns this relationship with another role title.
     *
     * @param title the title, or null
     * @return a changed copy
     */
    public Relationship retitle(@Nullable String title) {
        return toBuilder().roleTitle(title).build();
    }

    /**
     * Returns this relationship, ended.
     *
     * @param day the first day on which it no longer holds
     * @return a changed copy; this if it ended before
     * @throws Invalid if it would end before it began
     */
    public Relationship end(LocalDate day) {
        Validity ended = validity.endedOn(day);
        return ended.equals(validity) ? this : toBuilder().validity(ended).build();
    }

    boolean sameAs(Relationship other) {
        return externalRefs.equals(other.externalRefs)
                && type.equals(other.type)
                && from.equals(other.from)
                && to.equals(other.to)
                && roleTitle().equals(other.roleTitle())
                && validity.equals(other.validity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Relationship that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "relationship " + id + " (" + revision + ")";
    }

    /** Makes relationships. Not safe for concurrent use. */
    public static final class Builder {

        private final RelationshipId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable RelationshipType type;
        private @Nullable CustomerId from;
        private @Nullable CustomerId to;
        private @Nullable String roleTitle;
        private Validity validity = Validity.ALWAYS;

        private Builder(RelationshipId id) {
            this.id = id;
        }

        /**
         * Sets which stored state it is.
         *
         * @param newRevision given by the store
         * @return this
         */
        public Builder revision(Revision newRevision) {
            this.revision = newRevision;
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param refs all of them
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> refs) {
            this.externalRefs = refs;
            return this;
        }

        /**
         * Sets what it is.
         *
         * @param newType the type
         * @return this
         */
        public Builder type(RelationshipType newType) {
            this.type = newType;
            return this;
        }

        /**
         * Sets the party on the left.
         *
         * @param party who is employed, owned, a member
         * @return this
         */
        public Builder from(CustomerId party) {
            this.from = party;
            return this;
        }

        /**
         * Sets the party on the right.
         *
         * @param party who employs, owns, has members
         * @return this
         */
        public Builder to(CustomerId party) {
            this.to = party;
            return this;
        }

        /**
         * Sets what the left party is there.
         *
         * @param title the title, or null
         * @return this
         */
        public Builder roleTitle(@Nullable String title) {
            this.roleTitle = title;
            return this;
        }

        /**
         * Sets the days on which it holds.
         *
         * @param days the days
         * @return this
         */
        public Builder validity(Validity days) {
            this.validity = days;
            return this;
        }

        /**
         * Returns the relationship.
         *
         * @return the relationship
         * @throws Invalid if a party or the type is missing
         * @throws RuleViolation {@code relation-to-itself} if both parties are the same
         */
        public Relationship build() {
            return new Relationship(this);
        }
    }
}
