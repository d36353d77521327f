package org.sambandh.crm.inmemory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;

/** A party of the tests: somebody who has accounts. */
public record Holder(
        CustomerId id,
        Revision revision,
        @Nullable String name,
        @Nullable String city,
        List<ExternalRef> externalRefs) implements Entity<CustomerId> {

    public static Holder of(String id, String name, @Nullable String city) {
        return new Holder(new CustomerId(id), Revision.NEW, name, city, List.of());
    }

    public Holder at(Revision stored) {
        return new Holder(id, stored, name, city, externalRefs);
    }

    public Holder named(String other) {
        return new Holder(id, revision, other, city, externalRefs);
    }

    public Holder in(@Nullable String other) {
        return new Holder(id, revision, name, other, externalRefs);
    }

    public Holder knownAs(String... values) {
        List<ExternalRef> refs = List.of(values).stream()
                .map(v -> new ExternalRef("erp", "debtor", v))
                .toList();
        return new Holder(id, revision, name, city, refs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Holder that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
