package org.sambandh.crm.scoring;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;

/** A party of the tests: where from and which trade. */
public record Guest(
        CustomerId id,
        Revision revision,
        @Nullable String country,
        @Nullable String trade,
        List<String> badges) implements Entity<CustomerId> {

    public static Guest of(String id, @Nullable String country, @Nullable String trade) {
        return new Guest(new CustomerId(id), Revision.NEW, country, trade, List.of());
    }

    public Guest at(Revision stored) {
        return new Guest(id, stored, country, trade, badges);
    }

    public Guest from(String other) {
        return new Guest(id, revision, other, trade, badges);
    }

    public EntityRef ref() {
        return EntityRef.of(id);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Guest that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
