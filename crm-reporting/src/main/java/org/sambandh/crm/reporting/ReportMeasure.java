package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What is measured of the subjects in each row. A missing value is measured by nothing: it is in no sum, no average and no
 * minimum.
 *
 * @param <S> the subject
 */
public sealed interface ReportMeasure<S>
        permits ReportMeasure.Count,
                ReportMeasure.OfField,
                ReportMeasure.Weighted,
                ReportMeasure.Distinct,
                ReportMeasure.Share,
                ReportMeasure.Ratio {

    /** {@return the name of its column, unique in the report; columns of money add the currency} */
    String name();

    /** {@return what its column is called; null for our own words} */
    @Nullable
    Label label();

    /**
     * Returns this measure with words of its own.
     *
     * @param label what its column is called
     * @return the measure
     */
    ReportMeasure<S> labelled(Label label);

    /**
     * Returns how many subjects there are.
     *
     * @param name the name of its column
     * @param <S> the subject
     * @return the measure
     */
    static <S> ReportMeasure<S> count(String name) {
        return new Count<>(name, Conditions.always(), null);
    }

    /**
     * Returns how many subjects there are of which a condition holds.
     *
     * @param name the name of its column
     * @param where the condition
     * @param <S> the subject
     * @return the measure
     */
    static <S> ReportMeasure<S> count(String name, Condition<S> where) {
        return new Count<>(name, where, null);
    }

    /**
     * Returns the sum of a field.
     *
     * @param name the name of its column
     * @param field a number or money
     * @param <S> the subject
     * @return the measure
     * @throws Invalid if the field is neither, or has several values
     */
    static <S> ReportMeasure<S> sum(String name, Field<S, ?> field) {
        return new OfField<>(name, Kind.SUM, field, Conditions.always(), null);
    }

    /**
     * Returns the sum of a field over the subjects of which a condition holds.
     *
     * @param name the name of its column
     * @param field a number or money
     * @param where the condition
     * @param <S> the subject
     * @return the measure
     * @throws Invalid if the field is neither, or has several values
     */
    static <S> ReportMeasure<S> sum(String name, Field<S, ?> field, Condition<S> where) {
        return new OfField<>(name, Kind.SUM, field, where, null);
    }

    /**
     * Returns an amount times a share, added up: the weighted pipeline.
     *
     * @param name the name of its column
     * @param amount the money
     * @param by the share
     * @param <S> the subject
     * @return the measure
     * @throws Invalid if a field has several values
     */
    static <S> ReportMeasure<S> weighted(String name, Field<S, Money> amount, Field<S, BigDecimal> by) {
        return new Weighted<>(name, amount, by, Conditions.always(), null);
    }

    /**
     * Returns which share of the subjects passes a condition, with its confidence interval.
     *
     * @param name the name of its column
     * @param part what must hold of the part
     * @param whole what must hold of the whole, of which the part is taken
     * @param <S> the subject
     * @return the measure
     */
    static <S> ReportMeasure<S> share(String name, Condition<S> part, Condition<S> whole) {
        return new Share<>(name, part, whole, null, null);
    }

    /** What is made of the values of a field. */
    enum Kind {
        /** All of them added up; 0 over none. Of numbers and money. */
        SUM,
        /** Sum / count, six decimals, or those of the currency; no data over none. Of numbers and money. */
        AVERAGE,
        /** The smallest, or the earliest; no data over none. */
        MIN,
        /** The largest, or the latest; no data over none. */
        MAX
    }

    /**
     * How many subjects there are.
     *
     * @param name the name of its column
     * @param where what must hold of them
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record Count<S>(
            String name, Condition<S> where, @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks the name.
         *
         * @param name the name of its column
         * @param where what must hold of them
         * @param label what its column is called; null for our own words
         * @throws Invalid if the name is none
         */
        public Count {
            name = Names.checked("measure.name", name);
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new Count<>(name, where, words);
        }
    }

    /**
     * What the values of a field come to.
     *
     * @param name the name of its column
     * @param kind sum, average, smallest or largest
     * @param field a number or money; for the smallest and largest a day or an instant too
     * @param where what must hold of the subjects
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record OfField<S>(
            String name,
            Kind kind,
            Field<S, ?> field,
            Condition<S> where,
            @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks the field.
         *
         * @param name the name of its column
         * @param kind sum, average, smallest or largest
         * @param field a number or money; for the smallest and largest a day or an instant too
         * @param where what must hold of the subjects
         * @param label what its column is called; null for our own words
         * @throws Invalid if the field has several values, or cannot be measured so
         */
        public OfField {
            name = Names.checked("measure.name", name);
            Names.one("measure." + name, field);
            boolean legal = switch (field.type().kind()) {
                case NUMBER, MONEY -> true;
                case DATE, INSTANT -> kind == Kind.MIN || kind == Kind.MAX;
                case TEXT, CODE, REFERENCE, BOOLEAN -> false;
            };
            if (!legal) {
                throw new Invalid("measure." + name, "no " + kind + " of a field of type " + field.type());
            }
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new OfField<>(name, kind, field, where, words);
        }
    }

    /**
     * An amount times a share, added up.
     *
     * @param name the name of its column
     * @param amount the money
     * @param by the share; where it is missing, so is the amount
     * @param where what must hold of the subjects
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record Weighted<S>(
            String name,
            Field<S, Money> amount,
            Field<S, BigDecimal> by,
            Condition<S> where,
            @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks the fields.
         *
         * @param name the name of its column
         * @param amount the money
         * @param by the share; where it is missing, so is the amount
         * @param where what must hold of the subjects
         * @param label what its column is called; null for our own words
         * @throws Invalid if a field has several values
         */
        public Weighted {
            name = Names.checked("measure.name", name);
            Names.one("measure." + name, amount);
            Names.one("measure." + name, by);
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new Weighted<>(name, amount, by, where, words);
        }
    }

    /**
     * How many different values there are. Rows do not add up to the total where two of them share a value.
     *
     * @param name the name of its column
     * @param field any field but money, with one value at most
     * @param where what must hold of the subjects
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record Distinct<S>(
            String name,
            Field<S, ?> field,
            Condition<S> where,
            @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks the field.
         *
         * @param name the name of its column
         * @param field any field but money, with one value at most
         * @param where what must hold of the subjects
         * @param label what its column is called; null for our own words
         * @throws Invalid if the field has several values or holds money
         */
        public Distinct {
            name = Names.checked("measure.name", name);
            Names.one("measure." + name, field);
            if (field.type().kind() == FieldType.Kind.MONEY) {
                throw new Invalid("measure." + name, "no money is counted by its value");
            }
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new Distinct<>(name, field, where, words);
        }
    }

    /**
     * Which share a part is of its whole, from 0 to 1: by count, with the interval in which it lies with 95 % confidence
     * ({@link Wilson}), or by the value of a field. Over a whole of nothing there is no data.
     *
     * @param name the name of its column
     * @param part what must hold of the part; the whole holds of it too
     * @param whole what must hold of the whole
     * @param byValue the number or money whose sums are compared; null to compare counts
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record Share<S>(
            String name,
            Condition<S> part,
            Condition<S> whole,
            @Nullable Field<S, ?> byValue,
            @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks the field.
         *
         * @param name the name of its column
         * @param part what must hold of the part; the whole holds of it too
         * @param whole what must hold of the whole
         * @param byValue the number or money whose sums are compared; null to compare counts
         * @param label what its column is called; null for our own words
         * @throws Invalid if the field has several values, or is neither number nor money
         */
        public Share {
            name = Names.checked("measure.name", name);
            if (byValue != null) {
                new OfField<>(name, Kind.SUM, byValue, whole, null);
            }
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new Share<>(name, part, whole, byValue, words);
        }
    }

    /**
     * One measure divided by another, six decimals, half up: interactions for each customer. No data where the second is
     * zero or has no data.
     *
     * @param name the name of its column
     * @param part a count, a distinct count, or a number's sum, average, smallest or largest
     * @param of the same
     * @param label what its column is called; null for our own words
     * @param <S> the subject
     */
    record Ratio<S>(
            String name,
            ReportMeasure<S> part,
            ReportMeasure<S> of,
            @Nullable Label label) implements ReportMeasure<S> {

        /**
         * Checks both measures.
         *
         * @param name the name of its column
         * @param part a count, a distinct count, or a number's sum, average, smallest or largest
         * @param of the same
         * @param label what its column is called; null for our own words
         * @throws Invalid if one of them is something else
         */
        public Ratio {
            name = Names.checked("measure.name", name);
            checkPlain("measure." + name + ".ratio", part);
            checkPlain("measure." + name + ".to", of);
        }

        @Override
        public ReportMeasure<S> labelled(Label words) {
            return new Ratio<>(name, part, of, words);
        }

        private static void checkPlain(String path, ReportMeasure<?> measure) {
            boolean number = measure instanceof OfField<?> f && f.field().type().kind() == FieldType.Kind.NUMBER;
            if (!number && !(measure instanceof Count) && !(measure instanceof Distinct)) {
                throw new Invalid(path, "a count or a measure of a number is expected");
            }
        }
    }
}
