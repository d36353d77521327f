package org.sambandh.crm.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;

/** Finds what changed between two states of one subject, by the fields of the catalogue. */
public final class Changes {

    private Changes() {}

    /**
     * Returns every field whose text differs.
     *
     * @param subject the subject
     * @param before the state before, or null if it is new
     * @param after the state after, or null if it is gone
     * @param <S> the subject
     * @return the changes, in the order of the catalogue
     */
    public static <S> List<Change> between(Subject<S> subject, @Nullable S before, @Nullable S after) {
        List<Change> changes = new ArrayList<>();
        for (Field<S, ?> field : subject.fields()) {
            String old = before == null ? null : text(field, before);
            String now = after == null ? null : text(field, after);
            if (!Objects.equals(old, now)) {
                changes.add(new Change(field.name(), field.type().toString(), old, now, field.personal()));
            }
        }
        return List.copyOf(changes);
    }

    /**
     * Returns the text of a field: the text form of its value, one line for each element of many.
     *
     * @param field a field, no path
     * @param subject the subject
     * @param <S> the subject
     * @param <V> one element
     * @return the text, or null where the value is missing
     */
    public static <S, V> @Nullable String text(Field<S, V> field, S subject) {
        if (field instanceof Field.One<S, V> one) {
            V value = one.get(subject);
            return value == null ? null : field.type().toText(value);
        }
        if (field instanceof Field.Many<S, V> many && !many.get(subject).isEmpty()) {
            return many.get(subject).stream().map(field.type()::toText).collect(Collectors.joining("\n"));
        }
        return null;
    }
}
