package org.sambandh.crm.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.GroupQuery;

/** Answers grouped queries from columns. */
final class TableReads<S> {

    private final TableView<S> view;
    private final GroupQuery<S> query;
    private final List<TableKey<S>> keys = new ArrayList<>();
    private final List<TableMeasure<S>> measures = new ArrayList<>();

    TableReads(TableView<S> view, GroupQuery<S> query) {
        this.view = view;
        this.query = query;
    }

    /** Returns the groups; nothing where the table does not hold what is asked for. */
    Optional<List<GroupQuery.Row>> run() {
        CompiledCondition.of(query.condition(), view.subject(), view.catalog(), Engine.PLAIN);
        Optional<Selection<S>> selected = selected();
        if (selected.isEmpty() || !holdsEverything()) {
            return Optional.empty();
        }
        query.keys().forEach(key -> keys.add(isDay(key) ? TableKey.by(key, CalendarUnit.DAY) : TableKey.of(key)));
        if (query.money() != null) {
            keys.add(TableKey.currencyOf(query.money()));
            measures.add(TableMeasure.of(TableMeasure.Kind.PRESENT, query.money()));
        }
        query.numbers().forEach(number -> measures.add(TableMeasure.of(TableMeasure.Kind.PRESENT, number)));
        Grouping<S> grouping = new Grouping<>(selected.get(), keys, measures, query.moment()).run();
        List<GroupQuery.Row> rows = new ArrayList<>(grouping.size());
        for (int group = 0; group < grouping.size(); group++) {
            rows.add(row(grouping, group));
        }
        return Optional.of(rows);
    }

    private Optional<Selection<S>> selected() {
        try {
            return Optional.of(view.select(query.condition(), query.moment()));
        } catch (Invalid e) {
            // The condition fits the catalogue, so this says that the table does not hold what it names.
            return Optional.empty();
        }
    }

    private boolean holdsEverything() {
        List<Field<S, ?>> all = new ArrayList<>(query.keys());
        all.addAll(query.numbers());
        if (query.money() != null) {
            all.add(query.money());
        }
        return all.stream().allMatch(view.layout()::has)
                && query.keys().stream().noneMatch(key -> key.type().kind() == FieldType.Kind.MONEY);
    }

    private GroupQuery.Row row(Grouping<S> grouping, int group) {
        List<@Nullable Object> found = new ArrayList<>(grouping.keys(group));
        Currency currency = null;
        GroupQuery.Measured amounts = null;
        int next = 0;
        if (query.money() != null) {
            currency = (Currency) found.get(found.size() - 1);
            found = found.subList(0, found.size() - 1);
            if (currency != null) {
                amounts = measured(grouping.sums(0), group, Math.max(0, currency.getDefaultFractionDigits()));
            }
            next = 1;
        }
        for (int i = 0; i < found.size(); i++) {
            if (isDay(query.keys().get(i)) && found.get(i) instanceof LocalDate day) {
                found.set(i, day.atStartOfDay(query.moment().zone()).toInstant());
            }
        }
        List<GroupQuery.Measured> numbers = new ArrayList<>();
        for (int i = 0; i < query.numbers().size(); i++) {
            int scale = query.numbers().get(i).type().scale();
            numbers.add(measured(grouping.sums(next + i), group, scale));
        }
        return new GroupQuery.Row(found, currency, grouping.count(group), amounts, numbers);
    }

    private boolean isDay(Field<S, ?> key) {
        return key.type().kind() == FieldType.Kind.INSTANT && query.days().contains(key);
    }

    private static GroupQuery.Measured measured(Sums sums, int group, int scale) {
        boolean none = sums.count(group) == 0;
        return new GroupQuery.Measured(
                sums.count(group),
                new BigDecimal(sums.sum(group), scale),
                none ? null : BigDecimal.valueOf(sums.min(group), scale),
                none ? null : BigDecimal.valueOf(sums.max(group), scale));
    }
}
