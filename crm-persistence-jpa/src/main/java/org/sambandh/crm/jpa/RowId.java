package org.sambandh.crm.jpa;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names one row of a table that has one row for each id of a tenant. */
class RowId implements Serializable {

    private static final long serialVersionUID = 1L;

    String tenant = "";
    String id = "";

    RowId() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowId that && tenant.equals(that.tenant) && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id);
    }
}
