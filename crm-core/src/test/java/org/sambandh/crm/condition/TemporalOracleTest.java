package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;

/** The tests of time against definitions written down a second time, the slow way round: from the moment back. */
class TemporalOracleTest {

    @Provide
    Arbitrary<Moment> moments() {
        return Samples.moments().filter(m -> isOrdinary(m.at()));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Samples.instants().filter(TemporalOracleTest::isOrdinary);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Samples.dates().filter(d -> d.getYear() > 1 && d.getYear() < 9_000);
    }

    @Provide
    Arbitrary<ValueTest<Object>> ages() {
        return Samples.ages();
    }

    @Provide
    Arbitrary<ValueTest<Object>> periods() {
        return Samples.periods();
    }

    @Provide
    Arbitrary<ValueTest<Object>> anniversaries() {
        return Samples.anniversaries();
    }

    private static boolean isOrdinary(Instant instant) {
        return instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9000-01-01T00:00:00Z"));
    }

    @SuppressWarnings("unchecked") // the tests of time suit dates and instants alike
    private static <V> boolean passes(ValueTest<Object> test, V value, FieldType<V> type, Moment moment) {
        return PreparedTest.of((ValueTest<V>) test, type, Shop.CATALOG.fiscalCalendar())
                .passes(value, moment);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anInstantIsAsOldAsTheTimeThatWentBy(
            @ForAll("ages") ValueTest<Object> test,
            @ForAll("instants") Instant value,
            @ForAll("moments") Moment moment) {
        ValueTest.Age<Object> age = (ValueTest.Age<Object>) test;
        Assume.that(age.age() instanceof Duration);
        Duration old = Duration.between(value, moment.at());
        int compared = old.compareTo((Duration) age.age());
        boolean expected = !old.isNegative() && (age.atLeast() ? compared >= 0 : compared <= 0);
        assertThat(passes(test, value, FieldType.INSTANT, moment)).isEqualTo(expected);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aDateIsAsOldAsTheDaysThatWentBy(
            @ForAll("ages") ValueTest<Object> test,
            @ForAll("dates") LocalDate value,
            @ForAll("moments") Moment moment) {
        ValueTest.Age<Object> age = (ValueTest.Age<Object>) test;
        LocalDate today = moment.date();
        LocalDate reached =
                age.age() instanceof Duration days ? value.plusDays(days.toDays()) : value.plus((Period) age.age());
        boolean expected =
                !value.isAfter(today) && (age.atLeast() ? !today.isBefore(reached) : !today.isAfter(reached));
        assertThat(passes(test, value, FieldType.DATE, moment)).isEqualTo(expected);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aPeriodIsCountedFromTheMomentsOwn(
            @ForAll("periods") ValueTest<Object> test,
            @ForAll("dates") LocalDate value,
            @ForAll("moments") Moment moment) {
        ValueTest.InPeriod<Object> period = (ValueTest.InPeriod<Object>) test;
        long distance = number(value, period.unit()) - number(moment.date(), period.unit());
        assertThat(passes(test, value, FieldType.DATE, moment))
                .isEqualTo(distance >= period.first() && distance <= period.last());
    }

    /** Numbers the periods one behind another; fiscal years start in April. */
    private static long number(LocalDate date, CalendarUnit unit) {
        return switch (unit) {
            case DAY -> date.toEpochDay();
            case WEEK ->
                Math.floorDiv(
                        date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                        .toEpochDay()
                                + 3,
                        7);
            case MONTH -> date.getYear() * 12L + date.getMonthValue();
            case QUARTER, FISCAL_QUARTER -> date.getYear() * 4L + date.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> date.getYear();
            case FISCAL_YEAR -> date.minusMonths(3).getYear();
        };
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anAnniversaryIsFoundByLookingAtEachOfTheDays(
            @ForAll("anniversaries") ValueTest<Object> test,
            @ForAll("dates") LocalDate value,
            @ForAll("moments") Moment moment) {
        int days = ((ValueTest.AnniversaryWithin<Object>) test).days();
        boolean expected = false;
        for (int i = 0; i <= days; i++) {
            LocalDate day = moment.date().plusDays(i);
            long years = day.getYear() - (long) value.getYear();
            expected |= years >= 1 && value.plus(years, ChronoUnit.YEARS).equals(day);
        }
        assertThat(passes(test, value, FieldType.DATE, moment)).isEqualTo(expected);
    }
}
