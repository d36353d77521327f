package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;

/** Makes the table of a report from its groups: orders the rows, puts the last ones together, rounds and adds up. */
final class Tables<S> {

    private final Plan<S> plan;
    private final Report<S> report;
    private final List<Coder> coders;
    private final Groups groups;
    private final Amounts amounts;
    private final Tally[] totals;
    private final List<Figure<S>> figures = new ArrayList<>();

    Tables(Plan<S> plan, List<Coder> coders, Groups groups, Amounts amounts) {
        this.plan = plan;
        this.report = plan.report();
        this.coders = coders;
        this.groups = groups;
        this.amounts = amounts;
        complete();
        this.totals = together(IntStream.range(0, groups.size()).boxed().toList());
        List<Tally> money = new ArrayList<>();
        for (int i = 0; i < plan.parts().size(); i++) {
            if (plan.part(i).isMoney()) {
                money.add(totals[i]);
            }
        }
        List<Currency> currencies = amounts.columns(money);
        for (int i = 0; i < report.measures().size(); i++) {
            figures.addAll(Figure.of(plan, i, currencies, amounts));
        }
    }

    /** A report without dimensions has its row even over nothing, and a line over time has no holes. */
    private void complete() {
        if (coders.isEmpty()) {
            groups.place(0);
        } else if (coders.size() == 1
                && coders.get(0) instanceof TimeCoder time
                && report.sorts().isEmpty()
                && report.top() == 0) {
            time.between().forEach(code -> groups.place(Groups.key(0, code)));
        }
    }

