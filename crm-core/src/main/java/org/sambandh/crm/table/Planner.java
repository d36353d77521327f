package org.sambandh.crm.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;

/**
 * Makes filters of conditions, for one moment. The conditions were checked against the catalogue before.
 *
 * @param catalog the catalogue
 * @param moment the moment
 */
record Planner(Catalog catalog, Moment moment) {

    <T> Filter filter(Condition<T> condition, Layout<T> layout) {
        if (condition instanceof Condition.All<T> all) {
            return Junctions.all(filters(all.conditions(), layout));
        } else if (condition instanceof Condition.Any<T> any) {
            return new Junctions.Any(filters(any.conditions(), layout));
        } else if (condition instanceof Condition.Not<T> not) {
            return new Junctions.Not(filter(not.condition(), layout));
        } else if (condition instanceof Condition.FieldTest<T, ?> test) {
            return fieldTest(test, layout);
        } else if (condition instanceof Condition.RelatedTest<T, ?> related) {
            return relatedTest(related, layout);
        } else if (condition instanceof Condition.InSegment<T> segment) {
            Memberships<T, ?> memberships = layout.memberships();
            if (memberships == null) {
                throw new Invalid("inSegment", "the subject has no segments");
            }
            return relatedTest(asRelated(segment, memberships, layout), layout);
        }
        return Filter.ALL;
    }

    private <T> List<Filter> filters(List<Condition<T>> conditions, Layout<T> layout) {
        List<Filter> filters = new ArrayList<>(conditions.size());
        conditions.forEach(condition -> filters.add(filter(condition, layout)));
        return filters;
    }

    private <T, V> Filter fieldTest(Condition.FieldTest<T, V> condition, Layout<T> layout) {
        Field<T, V> field = condition.field();
        Column<T, V> column = layout.column(field);
        CellTest one = cellTest(condition.test(), column);
        return new CellTest.OfColumn(
                layout.place(field), column.field().isMany() ? new CellTests.AnyElement(one) : one);
    }

    private <V> CellTest cellTest(ValueTest<V> test, Column<?, V> column) {
        if (column.isMoney()) {
            return amounts(test, column.currencies());
        }
        CompiledTest<V> compiled = CompiledTest.of(test, column.type(), catalog.fiscalCalendar());
        return column.isCoded()
                ? CellTests.Coded.of(compiled, column.values(), moment)
                : CellTests.Longs.of(compiled, moment);
    }

    private CellTest amounts(ValueTest<?> test, Dictionary<Currency> currencies) {
        List<LongRanges> byCurrency = new ArrayList<>();
        byCurrency.add(ranges(Tests.in(List.of()), 0));
        for (int code = 1; code < currencies.size(); code++) {
            Currency currency = currencies.value(code);
            byCurrency.add(ranges(ofCurrency(test, currency), Math.max(0, currency.getDefaultFractionDigits())));
        }
        return new CellTests.Amounts(byCurrency);
    }

    private LongRanges ranges(ValueTest<BigDecimal> test, int scale) {
        return CompiledTest.of(test, FieldType.number(scale), catalog.fiscalCalendar())
                .rangesAt(moment);
    }

    /** {@return what the test asks of an amount of that currency} */
    private static ValueTest<BigDecimal> ofCurrency(ValueTest<?> test, Currency currency) {
        List<BigDecimal> equal = new ArrayList<>();
        if (test instanceof ValueTest.Present) {
            return Tests.present();
        } else if (test instanceof ValueTest.Is<?> is) {
            addAmount(is.value(), currency, equal);
        } else if (test instanceof ValueTest.In<?> in) {
            in.values().forEach(value -> addAmount(value, currency, equal));
        } else if (test instanceof ValueTest.Range<?> range) {
            Money low = (Money) range.atLeast();
            Money high = (Money) range.atMost();
            Money either = Objects.requireNonNull(low == null ? high : low);
            if (either.currency().equals(currency)) {
                return new ValueTest.Range<>(low == null ? null : low.amount(), high == null ? null : high.amount());
            }
        }
        return Tests.in(equal);
    }

    private static void addAmount(@Nullable Object value, Currency currency, List<BigDecimal> amounts) {
        if (value instanceof Money money && money.currency().equals(currency)) {
            amounts.add(money.amount());
        }
    }

    private <T, R> Filter relatedTest(Condition.RelatedTest<T, R> condition, Layout<T> layout) {
        FactLayout<T, R> facts = layout.facts(condition.relation());
        Field<R, BigDecimal> number = condition.measure().field();
        int scale = number == null ? 0 : facts.layout().column(number).type().scale();
        MeasureTest test =
                new MeasureTest(condition.measure().kind(), scale, condition.test(), catalog.fiscalCalendar(), moment);
        FactFinder finder = finder(condition.relation(), condition.where(), condition.window(), layout);
        return number == null
                ? new RelatedFilter(finder, null, -1, test)
                : new RelatedFilter(
                        finder, facts.layout().column(number), facts.layout().place(number), test);
    }

    <T, R> FactFinder finder(Relation<T, R> relation, Condition<R> where, Window window, Layout<T> layout) {
        FactLayout<T, R> facts = layout.facts(relation);
        CompiledTest<Instant> seen = CompiledTest.of(window);
        return new FactFinder(layout.place(relation), facts.time(), filter(where, facts.layout()), seen, moment);
    }

    /** A stored membership that has not ended. */
    private static <T, M> Condition.RelatedTest<T, M> asRelated(
            Condition.InSegment<T> condition, Memberships<T, M> memberships, Layout<T> layout) {
        return new Condition.RelatedTest<>(
                memberships.relation(),
                Conditions.all(
                        Conditions.where(memberships.kind(), Tests.is(layout.kind())),
                        Conditions.where(memberships.segment(), Tests.is(condition.segment())),
                        Conditions.not(Conditions.where(memberships.until(), Tests.present()))),
                Window.ever(),
                new Measure<>(Measure.Kind.COUNT, null),
                Tests.atLeast(1));
    }
}
