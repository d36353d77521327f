package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.LocalDate;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * A test of one value, ready to run. Immutable. Knows nothing of subjects, so that every engine can put its values to
 * the same test: this is where the meaning of a {@link ValueTest} is written down, once.
 *
 * @param <V> the class of the value
 */
interface PreparedTest<V> {

    /** Returns whether a value that is there passes at the moment. */
    boolean passes(V value, Moment moment);

    /** Returns an instant later than the moment before which the answer for this value stays the same. */
    default Instant until(V value, Moment moment) {
        return Verdict.FOREVER;
    }

    /**
     * Prepares a test that suits the type: {@link ValueTest#checkAgainst} was called when the condition was built.
     */
    @SuppressWarnings("unchecked") // checkAgainst made sure that the test is one of values of the type
    static <V> PreparedTest<V> of(ValueTest<V> test, FieldType<V> type, FiscalCalendar fiscalCalendar) {
        boolean isDate = type.kind() == FieldType.Kind.DATE;
        if (test instanceof ValueTest.Is<V> is) {
            return new TimelessTests.Equal<>(is.value());
        } else if (test instanceof ValueTest.In<V> in) {
            return TimelessTests.OneOf.of(in.values());
        } else if (test instanceof ValueTest.Range<V> range) {
            return new TimelessTests.Between<>(range.atLeast(), range.atMost());
        } else if (test instanceof ValueTest.TextMatch match) {
            return (PreparedTest<V>) TimelessTests.Matching.of(match);
        } else if (test instanceof ValueTest.Age<V> age) {
            return (PreparedTest<V>)
                    (isDate
                            ? new TemporalTests.AgeOfDate((ValueTest.Age<LocalDate>) age)
                            : new TemporalTests.AgeOfInstant((ValueTest.Age<Instant>) age));
        } else if (test instanceof ValueTest.InPeriod<V> period) {
            return new TemporalTests.InPeriods<>(period, fiscalCalendar);
        } else if (test instanceof ValueTest.AnniversaryWithin<V> anniversary) {
            return new TemporalTests.Anniversary<>(anniversary.days());
        }
        return new TimelessTests.Anything<>();
    }
}
