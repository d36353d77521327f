package org.sambandh.crm.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** One measure of a grouping, while it runs and when it is read. */
final class Measured<S> {

    private static final int DECIMALS = 9;

    private final TableMeasure<S> measure;
    private final Column<S, ?> column;
    private final int place;
    private final int currencyKey;
    private final Sums sums = new Sums();
    private final Collected collected = new Collected();

    /**
     * A measure.
     *
     * @param measure what is measured
     * @param layout the columns
     * @param keys the keys, among which the currency of money must be
     */
    Measured(TableMeasure<S> measure, Layout<S> layout, List<TableKey<S>> keys) {
        this.measure = measure;
        this.column = layout.column(measure.field());
        this.place = layout.place(measure.field());
        this.currencyKey = column.isMoney() ? keys.indexOf(new TableKey.OfCurrency<>(money(measure))) : -1;
        if (column.isMoney() && currencyKey < 0 && measure.kind() != TableMeasure.Kind.PRESENT) {
            throw new Invalid(
                    measure.field().name(),
                    "amounts of several currencies do not add up; make TableKey.currencyOf of it a key");
        }
    }

    @SuppressWarnings("unchecked") // a field of kind MONEY has elements of class Money
    private static <S> Field<S, Money> money(TableMeasure<S> measure) {
        return (Field<S, Money>) measure.field();
    }

    void add(Block block, int[] rows, int count, int[] groups, int groupCount, long[] forms, Scratch scratch) {
        int[] codes = scratch.take(block.size());
        Cells cells = block.column(place);
        if (cells instanceof Cells.Longs longs) {
            longs.forms().copyTo(forms, codes);
        } else if (cells instanceof Cells.Amounts amounts) {
            amounts.minor().copyTo(forms, codes);
        } else if (cells instanceof Cells.Coded coded) {
            coded.codes().copyTo(codes);
            for (int i = 0; i < block.size(); i++) {
                forms[i] = codes[i] == 0 ? FieldType.MISSING : codes[i];
            }
        }
        scratch.give(codes);
        if (isCollected()) {
            collected.add(forms, rows, count, groups);
        } else {
            sums.grow(groupCount);
            sums.add(forms, rows, count, groups);
        }
    }

    private boolean isCollected() {
        return measure.kind() == TableMeasure.Kind.QUANTILE || measure.kind() == TableMeasure.Kind.DISTINCT;
    }

    void end(int groups) {
        sums.grow(groups);
        if (isCollected()) {
            collected.sort(groups);
        }
    }

    /** Returns what the measure comes to in a group with these keys. */
    @Nullable
    Object value(int group, List<@Nullable Object> keys) {
        int scale = scale(keys);
        return switch (measure.kind()) {
            case PRESENT -> sums.count(group);
            case SUM -> new BigDecimal(sums.sum(group), scale);
            case MIN -> sums.count(group) == 0 ? null : shown(sums.min(group), scale);
            case MAX -> sums.count(group) == 0 ? null : shown(sums.max(group), scale);
            case AVERAGE -> sums.count(group) == 0 ? null : mean(group, scale);
            case QUANTILE -> collected.count(group) == 0 ? null : shown(quantile(group), scale);
            case DISTINCT -> collected.distinct(group);
        };
    }

    private BigDecimal mean(int group, int scale) {
        return new BigDecimal(sums.sum(group), scale)
                .divide(BigDecimal.valueOf(sums.count(group)), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private long quantile(int group) {
        BigDecimal rank = measure.share()
                .multiply(BigDecimal.valueOf(collected.count(group)))
                .setScale(0, RoundingMode.CEILING);
        return collected.ranked(group, Math.max(0, rank.intValueExact() - 1));
    }

    private @Nullable Object shown(long form, int scale) {
        return column.isMoney()
                ? new BigDecimal(BigInteger.valueOf(form), scale)
                : column.type().ofLong(form);
    }

    private int scale(List<@Nullable Object> keys) {
        if (currencyKey >= 0 && keys.get(currencyKey) instanceof Currency currency) {
            return Math.max(0, currency.getDefaultFractionDigits());
        }
        return column.type().scale();
    }

    Sums sums() {
        return sums;
    }
}
