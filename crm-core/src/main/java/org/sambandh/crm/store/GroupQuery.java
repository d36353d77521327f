package org.sambandh.crm.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What is to be counted and added up, by which keys. Days and instants are grouped as they are, or by day; who asks puts
 * them into weeks or fiscal quarters.
 *
 * @param subject the entity
 * @param condition what must hold of an entity that is counted
 * @param moment the moment of the evaluation
 * @param keys the fields to group by, {@link Field.One} or a {@link Field.Path} that ends in one; none makes one group of
 *     all
 * @param money the money to measure: then entities are grouped by its currency too; null for none
 * @param numbers the numbers, days or instants to measure, {@link Field.One} or a path that ends in one
 * @param days those of the keys of which only the day in the moment's zone is asked for: a store may put instants of one
 *     day together and answer any of them, or the first of the day; it need not
 * @param <T> the entity
 */
public record GroupQuery<T>(
        Class<T> subject,
        Condition<T> condition,
        Moment moment,
        List<Field<T, ?>> keys,
        @Nullable Field<T, Money> money,
        List<Field<T, ?>> numbers,
        List<Field<T, ?>> days) {

    /**
     * Checks that there is one value of each key and number.
     *
     * @param subject the entity
     * @param condition what must hold of an entity that is counted
     * @param moment the moment of the evaluation
     * @param keys the fields to group by, {@link Field.One} or a {@link Field.Path} that ends in one; none makes one
     *     group of all
     * @param money the money to measure: then entities are grouped by its currency too; null for none
     * @param numbers the numbers, days or instants to measure, {@link Field.One} or a path that ends in one
     * @param days those of the keys of which only the day is asked for
     * @throws Invalid if a field has several values, or one to measure has no order
     */
    public GroupQuery {
        keys = List.copyOf(keys);
        numbers = List.copyOf(numbers);
        days = List.copyOf(days);
        for (Field<T, ?> key : keys) {
            checkOne("groupQuery.keys", key);
        }
        for (Field<T, ?> number : numbers) {
            checkOne("groupQuery.numbers", number);
            if (!number.type().isLong() || number.type().kind() == FieldType.Kind.BOOLEAN) {
                throw new Invalid("groupQuery.numbers", "a number, a day or an instant, found " + number.type());
            }
        }
    }

    /**
     * Makes a query of whose keys every instant is asked for.
     *
     * @param subject the entity
     * @param condition what must hold of an entity that is counted
     * @param moment the moment of the evaluation
     * @param keys the fields to group by
     * @param money the money to measure; null for none
     * @param numbers the numbers, days or instants to measure
     * @throws Invalid if a field has several values, or one to measure has no order
     */
    public GroupQuery(
            Class<T> subject,
            Condition<T> condition,
            Moment moment,
            List<Field<T, ?>> keys,
            @Nullable Field<T, Money> money,
            List<Field<T, ?>> numbers) {
        this(subject, condition, moment, keys, money, numbers, List.of());
    }

    /**
     * One group.
     *
     * @param keys the values of the keys in their order, null for a missing one; blank text is missing
     * @param currency the currency of its amounts; null for the entities without an amount, and where no money is asked
     *     for
     * @param count how many entities it has
     * @param amounts of their amounts, in units of the currency; null without a currency
     * @param numbers one for each number asked for
     */
    public record Row(
            List<@Nullable Object> keys,
            @Nullable Currency currency,
            long count,
            @Nullable Measured amounts,
            List<Measured> numbers) {

        /**
         * Copies the lists.
         *
         * @param keys the values of the keys in their order, null for a missing one; blank text is missing
         * @param currency the currency of its amounts; null for the entities without an amount, and where no money is
         *     asked for
         * @param count how many entities it has
         * @param amounts of their amounts, in units of the currency; null without a currency
         * @param numbers one for each number asked for
         */
        public Row {
            keys = Collections.unmodifiableList(new ArrayList<>(keys));
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * What the values of one field come to in one group. Of a day or an instant the {@code long} form is measured
     * ({@link FieldType#toLong}), and its sum is not asked for.
     *
     * @param count how many entities have a value
     * @param sum the exact sum; zero over none
     * @param min the smallest; null over none
     * @param max the largest; null over none
     */
    public record Measured(
            long count,
            BigDecimal sum,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    private static void checkOne(String path, Field<?, ?> field) {
        if (field.isMany()) {
            throw new Invalid(path, "a field with one value at most, found " + field);
        }
    }
}
