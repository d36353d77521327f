package org.sambandh.crm.table;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** Small numbers for the values of one key, 0 for a missing one. For one thread. */
interface KeyCodes {

    /** Writes the number of the key of each row. */
    void code(Block block, int[] rows, int count, int[] codes);

    /** Returns the value that a number stands for. */
    @Nullable
    Object value(int code);

    /**
     * Texts, codes and references: their places in the dictionary.
     *
     * @param place the place of the column
     * @param values the dictionary
     */
    record Coded<V>(int place, Dictionary<V> values) implements KeyCodes {

        @Override
        public void code(Block block, int[] rows, int count, int[] codes) {
            gather(((Cells.Coded) block.column(place)).codes(), rows, count, codes);
        }

        @Override
        public @Nullable Object value(int code) {
            return code == 0 ? null : values.value(code);
        }
    }

    /**
     * Currencies: their places in the dictionary.
     *
     * @param place the place of the column
     * @param currencies the dictionary
     */
    record Currencies(int place, Dictionary<Currency> currencies) implements KeyCodes {

        @Override
        public void code(Block block, int[] rows, int count, int[] codes) {
            gather(((Cells.Amounts) block.column(place)).currencies(), rows, count, codes);
        }

        @Override
        public @Nullable Object value(int code) {
            return code == 0 ? null : currencies.value(code);
        }
    }

    /** Numbers, days, instants and truths, in the order in which they come. */
    final class Longs<V> implements KeyCodes {

        private final int place;
        private final FieldType<V> type;
        private final LongCodes known = new LongCodes();

        Longs(int place, FieldType<V> type) {
            this.place = place;
            this.type = type;
        }

        @Override
        public void code(Block block, int[] rows, int count, int[] codes) {
            LongBlock forms = ((Cells.Longs) block.column(place)).forms();
            for (int i = 0; i < count; i++) {
                long form = forms.get(rows[i]);
                codes[i] = form == FieldType.MISSING ? 0 : 1 + known.codeOf(form);
            }
        }

        @Override
        public @Nullable Object value(int code) {
            return code == 0 ? null : type.ofLong(known.key(code - 1));
        }
    }

    /** Calendar units. */
    final class Units implements KeyCodes {

        private final int place;
        private final CalendarDays days;

        Units(int place, FieldType<?> type, CalendarUnit unit, FiscalCalendar fiscalCalendar, Moment moment) {
            this.place = place;
            this.days = new CalendarDays(type.kind() == FieldType.Kind.INSTANT, unit, fiscalCalendar, moment);
        }

        @Override
        public void code(Block block, int[] rows, int count, int[] codes) {
            LongBlock forms = ((Cells.Longs) block.column(place)).forms();
            for (int i = 0; i < count; i++) {
                long form = forms.get(rows[i]);
                codes[i] = form == FieldType.MISSING ? 0 : 1 + days.codeOf(form);
            }
        }

        @Override
        public @Nullable LocalDate value(int code) {
            return code == 0 ? null : days.start(code - 1);
        }
    }

    private static void gather(Codes all, int[] rows, int count, int[] codes) {
        if (count == all.size()) {
            all.copyTo(codes);
            return;
        }
        for (int i = 0; i < count; i++) {
            codes[i] = all.get(rows[i]);
        }
    }
}
