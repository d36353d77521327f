package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * By what the rows of a report are told apart. Subjects without a value make a row of their own, so nothing is left out.
 * A field with several values is refused: a subject would stand in several rows, and they would not add up.
 *
 * @param <S> the subject
 */
public sealed interface Dimension<S> permits Dimension.Values, Dimension.Time, Dimension.Bands, Dimension.Groups {

    /** {@return the name of its column, unique in the report} */
    String name();

    /** {@return the field, with one value at most; a path field too} */
    Field<S, ?> field();

    /** {@return what its column is called; null for the words of the field} */
    @Nullable
    Label label();

    /**
     * Returns the dimension of the values of a field as they are, named like the field.
     *
     * @param field any field but money, with one value at most
     * @param <S> the subject
     * @return the dimension
     * @throws Invalid if the field has several values or holds money
     */
    static <S> Dimension<S> of(Field<S, ?> field) {
        return new Values<>(field.name(), field, null);
    }

    /**
     * Returns the dimension of units of time, named like the field.
     *
     * @param field a field of days or instants
     * @param bucket the unit
     * @param <S> the subject
     * @return the dimension
     * @throws Invalid if the field has several values or holds no time
     */
    static <S> Dimension<S> of(Field<S, ?> field, TimeBucket bucket) {
        return new Time<>(field.name(), field, bucket, null);
    }

    /**
     * One row for each value.
     *
     * @param name the name of its column
     * @param field any field but money, with one value at most
     * @param label what its column is called; null for the words of the field
     * @param <S> the subject
     */
    record Values<S>(
            String name, Field<S, ?> field, @Nullable Label label) implements Dimension<S> {

        /**
         * Checks the field.
         *
         * @param name the name of its column
         * @param field any field but money, with one value at most
         * @param label what its column is called; null for the words of the field
         * @throws Invalid if the field has several values or holds money
         */
        public Values {
            name = Names.checked("dimension.name", name);
            Names.one("dimension." + name, field);
            if (field.type().kind() == FieldType.Kind.MONEY) {
                throw new Invalid("dimension." + name, "no money; put a number into bands instead");
            }
        }
    }

    /**
     * One row for each unit of time. As the only dimension of a report in its own order, units between the first and the
     * last in which nothing happened have a row too.
     *
     * @param name the name of its column
     * @param field a field of days or instants; an instant belongs to its day in the zone of the moment
     * @param bucket the unit
     * @param label what its column is called; null for the words of the field
     * @param <S> the subject
     */
    record Time<S>(
            String name,
            Field<S, ?> field,
            TimeBucket bucket,
            @Nullable Label label) implements Dimension<S> {

        /**
         * Checks the field.
         *
         * @param name the name of its column
         * @param field a field of days or instants; an instant belongs to its day in the zone of the moment
         * @param bucket the unit
         * @param label what its column is called; null for the words of the field
         * @throws Invalid if the field has several values or holds no time
         */
        public Time {
            name = Names.checked("dimension.name", name);
            Names.one("dimension." + name, field);
            FieldType.Kind kind = field.type().kind();
            if (kind != FieldType.Kind.DATE && kind != FieldType.Kind.INSTANT) {
                throw new Invalid("dimension." + name, "days or instants are expected, found " + field.type());
            }
        }
    }

    /**
     * One row for each band of numbers: below the first bound, from each bound to below the next, from the last on.
     *
     * @param name the name of its column
     * @param field a field of numbers
     * @param bounds 1 to 100, ascending, of at most 18 digits before and 18 behind the point
     * @param label what its column is called; null for the words of the field
     * @param <S> the subject
     */
    record Bands<S>(
            String name,
            Field<S, ?> field,
            List<BigDecimal> bounds,
            @Nullable Label label) implements Dimension<S> {

        /**
         * Checks the field and the bounds.
         *
         * @param name the name of its column
         * @param field a field of numbers
         * @param bounds 1 to 100, ascending, of at most 18 digits before and 18 behind the point
         * @param label what its column is called; null for the words of the field
         * @throws Invalid if the field has several values or holds no numbers, or the bounds do not ascend
         */
        public Bands {
            name = Names.checked("dimension.name", name);
            Names.one("dimension." + name, field);
            String path = "dimension." + name + ".bands";
            List<BigDecimal> plain = new ArrayList<>();
            for (int i = 0; i < bounds.size(); i++) {
                plain.add(Names.number(path + "[" + i + "]", bounds.get(i)));
            }
            bounds = List.copyOf(plain);
            if (field.type().kind() != FieldType.Kind.NUMBER) {
                throw new Invalid("dimension." + name, "a number is expected, found " + field.type());
            }
            if (bounds.isEmpty() || bounds.size() > 100) {
                throw new Invalid(path, "1 to 100 bounds, found " + bounds.size());
            }
            for (int i = 1; i < bounds.size(); i++) {
                if (bounds.get(i - 1).compareTo(bounds.get(i)) >= 0) {
                    throw new Invalid(path + "[" + i + "]", "above the bound before it");
                }
            }
        }
    }

    /**
     * One row for each group of values, in the order of the groups; a value in no group has a row of its own behind them.
     *
     * @param name the name of its column
     * @param field a field of texts, codes or ids
     * @param groups 1 to 200 groups; a value is in one of them at most
     * @param label what its column is called; null for the words of the field
     * @param <S> the subject
     */
    record Groups<S>(
            String name,
            Field<S, ?> field,
            List<Group> groups,
            @Nullable Label label) implements Dimension<S> {

        /**
         * Checks the field and the groups.
         *
         * @param name the name of its column
         * @param field a field of texts, codes or ids
         * @param groups 1 to 200 groups; a value is in one of them at most
         * @param label what its column is called; null for the words of the field
         * @throws Invalid if the field has several values or another type, or a value or key stands twice
         */
        public Groups {
            name = Names.checked("dimension.name", name);
            Names.one("dimension." + name, field);
            groups = List.copyOf(groups);
            FieldType.Kind kind = field.type().kind();
            if (field.type().isLong() || kind == FieldType.Kind.MONEY) {
                throw new Invalid("dimension." + name, "texts, codes or ids are expected, found " + field.type());
            }
            if (groups.isEmpty() || groups.size() > 200) {
                throw new Invalid("dimension." + name + ".groups", "1 to 200 groups, found " + groups.size());
            }
            Set<String> keys = new HashSet<>();
            Set<String> values = new HashSet<>();
            for (int i = 0; i < groups.size(); i++) {
                boolean fresh = keys.add(groups.get(i).key());
                for (String value : groups.get(i).values()) {
                    fresh &= values.add(value);
                }
                if (!fresh) {
                    throw new Invalid("dimension." + name + ".groups[" + i + "]", "a key or value stands twice");
                }
            }
        }
    }

    /**
     * Values that make one row.
     *
     * @param key the key of the row, the same in every language
     * @param label what the row is called
     * @param values the text forms of the values, at most 1,000
     */
    record Group(String key, Label label, List<String> values) {

        /**
         * Checks and copies what it is given.
         *
         * @param key the key of the row, the same in every language
         * @param label what the row is called
         * @param values the text forms of the values, at most 1,000
         * @throws Invalid if the key is blank or there are too many values
         */
        public Group {
            key = Text.required("group.key", key, 200);
            values = List.copyOf(values);
            if (values.size() > 1_000) {
                throw new Invalid("group.values", "at most 1000 values, found " + values.size());
            }
        }
    }
}