    ReportTable table(Label looked, Moment moment) {
        List<Integer> order = order();
        int shown = report.top() == 0 ? order.size() : Math.min(report.top(), order.size());
        List<Integer> rest = order.subList(shown, order.size());
        List<Tally[]> tallies = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int group : order.subList(0, shown)) {
            tallies.add(groups.tallies(group));
            List<Cell> headings = new ArrayList<>();
            for (int d = 0; d < coders.size(); d++) {
                headings.add(coders.get(d).cell(groups.code(group, d)));
            }
            cells.add(headings);
        }
        if (!rest.isEmpty()) {
            tallies.add(together(rest));
            cells.add(headings(new Cell.Named(Cell.Named.OTHER, Phrases.of("other"))));
        }
        List<Cell> total = headings(new Cell.Named(Cell.Named.TOTAL, Phrases.of("total")));
        for (Figure<S> figure : figures) {
            measure(figure, tallies, cells, total);
        }
        return new ReportTable(
                report.name(),
                report.title(),
                chart(),
                columns(),
                rows(cells, !rest.isEmpty()),
                coders.isEmpty() ? List.of() : List.of(new Row(Row.Kind.TOTAL, total)),
                Notes.of(plan, totals, amounts, rest.size()),
                looked,
                moment);
    }

    private static List<Row> rows(List<List<Cell>> cells, boolean withOthers) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean others = withOthers && i == cells.size() - 1;
            rows.add(new Row(others ? Row.Kind.OTHER : Row.Kind.PLAIN, cells.get(i)));
        }
        return rows;
    }

    private List<Cell> headings(Cell first) {
        List<Cell> headings = new ArrayList<>();
        for (int d = 0; d < coders.size(); d++) {
            headings.add(d == 0 ? first : Cell.NoData.NOT_APPLICABLE);
        }
        return headings;
    }

    private void measure(Figure<S> figure, List<Tally[]> tallies, List<List<Cell>> cells, List<Cell> total) {
        BigDecimal exactTotal = figure.sumOfMoney(totals);
        Currency currency = figure.column().currency();
        total.add(figure.cell(totals));
        if (exactTotal == null || currency == null) {
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).add(figure.cell(tallies.get(i)));
            }
            return;
        }
        List<BigDecimal> exact = new ArrayList<>();
        for (Tally[] row : tallies) {
            BigDecimal sum = figure.sumOfMoney(row);
            exact.add(sum == null ? BigDecimal.ZERO : sum);
        }
        if (!exact.isEmpty()) {
            List<Money> shares = amounts.shares(exact, exactTotal, currency);
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).add(new Cell.Amount(shares.get(i)));
            }
        }
    }

    private Tally[] together(List<Integer> places) {
        Tally[] all = Groups.fresh(plan.parts().size());
        for (int place : places) {
            for (int i = 0; i < all.length; i++) {
                all[i].addAll(groups.tally(place, i));
            }
        }
        return all;
    }

    private List<Integer> order() {
        Comparator<Integer> order = null;
        for (Sort sort : report.sorts()) {
            Comparator<Integer> next = comparator(sort);
            order = order == null ? next : order.thenComparing(next);
        }
        for (int d = 0; d < coders.size(); d++) {
            Comparator<Integer> next = byDimension(d, false);
            order = order == null ? next : order.thenComparing(next);
        }
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, groups.size()).boxed().toList());
        if (order != null) {
            places.sort(order);
        }
        return places;
    }

    private Comparator<Integer> comparator(Sort sort) {
        for (int d = 0; d < report.dimensions().size(); d++) {
            if (report.dimensions().get(d).name().equals(sort.by())) {
                return byDimension(d, sort.descending());
            }
        }
        Figure<S> figure = figures.stream()
                .filter(f -> f.measure().equals(sort.by()))
                .findFirst()
                .orElseThrow();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            BigDecimal exact = figure.sumOfMoney(groups.tallies(i));
            values.add(exact == null ? number(figure.cell(groups.tallies(i))) : exact);
        }
        Comparator<BigDecimal> numbers = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (left, right) -> {
            BigDecimal a = values.get(left);
            BigDecimal b = values.get(right);
            return a == null || b == null ? Boolean.compare(a == null, b == null) : numbers.compare(a, b);
        };
    }

    private Comparator<Integer> byDimension(int dimension, boolean descending) {
        Coder coder = coders.get(dimension);
        return (left, right) -> {
            int a = groups.code(left, dimension);
            int b = groups.code(right, dimension);
            boolean backwards = descending && a != Coder.MISSING && b != Coder.MISSING;
            return backwards ? coder.compareCodes(b, a) : coder.compareCodes(a, b);
        };
    }

    private static @Nullable BigDecimal number(Cell cell) {
        if (cell instanceof Cell.Numeric numeric) {
            return numeric.value();
        } else if (cell instanceof Cell.Amount amount) {
            return amount.money().amount();
        } else if (cell instanceof Cell.Ratio ratio) {
            return ratio.value();
        } else if (cell instanceof Cell.Day day) {
            return BigDecimal.valueOf(day.date().toEpochDay());
        } else if (cell instanceof Cell.Time time) {
            return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time.at()));
        }
        return null;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Dimension<S> dimension : report.dimensions()) {
            Label own = dimension.label();
            Label label = Phrases.heading(own == null ? Phrases.field(dimension.field()) : own);
            columns.add(new Column(dimension.name(), label, Column.Role.DIMENSION, unit(dimension), null));
        }
        figures.forEach(figure -> columns.add(figure.column()));
        return columns;
    }

    private static Column.Unit unit(Dimension<?> dimension) {
        if (dimension instanceof Dimension.Time) {
            return Column.Unit.PERIOD;
        } else if (dimension instanceof Dimension.Bands) {
            return Column.Unit.BAND;
        }
        return switch (dimension.field().type().kind()) {
            case NUMBER -> Column.Unit.NUMBER;
            case DATE -> Column.Unit.DATE;
            case INSTANT -> Column.Unit.INSTANT;
            case TEXT, CODE, REFERENCE, BOOLEAN, MONEY -> Column.Unit.TEXT;
        };
    }

    private Chart chart() {
        Chart hint = report.chart();
        List<String> series = new ArrayList<>();
        for (String measure : hint.series()) {
            for (Figure<S> figure : figures) {
                if (figure.measure().equals(measure)) {
                    series.add(figure.column().name());
                }
            }
        }
        return new Chart(hint.kind(), hint.across(), series);
    }
}
