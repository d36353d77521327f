package org.sambandh.crm.reporting;

import java.util.Currency;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.RatePolicy;

/**
 * What becomes of amounts in several currencies: they are never added as they are.
 *
 * @param <S> the subject
 */
public sealed interface CurrencyPolicy<S> permits CurrencyPolicy.Each, CurrencyPolicy.Converted {

    /**
     * A column for each currency that occurs, the tenant's own first.
     *
     * @param <S> the subject
     */
    record Each<S>() implements CurrencyPolicy<S> {}

    /**
     * One figure, converted with the rates that the reports were given. Amounts without a rate are left out, and a note
     * says how many.
     *
     * @param to the currency wanted
     * @param policy on which day's rates; a note names it
     * @param days where the day of an amount is found for {@code ON_CLOSE} and {@code ON_BOOKING}: the first of these
     *     fields, days or instants, that has a value; where none has, the day of the moment counts and a note says how
     *     often; no field for {@code AS_OF}
     * @param <S> the subject
     */
    record Converted<S>(Currency to, RatePolicy policy, List<Field<S, ?>> days) implements CurrencyPolicy<S> {

        /**
         * Checks that a policy has the fields it needs.
         *
         * @param to the currency wanted
         * @param policy on which day's rates; a note names it
         * @param days where the day of an amount is found for {@code ON_CLOSE} and {@code ON_BOOKING}: the first of these
         *     fields, days or instants, that has a value; where none has, the day of the moment counts and a note says
         *     how often; no field for {@code AS_OF}
         * @throws Invalid if there are too few or too many, or one holds no time
         */
        public Converted {
            days = List.copyOf(days);
            if (policy instanceof RatePolicy.AsOf != days.isEmpty() || days.size() > 3) {
                throw new Invalid("currency.days", "1 to 3 fields for ON_CLOSE and ON_BOOKING, none for AS_OF");
            }
            for (Field<S, ?> day : days) {
                Names.one("currency.days", day);
                FieldType.Kind kind = day.type().kind();
                if (kind != FieldType.Kind.DATE && kind != FieldType.Kind.INSTANT) {
                    throw new Invalid("currency.days", "days or instants are expected, found " + day.type());
                }
            }
        }
    }
}
