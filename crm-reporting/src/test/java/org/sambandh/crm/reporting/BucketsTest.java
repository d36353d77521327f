package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.settings.FiscalCalendar;

class BucketsTest {

    private static final FiscalCalendar APRIL = FiscalCalendar.startingIn(Month.APRIL);

    @ParameterizedTest
    @CsvSource({
        "2017-03-05, DAY, 2017-03-05, 2017-03-05, 2017-03-05",
        "2021-01-03, WEEK, 2020-W53, 2020-12-28, 2021-01-03",
        "2017-03-05, WEEK, 2017-W09, 2017-02-27, 2017-03-05",
        "2024-02-10, MONTH, 2024-02, 2024-02-01, 2024-02-29",
        "2017-12-31, QUARTER, 2017-Q4, 2017-10-01, 2017-12-31",
        "2017-12-31, YEAR, 2017, 2017-01-01, 2017-12-31",
        "2017-03-31, FISCAL_PERIOD, FY 2016-17 P12, 2017-03-01, 2017-03-31",
        "2017-03-31, FISCAL_QUARTER, FY 2016-17 Q4, 2017-01-01, 2017-03-31",
        "2017-04-01, FISCAL_YEAR, FY 2017-18, 2017-04-01, 2018-03-31"
    })
    void aDayBelongsToItsUnit(LocalDate day, TimeBucket bucket, String name, LocalDate first, LocalDate last) {
        assertThat(Buckets.of(day, bucket, APRIL)).isEqualTo(new Cell.Period(bucket, first, last, name));
    }

    @Property
    void unitsFollowEachOtherWithoutGapOrOverlap(
            @ForAll @IntRange(min = -200_000, max = 200_000) int epochDay, @ForAll TimeBucket bucket) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        Cell.Period period = Buckets.of(day, bucket, APRIL);
        assertThat(day).isBetween(period.first(), period.last());
        assertThat(Buckets.of(period.first(), bucket, APRIL)).isEqualTo(period);
        assertThat(Buckets.of(period.last(), bucket, APRIL)).isEqualTo(period);
        assertThat(Buckets.of(period.last().plusDays(1), bucket, APRIL).first())
                .isEqualTo(period.last().plusDays(1));
    }
}
