package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** The small machines that columns are made of. */
class ColumnArraysPropertyTest {

    private static final Moment NOW = new Moment(Instant.EPOCH, ZoneId.of("UTC"));

    /** Narrow and wide, near zero and at the ends, in steps and at random, with holes. */
    @Provide
    Arbitrary<long[]> columns() {
        return Arbitraries.of(1L, 7L, 1_000_000L, 86_400_000_000L)
                .flatMap(step -> Arbitraries.of(3L, 250L, 60_000L, 3_000_000_000L)
                        .flatMap(width -> Arbitraries.oneOf(
                                        Arbitraries.longs()
                                                .between(-width, width)
                                                .map(n -> n * step % 1_000_000_000_000_000_000L),
                                        Arbitraries.just(FieldType.MISSING))
                                .array(long[].class)
                                .ofMaxSize(60)));
    }

    @Property
    void aColumnGivesBackWhatWentIn(@ForAll("columns") long[] column, @ForAll boolean extreme) {
        long[] values = column.clone();
        if (extreme && values.length > 1) {
            values[0] = Long.MAX_VALUE;
            values[values.length - 1] = Long.MIN_VALUE + 1;
        }
        LongBlock block = LongBlock.of(values);
        long[] copy = new long[values.length];
        block.copyTo(copy, new int[values.length]);
        assertThat(copy).containsExactly(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(block.get(i)).isEqualTo(values[i]);
        }
    }

    @Property
    void rowsInRangesAreKept(
            @ForAll("columns") long[] column, @ForAll("columns") long[] ends, @ForAll @LongRange(max = 3) long how) {
        FieldType<BigDecimal> type = FieldType.INTEGER;
        List<BigDecimal> values = IntStream.range(0, ends.length)
                .filter(i -> ends[i] != FieldType.MISSING)
                .mapToObj(i -> BigDecimal.valueOf(ends[i]))
                .toList();
        ValueTest<BigDecimal> test = values.isEmpty()
                ? Tests.present()
                : how == 0
                        ? Tests.atLeast(values.get(0))
                        : how == 1
                                ? Tests.atMost(values.get(0))
                                : how == 2
                                        ? Tests.between(
                                                values.get(0), values.get(0).max(values.get(values.size() - 1)))
                                        : Tests.in(values);
        LongRanges ranges =
                CompiledTest.of(test, type, FiscalCalendar.calendarYear()).rangesAt(NOW);
        int[] rows = IntStream.range(0, column.length).filter(i -> i % 5 != 3).toArray();
        int[] expected = IntStream.of(rows)
                .filter(i -> column[i] != FieldType.MISSING && ranges.contains(column[i]))
                .toArray();
        int kept = LongBlock.of(column).keep(ranges, rows, rows.length, rows, new Scratch());
        assertThat(IntStream.range(0, kept).map(i -> rows[i]))
                .containsExactly(IntStream.of(expected).boxed().toArray(Integer[]::new));
    }

    /** Facts stand by time; windows of recent and of all times are cut out of them. */
    @Property
    void windowsAreStretchesOfSortedTimes(
            @ForAll("columns") long[] column, @ForAll long one, @ForAll long other, @ForAll boolean ever) {
        long[] times = column.clone();
        int half = times.length / 2;
        Arrays.sort(times, 0, half);
        Arrays.sort(times, half, times.length);
        int[] offsets = {0, half, times.length};
        long from = ever ? FieldType.MISSING : Math.max(FieldType.MISSING + 1, Math.min(one, other));
        long to = Math.max(one, other);
        int[] firsts = new int[2];
        int[] ends = new int[2];
        LongBlock.of(times).windows(from, to, offsets, new int[] {0, 1}, 2, firsts, ends);
        for (int row = 0; row < 2; row++) {
            int[] expected = IntStream.range(offsets[row], offsets[row + 1])
                    .filter(i -> times[i] >= from && times[i] <= to)
                    .toArray();
            assertThat(IntStream.range(firsts[row], ends[row])).hasSize(expected.length);
            if (expected.length > 0) {
                assertThat(firsts[row]).isEqualTo(expected[0]);
            }
        }
    }

    @Property(tries = 100)
    void calendarDaysAreThoseOfTheZone(
            @ForAll List<@LongRange(min = -3_000_000_000_000_000L, max = 4_000_000_000_000_000L) Long> instants,
            @ForAll("zones") ZoneId zone) {
        CalendarDays days = new CalendarDays(
                true, CalendarUnit.DAY, FiscalCalendar.calendarYear(), new Moment(Instant.EPOCH, zone));
        for (long micros : instants) {
            assertThat(days.start(days.codeOf(micros)))
                    .isEqualTo(LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone));
        }
    }

    /** Every quarter of an hour of some days around the changes: clocks that went back over midnight among them. */
    @Example
    void calendarDaysAreRightAroundEveryChangeOfTheClocks() {
        for (String id : List.of("America/St_Johns", "Pacific/Apia", "Africa/Monrovia", "Asia/Beirut")) {
            ZoneId zone = ZoneId.of(id);
            Moment moment = new Moment(Instant.EPOCH, zone);
            CalendarDays days = new CalendarDays(true, CalendarUnit.DAY, FiscalCalendar.calendarYear(), moment);
            zone.getRules().getTransitions().forEach(change -> {
                for (int quarter = -100; quarter <= 100; quarter++) {
                    Instant at = change.getInstant().plus(quarter * 15L, ChronoUnit.MINUTES);
                    for (long micro : new long[] {-1, 0, 1}) {
                        Instant near = at.plus(micro, ChronoUnit.MICROS);
                        assertThat(days.start(days.codeOf(FieldType.INSTANT.toLong(near))))
                                .isEqualTo(LocalDate.ofInstant(near, zone));
                    }
                }
            });
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia")
                .map(ZoneId::of);
    }

    @Property(tries = 200)
    void longsAreNumberedInTheOrderInWhichTheyCome(@ForAll List<Long> keys) {
        LongCodes codes = new LongCodes();
        Map<Long, Integer> expected = new LinkedHashMap<>();
        for (long key : keys) {
            expected.putIfAbsent(key, expected.size());
            assertThat(codes.codeOf(key)).isEqualTo(expected.get(key));
        }
        expected.forEach((key, code) -> assertThat(codes.key(code)).isEqualTo(key));
    }

    @Example
    void idsOfEveryFormAreGivenBack() {
        List<String> uuids = IntStream.range(0, 50)
                .mapToObj(i -> new UUID(i * 31L, ~i).toString())
                .toList();
        List<String> odd = List.of("1", "a-B_9", new UUID(1, 2).toString().toUpperCase(Locale.ROOT));
        for (List<String> ids : List.of(uuids, odd, List.of(uuids.get(3), "x"))) {
            IdBlock block = IdBlock.of(ids);
            assertThat(IntStream.range(0, block.size()).mapToObj(block::get)).containsExactlyElementsOf(ids);
        }
        assertThat(IdBlock.of(uuids).bytes()).isLessThan(50 * 18);
    }
}
