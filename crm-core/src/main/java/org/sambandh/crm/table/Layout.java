package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

/**
 * What a table keeps of its subjects, or of the facts of one relation: which fields in which column.
 *
 * @param <T> the subject or fact
 */
final class Layout<T> {

    private final String kind;
    private final @Nullable Memberships<T, ?> memberships;
    private final List<Column<T, ?>> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<FactLayout<T, ?>> relations = new ArrayList<>();

    Layout(Subject<T> subject, Collection<Field<T, ?>> fields, TableLimits limits) {
        this.kind = subject.name();
        this.memberships = subject.memberships().orElse(null);
        for (Field<T, ?> field : fields) {
            places.put(field.name(), columns.size());
            columns.add(new Column<>(kind + "." + field.name(), field, limits.distinctValues()));
        }
    }

    void add(FactLayout<T, ?> relation) {
        relations.add(relation);
    }

    List<FactLayout<T, ?>> relations() {
        return relations;
    }

    List<Column<T, ?>> columns() {
        return columns;
    }

    /** {@return what the catalogue calls the subject or fact} */
    String kind() {
        return kind;
    }

    /** {@return where its segments are; null for none} */
    @Nullable
    Memberships<T, ?> memberships() {
        return memberships;
    }

    boolean has(Field<T, ?> field) {
        return find(field) != null;
    }

    /** {@return the place of the column of a field} */
    int place(Field<T, ?> field) {
        Integer place = find(field);
        if (place == null) {
            throw new Invalid(
                    kind + "." + field.name(),
                    "the table has no column of it; name the field, or what needs it, when the table is built");
        }
        return place;
    }

    private @Nullable Integer find(Field<T, ?> field) {
        Integer place = places.get(field.name());
        return place == null || !columns.get(place).field().equals(field) ? null : place;
    }

    @SuppressWarnings("unchecked") // the column at the place of a field is of an equal field
    <V> Column<T, V> column(Field<T, V> field) {
        return (Column<T, V>) columns.get(place(field));
    }

    /** {@return the place of a relation} */
    int place(Relation<T, ?> relation) {
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).relation().equals(relation)) {
                return i;
            }
        }
        throw new Invalid(
                kind + "." + relation.name(),
                "the table has no facts of it; name the relation, or what needs it, when the table is built");
    }

    @SuppressWarnings("unchecked") // equal relations lead to the same facts
    <R> FactLayout<T, R> facts(Relation<T, R> relation) {
        return (FactLayout<T, R>) relations.get(place(relation));
    }

    /** Reads some rows into columns, with their facts. */
    Block read(Values<T> rows, int size) {
        List<Cells> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(column.read(rows)));
        List<FactRows> facts = new ArrayList<>(relations.size());
        relations.forEach(relation -> facts.add(relation.read(rows)));
        return new Block(size, cells, facts);
    }

    long dictionaryBytes() {
        long bytes = 0;
        for (Column<T, ?> column : columns) {
            bytes += column.dictionaryBytes();
        }
        for (FactLayout<T, ?> relation : relations) {
            bytes += relation.layout().dictionaryBytes();
        }
        return bytes;
    }
}
