package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;

/**
 * The ranges of a test at a moment hold exactly the values that pass it then. Asked of values anywhere, and of those on
 * either side of every end that the ranges name, and of those where it should lie.
 */
class RangesPropertiesTest {

    @Provide
    Arbitrary<Moment> moments() {
        Arbitrary<Moment> far = Combinators.combine(
                        Arbitraries.of(
                                FieldType.MIN_MICROS,
                                FieldType.MIN_MICROS + 1_000_000_000_000_000L,
                                FieldType.MAX_MICROS - 1_000_000_000_000_000L,
                                FieldType.MAX_MICROS),
                        Samples.moments())
                .as((form, moment) ->
                        new Moment(Objects.requireNonNull(FieldType.INSTANT.ofLong(form)), moment.zone()));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(12, Samples.moments()), net.jqwik.api.Tuple.of(1, far));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Samples.instants();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Samples.dates();
    }

    @Provide
    Arbitrary<ValueTest<Instant>> testsOfInstants() {
        return Arbitraries.oneOf(Samples.temporalTests(Samples.instants()), manyPeriods());
    }

    @Provide
    Arbitrary<ValueTest<LocalDate>> testsOfDates() {
        return Arbitraries.oneOf(Samples.temporalTests(Samples.dates()), manyPeriods());
    }

    @Provide
    Arbitrary<Window> windows() {
        return Samples.windows();
    }

    @Provide
    Arbitrary<ValueTest<BigDecimal>> testsOfNumbers() {
        return Samples.ordered(Arbitraries.oneOf(
                Samples.numbers(),
                Arbitraries.of("0.0001", "-0.0001", "1.0005", "999999999999999999", "-999999999999999999.5")
                        .map(BigDecimal::new)));
    }

    private static <V> Arbitrary<ValueTest<V>> manyPeriods() {
        Arbitrary<Period> lengths = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 40))
                .as((months, days) -> Period.of(0, months, days));
        return Combinators.combine(lengths, Arbitraries.of(true, false))
                .as((length, atLeast) -> new ValueTest.Age<>(atLeast, length));
    }

    private static <V> void agree(CompiledTest<V> test, V value, Moment moment) {
        long form = test.type().toLong(value);
        boolean passes = test.passes(value, moment);
        LongRanges ranges = test.rangesAt(moment);
        String what = value + " (" + form + ") at " + moment + " in " + (ranges.count() < 5 ? ranges : "many");
        if (ranges.decides(form)) {
            assertThat(ranges.contains(form)).as(what).isEqualTo(passes);
        }
        if (test.type().isExact(form)) {
            assertThat(test.passesLong(form, moment)).as(what).isEqualTo(passes);
        }
    }

    private static void agree(CompiledTest<Instant> test, Instant value, Instant other, Moment moment) {
        List<Instant> values = new ArrayList<>(List.of(value, other, moment.at()));
        for (long form : around(test.rangesAt(moment))) {
            if (FieldType.INSTANT.isExact(form)) {
                values.add(Objects.requireNonNull(FieldType.INSTANT.ofLong(form)));
            }
        }
        for (Instant each : values) {
            agree(test, each.truncatedTo(ChronoUnit.MICROS), moment);
        }
    }

    /** The forms on either side of the first and last ends, and of some in the middle. */
    private static List<Long> around(LongRanges ranges) {
        List<Long> forms = new ArrayList<>();
        for (int i = 0; i < ranges.count(); i++) {
            if (i < 8 || i >= ranges.count() - 8) {
                for (int step = -1; step <= 1; step++) {
                    forms.add(ranges.low(i) + step);
                    forms.add(ranges.high(i) + step);
                    forms.add(ranges.high(i) + step * 3_600_000_000L);
                }
            }
        }
        return forms;
    }

    /** Instants with an age near the edge: every quarter of an hour of the days around it. */
    private static Instant near(Moment moment, ValueTest<Instant> test, int quarters) {
        Period age = test instanceof ValueTest.Age<Instant> a && a.age() instanceof Period p ? p : Period.ZERO;
        try {
            return moment.dateTime().minus(age).toInstant().plusSeconds(quarters * 900L);
        } catch (java.time.DateTimeException | ArithmeticException e) {
            return moment.at();
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void rangesOfInstantsHoldThoseThatPass(
            @ForAll("testsOfInstants") ValueTest<Instant> test,
            @ForAll("instants") Instant value,
            @ForAll("moments") Moment moment,
            @ForAll @net.jqwik.api.constraints.IntRange(min = -500, max = 500) int quarters) {
        agree(
                CompiledTest.of(test, FieldType.INSTANT, Shop.CATALOG.fiscalCalendar()),
                value,
                near(moment, test, quarters),
                moment);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void rangesOfDatesHoldThoseThatPass(
            @ForAll("testsOfDates") ValueTest<LocalDate> test,
            @ForAll("dates") LocalDate value,
            @ForAll("moments") Moment moment) {
        CompiledTest<LocalDate> compiled = CompiledTest.of(test, FieldType.DATE, Shop.CATALOG.fiscalCalendar());
        agree(compiled, value, moment);
        for (long form : around(compiled.rangesAt(moment))) {
            if (form >= LocalDate.MIN.toEpochDay() && form <= LocalDate.MAX.toEpochDay()) {
                agree(compiled, LocalDate.ofEpochDay(form), moment);
            }
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void rangesOfAWindowHoldTheFactsThatAreSeen(
            @ForAll("windows") Window window, @ForAll("instants") Instant value, @ForAll("moments") Moment moment) {
        CompiledTest<Instant> compiled = CompiledTest.of(window);
        agree(compiled, value, value, moment);
        assertThat(compiled.passes(null, moment)).isEqualTo(window instanceof Window.Ever);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void rangesOfNumbersHoldThoseThatPass(
            @ForAll("testsOfNumbers") ValueTest<BigDecimal> test, @ForAll("moments") Moment moment) {
        for (int scale : new int[] {0, 3}) {
            FieldType<BigDecimal> type = FieldType.number(scale);
            CompiledTest<BigDecimal> compiled = CompiledTest.of(test, type, Shop.CATALOG.fiscalCalendar());
            long last = 999_999_999_999_999_999L;
            for (long form : new long[] {-last, -1_001, -1, 0, 1, 500, 1_000, 1_001, last}) {
                agree(compiled, Objects.requireNonNull(type.ofLong(form)), moment);
            }
            for (long form : around(compiled.rangesAt(moment))) {
                if (Math.abs(form) <= last && form > -last) {
                    agree(compiled, Objects.requireNonNull(type.ofLong(form)), moment);
                }
            }
        }
    }
}
