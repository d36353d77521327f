package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.FieldType;

/**
 * What one value must pass, built by {@link Tests}. A missing value passes none.
 *
 * @param <V> the class of the value
 */
public sealed interface ValueTest<V> {

    /** The most elements a list of values may have. */
    int MAX_ELEMENTS = 10_000;

    /** The furthest period that may be named, in units from the present one. */
    int MAX_PERIODS = 10_000;

    /**
     * Checks that this test suits a type.
     *
     * @param path what is tested, for the message
     * @param type the type of the field or measure
     * @throws Invalid if it does not
     */
    void checkAgainst(String path, FieldType<V> type);

    /**
     * Equal to a value: text by code point, money in amount and currency.
     *
     * @param value the value
     * @param <V> its class
     */
    record Is<V>(V value) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param value the value
         */
        public Is {
            value = Operands.kept(value);
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            Operands.checkClass(path, type, value);
        }
    }

    /**
     * Equal to one of several values.
     *
     * @param values at most 10,000; none makes it false
     * @param <V> their class
     */
    record In<V>(Set<V> values) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param values at most 10,000; none makes it false
         */
        public In {
            if (values.size() > MAX_ELEMENTS) {
                throw new Invalid("in", "at most " + MAX_ELEMENTS + " values, found " + values.size());
            }
            Set<V> copy = new LinkedHashSet<>();
            values.forEach(v -> copy.add(Operands.kept(v)));
            values = Collections.unmodifiableSet(copy);
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            values.forEach(v -> Operands.checkClass(path, type, v));
        }
    }

    /**
     * Not below one value and not above another, both ends in; money of the same currency only.
     *
     * @param atLeast the lower end, or null for none
     * @param atMost the upper end, or null for none
     * @param <V> their class
     */
    record Range<V>(@Nullable V atLeast, @Nullable V atMost) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param atLeast the lower end, or null for none
         * @param atMost the upper end, or null for none
         */
        public Range {
            if (atLeast == null && atMost == null) {
                throw new Invalid("range", "needs at least one end");
            }
            atLeast = atLeast == null ? null : Operands.kept(atLeast);
            atMost = atMost == null ? null : Operands.kept(atMost);
            if (atLeast != null && atMost != null && Operands.compare(atLeast, atMost) > 0) {
                throw new Invalid("range", "is empty: " + atLeast + " to " + atMost);
            }
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            if (!type.isOrdered()) {
                throw new Invalid(path, type + " has no order; use is, in or a text test");
            }
            if (atLeast != null) {
                Operands.checkClass(path, type, atLeast);
            }
            if (atMost != null) {
                Operands.checkClass(path, type, atMost);
            }
        }
    }

    /**
     * A text that contains, begins with, ends with or equals another, by code point.
     *
     * @param kind how
     * @param text the other text, not empty
     * @param ignoringCase whether both are folded first ({@link Text#fold})
     */
    record TextMatch(Kind kind, String text, boolean ignoringCase) implements ValueTest<String> {

        /** How texts are compared. */
        public enum Kind {
            /** Holds the other text somewhere. */
            CONTAINS,
            /** Begins with the other text. */
            STARTS_WITH,
            /** Ends with the other text. */
            ENDS_WITH,
            /** Equals the other text; useful with case ignored. */
            EQUALS
        }

        /**
         * Checks and copies what it is given.
         *
         * @param kind how
         * @param text the other text, not empty
         * @param ignoringCase whether both are folded first ({@link Text#fold})
         */
        public TextMatch {
            text = Text.of("text", text);
            if (text.isEmpty() || text.length() > 1_000) {
                throw new Invalid("text", "1 to 1,000 characters, found " + text.length());
            }
        }

        @Override
        public void checkAgainst(String path, FieldType<String> type) {
            if (type.kind() != FieldType.Kind.TEXT) {
                throw new Invalid(path, "text tests need a text, found " + type);
            }
        }
    }

    /**
     * Not missing.
     *
     * @param <V> the class of the value
     */
    record Present<V>() implements ValueTest<V> {

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            // every type can be present
        }
    }

    /**
     * As old as a duration, or not older, at the moment. A value in the future has no age and passes neither.
     *
     * <p>A {@link Duration} is exact time for instants and whole days of the calendar for dates; a {@link Period} counts
     * calendar units in the moment's zone.
     *
     * @param atLeast true for at least that old, false for at most; both include the exact age
     * @param age a {@link Duration} or {@link Period}, not negative
     * @param <V> {@link Instant} or {@link LocalDate}
     */
    record Age<V>(boolean atLeast, TemporalAmount age) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param atLeast true for at least that old, false for at most; both include the exact age
         * @param age a {@link Duration} or {@link Period}, not negative
         */
        public Age {
            boolean legal = age instanceof Duration duration
                    ? Operands.isPlainSpan(duration)
                    : age instanceof Period period && Operands.isPlainSpan(period);
            if (!legal) {
                throw new Invalid("age", "a duration or calendar period of 0 to 1,000 years, to the microsecond");
            }
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            Operands.checkTemporal(path, type, "an age");
            if (type.kind() == FieldType.Kind.DATE
                    && age instanceof Duration d
                    && !d.equals(Duration.ofDays(d.toDays()))) {
                throw new Invalid(path, "the age of a date counts whole days, found " + d);
            }
        }
    }

    /**
     * Within calendar periods counted from the one the moment lies in, in the moment's zone.
     *
     * @param unit the length of a period
     * @param first the first period: 0 is this one, -1 the last, 1 the next
     * @param last the last period, not before the first
     * @param <V> {@link Instant} or {@link LocalDate}
     */
    record InPeriod<V>(CalendarUnit unit, int first, int last) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param unit the length of a period
         * @param first the first period: 0 is this one, -1 the last, 1 the next
         * @param last the last period, not before the first
         */
        public InPeriod {
            if (first > last || first < -MAX_PERIODS || last > MAX_PERIODS) {
                throw new Invalid(
                        "inPeriod",
                        "first must not lie behind last, both within " + MAX_PERIODS + ", found " + first + " to "
                                + last);
            }
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            Operands.checkTemporal(path, type, "a period");
        }
    }

    /**
     * An anniversary of the value falls on the moment's day or one of the days behind it. 29 February counts on 28
     * February in other years. The day itself, in its first year, is no anniversary.
     *
     * @param days how many days ahead, 0 (today) to 365
     * @param <V> {@link LocalDate}, or {@link Instant} for its local date
     */
    record AnniversaryWithin<V>(int days) implements ValueTest<V> {

        /**
         * Checks and copies what it is given.
         *
         * @param days how many days ahead, 0 (today) to 365
         */
        public AnniversaryWithin {
            if (days < 0 || days > 365) {
                throw new Invalid("anniversaryWithin", "0 to 365 days, found " + days);
            }
        }

        @Override
        public void checkAgainst(String path, FieldType<V> type) {
            Operands.checkTemporal(path, type, "an anniversary");
        }
    }
}
