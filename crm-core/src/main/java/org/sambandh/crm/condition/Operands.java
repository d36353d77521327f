package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.FieldType;

/** What operands of tests have in common. */
final class Operands {

    private static final Duration LONGEST = Duration.ofDays(365_000);

    private Operands() {}

    /** Zero to a thousand years, in whole microseconds. */
    static boolean isPlainSpan(Duration span) {
        return !span.isNegative()
                && span.compareTo(LONGEST) <= 0
                && span.truncatedTo(ChronoUnit.MICROS).equals(span);
    }

    /** Zero to a thousand years in each of its parts. */
    static boolean isPlainSpan(Period span) {
        return !span.isNegative() && span.toTotalMonths() <= 12_000 && span.get(ChronoUnit.DAYS) <= LONGEST.toDays();
    }

    @SuppressWarnings("unchecked") // each branch returns the class it was given
    static <V> V kept(V value) {
        if (value instanceof String text) {
            String kept = Text.of("value", text);
            if (Text.isBlank(kept)) {
                throw new Invalid("value", "blank text is missing; test not(present()) instead");
            }
            return (V) kept;
        } else if (value instanceof Instant instant) {
            return (V) instant.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof BigDecimal number) {
            if ((long) number.precision() - number.scale() > 18 || number.scale() > 18 || number.precision() > 36) {
                throw new Invalid("value", "a number has at most 18 digits before and behind the point");
            }
            return (V) (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        }
        return value;
    }

    static void checkClass(String path, FieldType<?> type, Object value) {
        if (!type.valueClass().isInstance(value)) {
            throw new Invalid(
                    path,
                    "a value of type " + type + " is expected, found "
                            + value.getClass().getSimpleName());
        }
    }

    static void checkTemporal(String path, FieldType<?> type, String what) {
        if (type.kind() != FieldType.Kind.DATE && type.kind() != FieldType.Kind.INSTANT) {
            throw new Invalid(path, what + " needs a date or an instant, found " + type);
        }
    }

    static int compare(Object low, Object high) {
        if (low instanceof BigDecimal a && high instanceof BigDecimal b) {
            return a.compareTo(b);
        } else if (low instanceof LocalDate a && high instanceof LocalDate b) {
            return a.compareTo(b);
        } else if (low instanceof Instant a && high instanceof Instant b) {
            return a.compareTo(b);
        } else if (low instanceof Money a && high instanceof Money b) {
            if (!a.currency().equals(b.currency())) {
                throw new Invalid("range", "both ends must be of one currency");
            }
            return a.amount().compareTo(b.amount());
        }
        throw new Invalid(
                "range",
                "numbers, dates, instants and money have an order, found "
                        + List.of(
                                low.getClass().getSimpleName(), high.getClass().getSimpleName()));
    }
}
