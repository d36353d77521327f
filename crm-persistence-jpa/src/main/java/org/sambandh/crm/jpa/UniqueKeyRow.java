package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose a key is that no two entities of a kind may share. The primary key guards it, however many write at once. */
@Entity(name = "SambandhUniqueKey")
@Table(name = "crm_unique_key")
@IdClass(UniqueKeyRow.Key.class)
class UniqueKeyRow {

    @Id
    @Column(name = "tenant", length = 36, updatable = false)
    String tenant = "";

    @Id
    @Column(name = "kind", length = 60, updatable = false)
    String kind = "";

    @Id
    @Column(name = "field", length = 80, updatable = false)
    String field = "";

    /** See {@link ItemKey}. */
    @Id
    @Column(name = "item_key", length = 200, updatable = false)
    String itemKey = "";

    @Column(name = "owner", length = 36, nullable = false)
    String owner = "";

    /** Names one key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String tenant = "";
        String kind = "";
        String field = "";
        String itemKey = "";

        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && tenant.equals(that.tenant)
                    && kind.equals(that.kind)
                    && field.equals(that.field)
                    && itemKey.equals(that.itemKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, kind, field, itemKey);
        }
    }
}
