package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

/** The distinct values that fields have in some rows; blank texts are none. */
final class RowValues {

    private final Catalog catalog;
    private final Map<Class<?>, List<Object>> rows = new HashMap<>();
    private final Map<Field<?, ?>, List<?>> known = new HashMap<>();

    RowValues(Catalog catalog, Map<Class<?>, ? extends List<?>> given) {
        this.catalog = catalog;
        given.forEach((type, some) -> rows.put(type, new ArrayList<>(some)));
        for (Subject<?> subject : catalog.subjects()) {
            subject.relations().forEach(this::addParts);
        }
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    private <S, R> void addParts(Relation<S, R> relation) {
        if (relation instanceof Relation.Parts<S, R> parts) {
            List<Object> found = rows.computeIfAbsent(relation.fact(), type -> new ArrayList<>());
            rows.getOrDefault(relation.subject(), List.of())
                    .forEach(row -> found.addAll(parts.reader().apply((S) row)));
        }
    }

    @SuppressWarnings("unchecked") // known maps each field to values of its own
    <S, V> List<V> of(Field<S, V> field) {
        List<?> values = known.get(field);
        if (values == null) {
            values = field instanceof Field.Path<S, V> path ? of(path.target()) : read(field);
            known.put(field, values);
        }
        return (List<V>) values;
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    private <S, V> List<V> read(Field<S, V> field) {
        Set<V> values = new LinkedHashSet<>();
        for (Object row : rows.getOrDefault(field.subject(), List.of())) {
            if (field instanceof Field.Many<S, V> many) {
                values.addAll(many.get((S) row));
            } else if (field instanceof Field.One<S, V> one) {
                V value = one.get((S) row);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        values.removeIf(value -> value instanceof String text && Text.isBlank(text));
        return List.copyOf(values);
    }

    /** The fields of a class that can be measured. */
    @SuppressWarnings("unchecked") // a number field has numbers
    <R> List<Field<R, BigDecimal>> numbers(Class<R> type) {
        List<Field<R, BigDecimal>> numbers = new ArrayList<>();
        for (Field<R, ?> field : catalog.subject(type).fields()) {
            if (field.type().kind() == FieldType.Kind.NUMBER) {
                numbers.add((Field<R, BigDecimal>) field);
            }
        }
        return numbers;
    }
}
