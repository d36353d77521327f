package org.sambandh.crm.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/** The recorded scores of a party. The survivor of a merge keeps its own, and takes over those it has not. */
final class ScoreCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        Set<ModelId> kept = Snapshots.of(unit, EntityRef.of(to)).stream()
                .map(ScoreSnapshot::model)
                .collect(Collectors.toSet());
        ScoreSnapshotRepository repository = unit.get(ScoreSnapshotRepository.class);
        List<ScoreSnapshot> moved = new ArrayList<>();
        for (ScoreSnapshot snapshot : Snapshots.of(unit, EntityRef.of(from))) {
            if (kept.contains(snapshot.model())) {
                repository.delete(snapshot.id(), snapshot.revision());
            } else {
                moved.add(snapshot.toBuilder().subject(EntityRef.of(to)).build());
            }
        }
        repository.save(moved);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        Subject<ScoreSnapshot> subject = unit.catalog().subject(ScoreSnapshot.class);
        List<Item> items = new ArrayList<>();
        for (ScoreSnapshot snapshot : Snapshots.of(unit, EntityRef.of(id))) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<ScoreSnapshot, ?> field : subject.fields()) {
                String text = Changes.text(field, snapshot);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            values.put("explanation", snapshot.score().text());
            items.add(new Item(subject.ref(snapshot), values));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        ScoreSnapshotRepository repository = unit.get(ScoreSnapshotRepository.class);
        Snapshots.of(unit, EntityRef.of(id)).forEach(s -> repository.delete(s.id(), s.revision()));
    }
}
