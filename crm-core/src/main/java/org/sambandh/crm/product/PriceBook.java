package org.sambandh.crm.product;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * A list of prices: the standard one, one for resellers, one for a region. Immutable. Its prices are entities of their own
 * ({@link Price}), so that a book may have any number of them.
 */
public final class PriceBook implements Entity<PriceBookId> {

    private final PriceBookId id;
    private final Revision revision;
    private final String name;
    private final boolean standard;
    private final boolean archived;
    private final List<ExternalRef> externalRefs;

    private PriceBook(Builder b) {
        id = b.id;
        revision = b.revision;
        name = Text.required("priceBook.name", Needed.of("priceBook.name", b.name), 200);
        standard = b.standard;
        archived = b.archived;
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
    }

    /**
     * Returns a builder of one to fill: name is needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(PriceBookId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.name = name;
        b.standard = standard;
        b.archived = archived;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public PriceBookId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return what it is called; at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return whether list prices are looked up in it; one book of a tenant at most is} */
    public boolean standard() {
        return standard;
    }

    /** {@return whether it is out of use; its prices are found no longer} */
    public boolean archived() {
        return archived;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /**
     * Returns this book under another name.
     *
     * @param newName at most 200 characters
     * @return a changed copy
     */
    public PriceBook rename(String newName) {
        return toBuilder().name(newName).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceBook that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "priceBook " + id + " revision " + revision.value();
    }

    /** Fills a price book. Not safe for concurrent use. */
    public static final class Builder {

        private final PriceBookId id;
        private Revision revision = Revision.NEW;
        private @Nullable String name;
        private boolean standard = false;
        private boolean archived = false;
        private List<ExternalRef> externalRefs = List.of();

        private Builder(PriceBookId id) {
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
         * Sets name.
         *
         * @param value what it is called
         * @return this
         */
        public Builder name(@Nullable String value) {
            name = value;
            return this;
        }

        /**
         * Sets standard.
         *
         * @param value whether list prices are looked up in it
         * @return this
         */
        public Builder standard(boolean value) {
            standard = value;
            return this;
        }

        /**
         * Sets archived.
         *
         * @param value whether it is out of use
         * @return this
         */
        public Builder archived(boolean value) {
            archived = value;
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
         * @return the price book
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public PriceBook build() {
            return new PriceBook(this);
        }
    }
}
