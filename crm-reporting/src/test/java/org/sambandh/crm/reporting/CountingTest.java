package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small machines that counting runs on. */
class CountingTest {

    @Property
    void sumsAndProductsAreExactHoweverLarge(@ForAll List<Long> values, @ForAll long factor) {
        ExactSum sum = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        for (long value : values) {
            sum.add(value);
            sum.addProduct(value, factor);
            expected = expected.add(BigInteger.valueOf(value))
                    .add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)));
        }
        ExactSum twice = new ExactSum();
        twice.add(sum);
        twice.add(sum);
        assertThat(sum.value()).isEqualTo(expected);
        assertThat(twice.value()).isEqualTo(expected.add(expected));
    }

    @Property
    void codesAreFoundAgain(@ForAll List<Long> keys) {
        LongCodes codes = new LongCodes();
        Map<Long, Integer> expected = new HashMap<>();
        for (long key : keys) {
            if (codes.get(key) < 0) {
                codes.put(key, expected.size());
                expected.put(key, expected.size());
            }
        }
        assertThat(codes.get(4_711L)).isEqualTo(expected.getOrDefault(4_711L, -1));
        expected.forEach((key, code) -> assertThat(codes.get(key)).isEqualTo(code));
    }

    /** In St. John's clocks once went back at one minute past midnight, so that a day was shown twice. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Africa/Monrovia"})
    void daysAreThoseOfTheZone(String id) {
        ZoneId zone = ZoneId.of(id);
        Days days = new Days(zone);
        Instant at = Instant.parse("2006-10-20T00:00:00Z");
        for (int i = 0; i < 60_000; i++) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
            assertThat(days.of(micros)).isEqualTo(at.atZone(zone).toLocalDate().toEpochDay());
            at = at.plus(i % 7 == 0 ? 59 : 11, ChronoUnit.MINUTES).plusNanos(1_000);
        }
    }

    @Property(tries = 200)
    void daysOfAnyInstantAreThoseOfTheZone(
            @ForAll List<@LongRange(min = -3_000_000_000_000_000L, max = 4_000_000_000_000_000L) Long> instants) {
        ZoneId zone = ZoneId.of("America/St_Johns");
        Days days = new Days(zone);
        for (long micros : instants) {
            Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            assertThat(days.of(micros)).isEqualTo(at.atZone(zone).toLocalDate().toEpochDay());
        }
    }
}
