package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/** One column of measures: how its cells are made from the tallies of a row. */
final class Figure<S> {

    static final int DECIMALS = 6;

    private final ReportMeasure<S> measure;
    private final Plan.Need need;
    private final Column column;
    private final @Nullable Currency currency;
    private final int factorScale;
    private final Amounts amounts;

    private Figure(
            ReportMeasure<S> measure,
            Plan.Need need,
            Column column,
            @Nullable Currency currency,
            int factorScale,
            Amounts amounts) {
        this.measure = measure;
        this.need = need;
        this.column = column;
        this.currency = currency;
        this.factorScale = factorScale;
        this.amounts = amounts;
    }

    /** Returns the columns of a measure: one, or one for each currency. */
    static <S> List<Figure<S>> of(Plan<S> plan, int place, List<Currency> currencies, Amounts amounts) {
        ReportMeasure<S> measure = plan.report().measures().get(place);
        Plan.Need need = plan.need(place);
        Part<S> part = plan.part(need.first());
        Label label = Phrases.heading(label(measure));
        Column.Unit unit = unit(measure);
        List<Figure<S>> figures = new ArrayList<>();
        if (!part.isMoney()) {
            Column column = new Column(measure.name(), label, Column.Role.MEASURE, unit, null);
            figures.add(new Figure<>(measure, need, column, null, 0, amounts));
            return figures;
        }
        for (Currency currency : currencies) {
            String code = currency.getCurrencyCode();
            Column column = new Column(
                    measure.name() + "." + code,
                    Phrases.with(label, " (" + code + ")"),
                    Column.Role.MEASURE,
                    unit,
                    unit == Column.Unit.MONEY ? currency : null);
            figures.add(new Figure<>(measure, need, column, currency, part.factorScale(), amounts));
        }
        return figures;
    }

    String measure() {
        return measure.name();
    }

    Column column() {
        return column;
    }

    /** Returns the amount of a row before it is rounded; null unless the column is a sum of money. */
    @Nullable
    BigDecimal sumOfMoney(Tally[] tallies) {
        boolean isSum = measure instanceof ReportMeasure.Weighted
                || (measure instanceof ReportMeasure.OfField<S> of && of.kind() == ReportMeasure.Kind.SUM);
        return !isSum || currency == null
                ? null
                : amounts.sum(tallies[need.first()], currency, factorScale).sum();
    }

    Cell cell(Tally[] tallies) {
        Tally tally = tallies[need.first()];
        if (measure instanceof ReportMeasure.Share<S> share) {
            return share(tally, tallies[need.second()], share.byValue() == null);
        } else if (measure instanceof ReportMeasure.Ratio<S> ratio) {
            return ratio(number(ratio.part(), tally), number(ratio.of(), tallies[need.second()]));
        } else if (currency != null) {
            return money(tally, currency);
        }
        boolean timed = measure instanceof ReportMeasure.OfField<S> of
                && of.field().type().kind() != FieldType.Kind.NUMBER;
        if (timed && measure instanceof ReportMeasure.OfField<S> of) {
            long form = of.kind() == ReportMeasure.Kind.MIN ? tally.min : tally.max;
            return tally.present == 0
                    ? Cell.NoData.NOTHING_MEASURED
                    : ValueCoder.ofLong(of.field().type(), form);
        }
        BigDecimal number = number(measure, tally);
        return number == null ? Cell.NoData.NOTHING_MEASURED : new Cell.Numeric(number);
    }

    private Cell money(Tally tally, Currency in) {
        Amounts.Sum sum = amounts.sum(tally, in, factorScale);
        BigDecimal exact = sum.sum();
        if (measure instanceof ReportMeasure.OfField<S> of) {
            exact = switch (of.kind()) {
                case SUM -> sum.sum();
                case AVERAGE ->
                    sum.count() == 0
                            ? null
                            : sum.sum().divide(BigDecimal.valueOf(sum.count()), 10, RoundingMode.HALF_UP);
                case MIN -> sum.min();
                case MAX -> sum.max();
            };
        }
        return exact == null ? Cell.NoData.NOTHING_MEASURED : new Cell.Amount(amounts.rounded(exact, in));
    }

