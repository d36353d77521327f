package org.sambandh.crm.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Reads recorded scores. */
final class Snapshots {

    private Snapshots() {}

    static List<ScoreSnapshot> of(Unit unit, EntityRef subject) {
        return all(unit, about(subject));
    }

    static Optional<ScoreSnapshot> of(Unit unit, ModelId model, EntityRef subject) {
        Condition<ScoreSnapshot> condition =
                Conditions.all(about(subject), Conditions.where(ScoreSnapshotFields.MODEL, Tests.is(model)));
        return all(unit, condition).stream().findFirst();
    }

    private static Condition<ScoreSnapshot> about(EntityRef subject) {
        return Conditions.all(
                Conditions.where(ScoreSnapshotFields.SUBJECT_ID, Tests.is(subject.id())),
                Conditions.where(ScoreSnapshotFields.KIND, Tests.is(subject.kind())));
    }

    private static List<ScoreSnapshot> all(Unit unit, Condition<ScoreSnapshot> condition) {
        ScoreSnapshotRepository repository = unit.get(ScoreSnapshotRepository.class);
        Query<ScoreSnapshot> query = Query.of(condition, unit.moment());
        List<ScoreSnapshot> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<ScoreSnapshot> page = repository.find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }
}
