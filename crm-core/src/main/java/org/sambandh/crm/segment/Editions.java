package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.store.Unit;

/** Reads and writes what is known about all segments of a tenant together. */
final class Editions {

    private final Unit unit;
    private final SegmentEditionRepository repository;

    Editions(Unit unit) {
        this.unit = unit;
        this.repository = unit.get(SegmentEditionRepository.class);
    }

    Optional<SegmentEdition> current() {
        return repository.findById(SegmentEdition.DEFAULT);
    }

    /** Says that the definitions changed. The caller has the turn. */
    void renew() {
        SegmentEdition.Builder builder = current()
                .map(SegmentEdition::toBuilder)
                .orElseGet(() -> SegmentEdition.builder(SegmentEdition.DEFAULT));
        save(builder.stamp(unit.newId(SegmentEditionId.class, SegmentEditionId::new)
                        .value())
                .build());
    }

    /** Says that a flip is awaited no later than that. The caller has the turn. */
    void await(@Nullable Instant earliest) {
        SegmentEdition edition = current().orElse(null);
        if (earliest == null || edition == null) {
            return;
        }
        if (edition.nextFlip().filter(next -> !next.isAfter(earliest)).isEmpty()) {
            save(edition.toBuilder().nextFlip(earliest).build());
        }
    }

    /** Says what the next flip is, none of those before being left. The caller has the turn. */
    void advance(@Nullable Instant next) {
        current()
                .filter(edition -> !edition.nextFlip().equals(Optional.ofNullable(next)))
                .ifPresent(edition -> save(edition.toBuilder().nextFlip(next).build()));
    }

    private void save(SegmentEdition edition) {
        repository.save(List.of(edition));
    }
}