    private static @Nullable BigDecimal number(ReportMeasure<?> measure, Tally tally) {
        if (measure instanceof ReportMeasure.Distinct<?>) {
            return BigDecimal.valueOf(tally.different());
        } else if (measure instanceof ReportMeasure.OfField<?> of) {
            int scale = of.field().type().scale();
            if (of.kind() == ReportMeasure.Kind.SUM) {
                return plain(new BigDecimal(tally.sum.value(), scale));
            } else if (tally.present == 0) {
                return null;
            }
            return switch (of.kind()) {
                case MIN -> BigDecimal.valueOf(tally.min, scale);
                case MAX -> BigDecimal.valueOf(tally.max, scale);
                case SUM, AVERAGE ->
                    plain(new BigDecimal(tally.sum.value(), scale)
                            .divide(BigDecimal.valueOf(tally.present), DECIMALS, RoundingMode.HALF_UP));
            };
        }
        return BigDecimal.valueOf(tally.count);
    }

    private static Cell ratio(@Nullable BigDecimal part, @Nullable BigDecimal of) {
        return part == null || of == null || of.signum() == 0
                ? Cell.NoData.NOTHING_MEASURED
                : new Cell.Numeric(plain(part.divide(of, DECIMALS, RoundingMode.HALF_UP)));
    }

    private Cell share(Tally part, Tally whole, boolean byCount) {
        if (byCount) {
            return share(part.count, whole.count);
        }
        BigDecimal some = value(part);
        BigDecimal all = value(whole);
        return all.signum() == 0
                ? Cell.NoData.NOTHING_MEASURED
                : new Cell.Ratio(some.divide(all, DECIMALS, RoundingMode.HALF_UP), some, all, null);
    }

    /** Returns a share of a count with its interval; no data over nothing. */
    static Cell share(long part, long whole) {
        if (whole == 0) {
            return Cell.NoData.NOTHING_MEASURED;
        }
        BigDecimal some = BigDecimal.valueOf(part);
        BigDecimal all = BigDecimal.valueOf(whole);
        return new Cell.Ratio(
                some.divide(all, DECIMALS, RoundingMode.HALF_UP), some, all, Wilson.interval(part, whole));
    }

    private BigDecimal value(Tally tally) {
        if (currency != null) {
            return amounts.sum(tally, currency, 0).sum();
        }
        int scale = measure instanceof ReportMeasure.Share<S> share && share.byValue() != null
                ? share.byValue().type().scale()
                : 0;
        return new BigDecimal(tally.sum.value(), scale);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal digits = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0) : digits;
    }

    private static Column.Unit unit(ReportMeasure<?> measure) {
        if (measure instanceof ReportMeasure.OfField<?> of) {
            return switch (of.field().type().kind()) {
                case MONEY -> Column.Unit.MONEY;
                case DATE -> Column.Unit.DATE;
                case INSTANT -> Column.Unit.INSTANT;
                case NUMBER, TEXT, CODE, REFERENCE, BOOLEAN -> Column.Unit.NUMBER;
            };
        } else if (measure instanceof ReportMeasure.Weighted) {
            return Column.Unit.MONEY;
        } else if (measure instanceof ReportMeasure.Share) {
            return Column.Unit.PERCENT;
        }
        return measure instanceof ReportMeasure.Ratio ? Column.Unit.NUMBER : Column.Unit.COUNT;
    }

    static Label label(ReportMeasure<?> measure) {
        Label own = measure.label();
        if (own != null) {
            return own;
        } else if (measure instanceof ReportMeasure.OfField<?> of) {
            FieldType.Kind kind = of.field().type().kind();
            boolean timed = kind == FieldType.Kind.DATE || kind == FieldType.Kind.INSTANT;
            return Phrases.of("measure." + of.kind() + (timed ? ".time" : ""), Phrases.field(of.field()));
        } else if (measure instanceof ReportMeasure.Weighted<?> weighted) {
            return Phrases.of("measure.weighted", Phrases.field(weighted.amount()));
        } else if (measure instanceof ReportMeasure.Distinct<?> distinct) {
            return Phrases.of("measure.distinct", Phrases.field(distinct.field()));
        } else if (measure instanceof ReportMeasure.Share) {
            return Phrases.of("measure.share");
        }
        return Phrases.of(measure instanceof ReportMeasure.Ratio ? "measure.ratio" : "measure.count");
    }
}
