package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One element of an indexed field with several, or of a host's own attribute. Elements that a condition takes for equal
 * share one row. The field of an attribute is named with its type ({@code tier:text}), so that a value which was stored
 * before the host changed the type is not found as one of the new type.
 */
@Entity(name = "SambandhValue")
@Table(name = "crm_value")
@IdClass(ValueRow.Key.class)
class ValueRow {

    @Id
    @Column(name = "tenant", length = 36, updatable = false)
    String tenant = "";

    @Id
    @Column(name = "kind", length = 60, updatable = false)
    String kind = "";

    @Id
    @Column(name = "owner", length = 36, updatable = false)
    String owner = "";

    @Id
    @Column(name = "field", length = 80, updatable = false)
    String field = "";

    /** See {@link ItemKey}. */
    @Id
    @Column(name = "item_key", length = 200, updatable = false)
    String itemKey = "";

    /** The whole text, or the currency of money. */
    @Column(name = "text_value")
    @Nullable
    String text;

    /** A number or amount; 0 or 1; days or microseconds since 1970-01-01. */
    @Column(name = "number_value", precision = 28, scale = 9)
    @Nullable
    BigDecimal number;

    /** When the entity happened, where a relation finds it by this field and has a time: for timelines. */
    @Column(name = "happened_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant happenedAt;

    Key key() {
        Key key = new Key();
        key.tenant = tenant;
        key.kind = kind;
        key.owner = owner;
        key.field = field;
        key.itemKey = itemKey;
        return key;
    }

    /** Names one element. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String tenant = "";
        String kind = "";
        String owner = "";
        String field = "";
        String itemKey = "";

        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && tenant.equals(that.tenant)
                    && kind.equals(that.kind)
                    && owner.equals(that.owner)
                    && field.equals(that.field)
                    && itemKey.equals(that.itemKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, kind, owner, field, itemKey);
        }
    }
}
