package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Writes and finds recorded scores. */
final class Snapshots {

    private Snapshots() {}

    /** All of one subject, past ones too. */
    static List<ScoreSnapshot> of(Unit unit, EntityRef subject) {
        ScoreSnapshotRepository repository = unit.get(ScoreSnapshotRepository.class);
        Query<ScoreSnapshot> query = Query.of(about(subject), unit.moment());
        List<ScoreSnapshot> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<ScoreSnapshot> page = repository.find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    static Optional<ScoreSnapshot> latest(Unit unit, ModelId model, EntityRef subject) {
        String key = ScoreSnapshotFields.key(model, subject);
        Condition<ScoreSnapshot> condition = Conditions.where(ScoreSnapshotFields.KEY, Tests.is(key));
        return unit
                .get(ScoreSnapshotRepository.class)
                .find(Query.of(condition, unit.moment()).limit(1))
                .items()
                .stream()
                .findFirst();
    }

    static Page<ScoreSnapshot> history(Unit unit, ModelId model, EntityRef subject, int limit, @Nullable Cursor after) {
        Condition<ScoreSnapshot> condition =
                Conditions.all(about(subject), Conditions.where(ScoreSnapshotFields.MODEL, Tests.is(model)));
        Query<ScoreSnapshot> query = Query.of(condition, unit.moment())
                .orderBy(Order.descending(ScoreSnapshotFields.RECORDED_AT))
                .limit(limit);
        return unit.get(ScoreSnapshotRepository.class).find(after == null ? query : query.after(after));
    }

    static int forgetBefore(Unit unit, Instant instant, int limit) {
        ScoreSnapshotRepository repository = unit.get(ScoreSnapshotRepository.class);
        Condition<ScoreSnapshot> over = Conditions.where(ScoreSnapshotFields.SUPERSEDED_AT, Tests.atMost(instant));
        List<ScoreSnapshot> found =
                repository.find(Query.of(over, unit.moment()).limit(limit)).items();
        found.forEach(snapshot -> repository.delete(snapshot.id(), snapshot.revision()));
        return found.size();
    }

    /** Puts a score in the place of the latest, which stays as a row of its own if it said something else. */
    static ScoreSnapshot keep(Unit unit, EntityRef subject, Score score) {
        @Nullable ScoreSnapshot before = latest(unit, score.model(), subject).orElse(null);
        if (before == null) {
            ScoreSnapshot first = ScoreSnapshot.builder(unit.newId(ScoreSnapshotId.class, ScoreSnapshotId::new))
                    .subject(subject)
                    .score(score)
                    .recordedAt(unit.now())
                    .build();
            return told(unit, ScoreEvents.SCORE_CHANGED, null, save(unit, List.of(first)));
        }
        ScoreSnapshot.Builder after = before.toBuilder().score(score);
        if (tellsTheSame(before.score(), score)) {
            boolean asLong = before.score().until().equals(score.until());
            return asLong ? before : save(unit, List.of(after.build()));
        }
        ScoreSnapshot past = ScoreSnapshot.builder(unit.newId(ScoreSnapshotId.class, ScoreSnapshotId::new))
                .subject(subject)
                .score(before.score())
                .recordedAt(before.recordedAt())
                .supersededAt(unit.now())
                .build();
        ScoreSnapshot saved = save(unit, List.of(after.recordedAt(unit.now()).build(), past));
        boolean changed = !sameResult(before.score(), score);
        return told(unit, changed ? ScoreEvents.SCORE_CHANGED : ScoreEvents.SCORE_RESTATED, before, saved);
    }

    private static ScoreSnapshot save(Unit unit, List<ScoreSnapshot> snapshots) {
        return unit.get(ScoreSnapshotRepository.class).save(snapshots).get(0);
    }

    private static ScoreSnapshot told(Unit unit, String type, @Nullable ScoreSnapshot before, ScoreSnapshot after) {
        Score score = after.score();
        Map<String, String> data = new TreeMap<>(Map.of("model", score.model().value()));
        data.put("value", score.value().toPlainString());
        if (score.grade() != null) {
            data.put("grade", score.grade());
        }
        score.combined().ifPresent(marks -> data.put("combined", marks));
        unit.record(type, ScoreSnapshot.class, before, after, List.of(after.subject()), data);
        return after;
    }

    private static boolean sameResult(Score before, Score after) {
        return before.value().compareTo(after.value()) == 0
                && Objects.equals(before.grade(), after.grade())
                && Objects.equals(before.letter(), after.letter())
                && Objects.equals(before.number(), after.number());
    }

    private static boolean tellsTheSame(Score before, Score after) {
        return sameResult(before, after)
                && before.version() == after.version()
                && before.contributions().equals(after.contributions());
    }

    private static Condition<ScoreSnapshot> about(EntityRef subject) {
        return Conditions.all(
                Conditions.where(ScoreSnapshotFields.SUBJECT_ID, Tests.is(subject.id())),
                Conditions.where(ScoreSnapshotFields.KIND, Tests.is(subject.kind())));
    }
}
