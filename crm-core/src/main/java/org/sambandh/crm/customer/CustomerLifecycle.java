package org.sambandh.crm.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.common.Revision;

/**
 * The stages a tenant decided on, as they are stored. A tenant that decided on none has {@link Lifecycle#STANDARD}.
 * Immutable; equal by id.
 */
public final class CustomerLifecycle implements Entity<LifecycleId> {

    /** The id of every tenant's list: there is one of them for each tenant. */
    public static final LifecycleId ONLY = new LifecycleId("customer");

    private final LifecycleId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final Lifecycle lifecycle;

    private CustomerLifecycle(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.lifecycle = builder.lifecycle;
    }

    /**
     * Returns a builder of the standard stages.
     *
     * @param id {@link #ONLY}
     * @return the builder
     */
    public static Builder builder(LifecycleId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this list} */
    public Builder toBuilder() {
        return new Builder(id).revision(revision).externalRefs(externalRefs).lifecycle(lifecycle);
    }

    @Override
    public LifecycleId id() {
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

    /** {@return the stages in their order} */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * Returns this list with other stages.
     *
     * @param stages the stages in their order
     * @return a changed copy
     */
    public CustomerLifecycle redefine(Lifecycle stages) {
        return toBuilder().lifecycle(stages).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerLifecycle that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "lifecycle " + id + " (" + revision + ")";
    }

    /** Makes lists of stages. Not safe for concurrent use. */
    public static final class Builder {

        private final LifecycleId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private Lifecycle lifecycle = Lifecycle.STANDARD;

        private Builder(LifecycleId id) {
            this.id = id;
        }

        /**
         * Sets which stored state it is.
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
         * @param value all of them
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = value;
            return this;
        }

        /**
         * Sets the stages.
         *
         * @param value the stages in their order
         * @return this
         */
        public Builder lifecycle(Lifecycle value) {
            this.lifecycle = value;
            return this;
        }

        /** {@return the list} */
        public CustomerLifecycle build() {
            return new CustomerLifecycle(this);
        }
    }
}
