package org.sambandh.crm.table;

import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What the subjects of a table are put into groups by.
 *
 * @param <S> the subject
 */
public sealed interface TableKey<S> permits TableKey.Value, TableKey.Calendar, TableKey.OfCurrency {

    /** {@return the field} */
    Field<S, ?> field();

    /**
     * Returns a key that is the value itself.
     *
     * @param field a field with one value at most; no money
     * @param <S> the subject
     * @return the key
     */
    static <S> TableKey<S> of(Field<S, ?> field) {
        return new Value<>(field);
    }

    /**
     * Returns a key that is the first day of the calendar unit in which a day, or an instant in the moment's zone, lies.
     * Weeks start on Monday; fiscal units are those of the catalogue.
     *
     * @param field a field of days or instants, with one value at most
     * @param unit the unit
     * @param <S> the subject
     * @return the key
     */
    static <S> TableKey<S> by(Field<S, ?> field, CalendarUnit unit) {
        return new Calendar<>(field, unit);
    }

    /**
     * Returns a key that is the currency of an amount: amounts of several currencies do not add up.
     *
     * @param field a field of money, with one value at most
     * @param <S> the subject
     * @return the key
     */
    static <S> TableKey<S> currencyOf(Field<S, Money> field) {
        return new OfCurrency<>(field);
    }

    /**
     * The value itself.
     *
     * @param field a field with one value at most; no money
     * @param <S> the subject
     */
    record Value<S>(Field<S, ?> field) implements TableKey<S> {

        /**
         * Checks the field.
         *
         * @param field a field with one value at most; no money
         */
        public Value {
            TableMeasure.checkOne(field);
            if (field.type().kind() == FieldType.Kind.MONEY) {
                throw new Invalid(field.name(), "no money; its currency is a key");
            }
        }
    }

    /**
     * The first day of a calendar unit.
     *
     * @param field a field of days or instants, with one value at most
     * @param unit the unit
     * @param <S> the subject
     */
    record Calendar<S>(Field<S, ?> field, CalendarUnit unit) implements TableKey<S> {

        /**
         * Checks the field.
         *
         * @param field a field of days or instants, with one value at most
         * @param unit the unit
         */
        public Calendar {
            TableMeasure.checkOne(field);
            FieldType.Kind kind = field.type().kind();
            if (kind != FieldType.Kind.DATE && kind != FieldType.Kind.INSTANT) {
                throw new Invalid(field.name(), "days or instants are expected, found " + field.type());
            }
        }
    }

    /**
     * The currency of an amount.
     *
     * @param field a field of money, with one value at most
     * @param <S> the subject
     */
    record OfCurrency<S>(Field<S, Money> field) implements TableKey<S> {

        /**
         * Checks the field.
         *
         * @param field a field of money, with one value at most
         */
        public OfCurrency {
            TableMeasure.checkOne(field);
        }
    }
}
