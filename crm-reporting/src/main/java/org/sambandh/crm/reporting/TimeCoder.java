package org.sambandh.crm.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** A heading for each unit of time. Its forms are days; instants are made into days before. */
final class TimeCoder extends Coder {

    /** The most units that are put between others so that a line has no hole. */
    private static final int MAX_FILLED = 1_000;

    private final FieldType<?> type;
    private final TimeBucket bucket;
    private final FiscalCalendar calendar;
    private final Days days;

    TimeCoder(FieldType<?> type, TimeBucket bucket, FiscalCalendar calendar, Moment moment) {
        this.type = type;
        this.bucket = bucket;
        this.calendar = calendar;
        this.days = new Days(moment.zone());
    }

    /** Returns the day of a value's {@code long} form: what {@link #codeOf(long)} takes. */
    long day(long form) {
        return form == FieldType.MISSING || type.kind() == FieldType.Kind.DATE ? form : days.of(form);
    }

    @Override
    Object headingOf(long day) {
        return Buckets.of(LocalDate.ofEpochDay(day), bucket, calendar);
    }

    @Override
    Object headingOf(Object value) {
        return headingOf(day(form(type, value)));
    }

    @Override
    int compare(Object left, Object right) {
        return ((Cell.Period) left).first().compareTo(((Cell.Period) right).first());
    }

    @Override
    Cell cell(Object heading) {
        return (Cell) heading;
    }

    /** Returns the codes of the units between the first and the last; none where there are very many. */
    List<Integer> between() {
        Cell.Period first = null;
        Cell.Period last = null;
        for (Object heading : headings()) {
            Cell.Period period = (Cell.Period) heading;
            first = first == null || compare(period, first) < 0 ? period : first;
            last = last == null || compare(period, last) > 0 ? period : last;
        }
        List<Integer> codes = new ArrayList<>();
        if (first == null || last == null) {
            return codes;
        }
        List<Cell.Period> periods = new ArrayList<>();
        Cell.Period period = first;
        while (compare(period, last) < 0 && periods.size() <= MAX_FILLED) {
            period = Buckets.of(period.last().plusDays(1), bucket, calendar);
            periods.add(period);
        }
        if (periods.size() <= MAX_FILLED) {
            periods.forEach(p -> codes.add(codeOfHeading(p)));
        }
        return codes;
    }

    private static <V> long form(FieldType<V> type, Object value) {
        return type.toLong(type.valueClass().cast(value));
    }
}
