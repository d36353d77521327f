package org.sambandh.crm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** How rows become records of one kind. */
abstract class RowTarget {

    /** Names that are no fields and how their texts are read; null for plain text. */
    abstract @Nullable FieldType<?> special(String name);

    abstract boolean isSpecial(String name);

    /** The class whose fields the mapping names. */
    abstract Class<?> subject();

    /** Refuses rules that lead nowhere. */
    void check(List<RowRule> rules) {
        for (RowRule rule : rules) {
            boolean names =
                    rule.field() instanceof Field.Reference || rule.rule().relation() != null;
            if (rule.rule().refer() != null && !names && !rule.is("team")) {
                throw new Invalid(rule.rule().column(), "field " + rule.rule().field() + " names no other record");
            }
        }
    }

    /** Writes the rows in one unit; one result for each. */
    abstract List<RowResult> write(Unit unit, List<Row> rows);

    /** Remembers a row that was written, for {@link #finish}. */
    void written(Row row) {}

    /** Writes what needs all rows. */
    void finish(Units units, BiConsumer<Long, RowResult.Outcome> linked, List<RowIssue> unlinked) {}

    static <T> RowResult.Outcome outcome(Upserted<T> result) {
        if (result instanceof Upserted.Created) {
            return RowResult.Outcome.CREATED;
        }
        return result instanceof Upserted.Updated ? RowResult.Outcome.UPDATED : RowResult.Outcome.UNCHANGED;
    }

    static RowResult refused(Row row, RowRule rule, String reason, @Nullable Object found) {
        String text = found == null ? null : found.toString();
        return new RowResult.Rejected(new RowIssue(row.line(), rule.rule().column(), reason, text));
    }

    /** The record another system names, or null. */
    @SuppressWarnings("unchecked") // every entity has this field of texts
    static <S> @Nullable S byRef(Unit unit, Class<S> type, ExternalRef ref) {
        Field<S, String> refs = (Field<S, String>) unit.catalog().field(type, "externalRefs");
        Query<S> query = Query.of(Conditions.where(refs, Tests.is(ref.key())), unit.moment());
        List<S> found = unit.repositories().of(type).find(query).items();
        return found.isEmpty() ? null : found.get(0);
    }

    /** The rules of a row that set a plain field. */
    static List<Map.Entry<RowRule, Object>> plain(Row row) {
        List<Map.Entry<RowRule, Object>> plain = new ArrayList<>();
        for (Map.Entry<RowRule, Object> entry : row.values().entrySet()) {
            if (entry.getKey().field() != null && entry.getKey().rule().refer() == null) {
                plain.add(entry);
            }
        }
        return plain;
    }

    /** Sets a field whose value was read by its own type. */
    @SuppressWarnings("unchecked") // the field is one of the subject, and its type made the value
    static <S> S set(S subject, Field.One<?, ?> field, Object value) {
        return ((Field.One<S, Object>) field).set(subject, value);
    }
}
