package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Revision;

/** Something a guest did. */
public record Touch(
        InteractionId id,
        Revision revision,
        CustomerId guest,
        String what,
        @Nullable Instant when) implements Entity<InteractionId> {

    public Touch at(Revision stored) {
        return new Touch(id, stored, guest, what, when);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Touch that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
