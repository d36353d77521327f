package org.sambandh.crm.inmemory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TaskId;

/** An account of the tests: a balance, whose it is, since when, and labels. */
public record Account(
        TaskId id,
        Revision revision,
        @Nullable CustomerId heldBy,
        long balance,
        @Nullable Instant opened,
        List<String> labels)
        implements Entity<TaskId> {

    public static Account of(String id, @Nullable String holder, long balance) {
        CustomerId heldBy = holder == null ? null : new CustomerId(holder);
        return new Account(new TaskId(id), Revision.NEW, heldBy, balance, null, List.of());
    }

    public Optional<CustomerId> holder() {
        return Optional.ofNullable(heldBy);
    }

    public Account at(Revision stored) {
        return new Account(id, stored, heldBy, balance, opened, labels);
    }

    public Account with(long other) {
        return new Account(id, revision, heldBy, other, opened, labels);
    }

    public Account heldBy(CustomerId other) {
        return new Account(id, revision, other, balance, opened, labels);
    }

    public Account opened(@Nullable Instant at) {
        return new Account(id, revision, heldBy, balance, at, labels);
    }

    public Account labelled(String... texts) {
        return new Account(id, revision, heldBy, balance, opened, List.of(texts));
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
