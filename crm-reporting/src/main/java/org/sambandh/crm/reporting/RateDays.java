package org.sambandh.crm.reporting;

import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.RatePolicy;

/** On which day's rates amounts are converted: found out while they are measured, because sums keep no days. */
final class RateDays<S> {

    private final List<Field<S, ?>> fields;
    private final long fixed;
    private final long today;
    private final Days days;

    RateDays(CurrencyPolicy<S> policy, Moment moment) {
        days = new Days(moment.zone());
        today = moment.date().toEpochDay();
        if (policy instanceof CurrencyPolicy.Converted<S> converted) {
            fields = converted.days();
            fixed = converted.policy() instanceof RatePolicy.AsOf asOf
                    ? asOf.date().toEpochDay()
                    : FieldType.MISSING;
        } else {
            fields = List.of();
            fixed = FieldType.MISSING;
        }
    }

    /** {@return where the day is found; none where it is fixed or nothing is converted} */
    List<Field<S, ?>> fields() {
        return fields;
    }

    /** Returns the day of a subject whose day fields have these forms, missing where none has one. */
    long day(List<Holders.Values> values, int row) {
        for (int i = 0; i < fields.size(); i++) {
            long form = values.get(i).form(row);
            if (form != FieldType.MISSING) {
                return day(i, form);
            }
        }
        return fixed;
    }

    /** Returns the day of a form of one of the fields. */
    long day(int field, long form) {
        return fields.get(field).type().kind() == FieldType.Kind.INSTANT ? days.of(form) : form;
    }

    /** {@return the fixed day, missing where there is none} */
    long fixed() {
        return fixed;
    }

    boolean isAssumed(long day) {
        return day == FieldType.MISSING && !fields.isEmpty();
    }

    long orToday(long day) {
        return isAssumed(day) ? today : day;
    }
}
