package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Reading;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Keys;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/**
 * Lets a model be run as of an instant in the past: a catalogue whose fields read the values of then, and facts as they
 * were related then. Notes what it had to read as it is now.
 */
final class Hindsight implements Reading, Facts {

    private record Place(Class<?> owner, String name) {}

    private final Unit unit;
    private final Facts facts;
    private final History history;
    private final Set<Place> unknown = new HashSet<>();

    Hindsight(Unit unit, Instant at) {
        this.unit = unit;
        this.facts = unit.facts();
        this.history = new History(unit, at);
    }

    Catalog catalog() {
        return unit.catalog().readBy(this);
    }

    <S> S from(Class<S> type, S subject) {
        history.load(unit.catalog().subject(type), List.of(subject), false);
        return subject;
    }

    /** The labels of what was read as it is now. */
    List<String> unknown(List<Reads.Read> reads) {
        return reads.stream()
                .filter(read -> unknown.contains(new Place(read.owner(), read.name())))
                .map(Reads.Read::label)
                .distinct()
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked") // a reference to an id is a field of that id
    public <S, V> Field.One<S, V> one(Field.One<S, V> field) {
        return field instanceof Field.Reference<S, ?, ?> reference
                ? (Field.One<S, V>) reference(reference)
                : Field.one(field.subject(), field.name(), field.type(), subject -> then(field, subject));
    }

    private <S, I extends Id, R> Field.Reference<S, I, R> reference(Field.Reference<S, I, R> field) {
        return Field.reference(
                field.subject(),
                field.name(),
                field.type(),
                field.target(),
                subject -> Optional.ofNullable(then(field, subject)));
    }

    private <S, V> @Nullable V then(Field.One<S, V> field, S subject) {
        String then = textThen(field, subject);
        if (then == null) {
            return field.get(subject);
        }
        return then.isEmpty() ? null : value(field, then);
    }

    @Override
    public <S, V> Field.Many<S, V> many(Field.Many<S, V> field) {
        return Field.many(field.subject(), field.name(), field.type(), subject -> {
            String then = textThen(field, subject);
            return then == null ? field.get(subject) : values(field, then);
        });
    }

    @Override
    public <S, M> Memberships<S, M> memberships(Memberships<S, M> memberships) {
        Field.One<M, Instant> until = memberships.until();
        Field.One<M, Instant> ended = Field.one(until.subject(), until.name(), until.type(), period -> {
            Instant end = until.get(period);
            return end == null || end.isAfter(history.at()) ? null : end;
        });
        return new Memberships<>(relation(memberships.relation()), memberships.kind(), memberships.segment(), ended);
    }

    /** The text of a field then, blank where it was missing; null where it was what it is now. */
    private <S> @Nullable String textThen(Field<S, ?> field, S subject) {
        Subject<S> kind = unit.catalog().subject(field.subject());
        if (kind.id().isEmpty()) {
            return null;
        }
        History.Past past = history.of(kind.ref(subject));
        if (past == null) {
            return null;
        }
        if (!past.knows(field.name())) {
            unknown.add(new Place(field.subject(), field.name()));
        }
        return past.texts().containsKey(field.name())
                ? past.texts().get(field.name()).orElse("")
                : null;
    }

    @Override
    public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
        List<List<R>> today = facts.related(relation, chunk, moment);
        Subject<R> kind = unit.catalog().subject(relation.fact());
        if (kind.id().isEmpty()) {
            return today;
        }
        if (!(relation instanceof Relation.Join<S, R> join)) {
            load(relation, kind, today);
            return today;
        }
        List<List<R>> then = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            List<R> all = new ArrayList<>(today.get(i));
            all.addAll(gone(join, kind, chunk.get(i), all));
            then.add(all);
        }
        load(relation, kind, then);
        for (int i = 0; i < chunk.size(); i++) {
            String key = Keys.of(join.subjectKey(), chunk.get(i)).stream()
                    .findFirst()
                    .orElse("");
            then.get(i).removeIf(fact -> !belonged(join, kind, fact, key));
        }
        return then;
    }

    /** Of a fact without a time of which nothing was recorded, nobody knows whether it was there. */
    private <S, R> void load(Relation<S, R> relation, Subject<R> kind, List<List<R>> lists) {
        boolean dated = relation.time().isPresent();
        List<R> all = lists.stream().flatMap(Collection::stream).toList();
        history.load(kind, all, dated);
        for (R fact : all) {
            History.Past past = history.of(kind.ref(fact));
            if (past != null && !(past.recorded() && past.reaches()) && !dated && relation instanceof Relation.Join) {
                unknown.add(new Place(relation.subject(), relation.name()));
            }
        }
    }

    /** Facts that belonged to a subject and do so no longer; those that were destroyed are missed and noted. */
    private <S, R> List<R> gone(Relation.Join<S, R> join, Subject<R> kind, S subject, List<R> today) {
        Subject<S> owner = unit.catalog().subject(join.subject());
        if (owner.id().isEmpty()) {
            return List.of();
        }
        EntityRef ref = owner.ref(subject);
        Set<String> ids = history.touchedLater(ref, kind.name());
        today.forEach(fact -> ids.remove(kind.ref(fact).id()));
        List<R> found = Subjects.find(unit, kind.type(), ids);
        if (found.size() < ids.size()) {
            unknown.add(new Place(join.subject(), join.name()));
        }
        return found;
    }

    private <S, R> boolean belonged(Relation.Join<S, R> join, Subject<R> kind, R fact, String key) {
        History.Past past = history.of(kind.ref(fact));
        Field.One<R, Instant> time = join.timeField();
        boolean dated = time != null && time.get(fact) != null;
        if (past == null || !past.recorded()) {
            return Keys.of(join.factKey(), fact).contains(key);
        }
        Instant made = past.made();
        if (!dated && made != null && made.isAfter(history.at())) {
            return false;
        }
        if (!past.knows(join.factKey().name())) {
            unknown.add(new Place(join.subject(), join.name()));
            return Keys.of(join.factKey(), fact).contains(key);
        }
        if (!past.texts().containsKey(join.factKey().name())) {
            return Keys.of(join.factKey(), fact).contains(key);
        }
        String then = past.texts().get(join.factKey().name()).orElse("");
        return then.lines().anyMatch(text -> resolved(join.factKey(), text).equals(key));
    }

    /** A party that was merged since is its survivor, in the past too. */
    private String resolved(Field<?, ?> field, String key) {
        boolean party = field.type().valueClass() == CustomerId.class && !key.isEmpty();
        return party
                ? unit.repositories().redirects().resolve(new CustomerId(key)).value()
                : key;
    }

    private <V> List<V> values(Field<?, V> field, String text) {
        List<V> values = new ArrayList<>();
        for (String line : text.lines().toList()) {
            V value = value(field, line);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static <V> @Nullable V value(Field<?, V> field, String text) {
        FieldType<V> type = field.type();
        return type.kind() == FieldType.Kind.TEXT ? type.valueClass().cast(text) : type.parse(field.name(), text);
    }
}
