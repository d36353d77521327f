package org.sambandh.crm.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Records and finds the daily snapshots. */
final class Snapshots {

    private Snapshots() {}

    static SnapshotResult record(Unit unit) {
        LocalDate today = unit.moment().date();
        Optional<PipelineSnapshot> existing = on(unit, today);
        if (existing.isPresent()) {
            return new SnapshotResult(existing.orElseThrow(), false);
        }
        List<SnapshotRow> rows =
                Deals.all(unit, Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.OPEN))).stream()
                        .map(SnapshotRow::of)
                        .toList();
        PipelineSnapshot snapshot = PipelineSnapshot.builder(unit.newId(SnapshotId.class, SnapshotId::new))
                .date(today)
                .recordedAt(unit.now())
                .rows(rows)
                .build();
        PipelineSnapshot stored = unit.get(PipelineSnapshotRepository.class)
                .save(List.of(snapshot))
                .get(0);
        unit.record(
                OpportunityEvents.SNAPSHOT_RECORDED,
                PipelineSnapshot.class,
                null,
                stored,
                List.of(),
                Map.of("date", today.toString(), "deals", String.valueOf(rows.size())));
        return new SnapshotResult(stored, true);
    }

    static Optional<PipelineSnapshot> on(Unit unit, LocalDate date) {
        return unit
                .get(PipelineSnapshotRepository.class)
                .find(Query.of(Conditions.where(PipelineFields.SNAPSHOT_DATE, Tests.is(date)), unit.moment()))
                .items()
                .stream()
                .findFirst();
    }
}
