package org.sambandh.crm.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Invalid;

class LongFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-292277-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "9999-12-31T23:59:59.999999Z",
                "+294247-01-10T04:00:53Z",
                "+1000000000-12-31T23:59:59.999999Z"
            })
    void everyInstantHasALongFormInTheOrderOfInstants(String text) {
        Instant instant = Instant.parse(text);
        long form = FieldType.INSTANT.toLong(instant);

        assertThat(form).isNotEqualTo(FieldType.MISSING);
        assertThat(Long.signum(form)).isEqualTo(instant.compareTo(Instant.EPOCH) < 0 ? -1 : 1);
        assertThat(FieldType.INSTANT.toLong(Instant.MAX)).isGreaterThanOrEqualTo(form);
        assertThat(FieldType.INSTANT.toLong(Instant.MIN)).isLessThanOrEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00.000001Z",
                "1677-09-21T00:12:43Z",
                "2262-04-11T23:47:17Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void instantsFarFrom1970ComeBackFromTheirLongForm(String text) {
        Instant instant = Instant.parse(text);

        assertThat(FieldType.INSTANT.ofLong(FieldType.INSTANT.toLong(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9})
    void numbersComeBackFromTheirLongFormDigitByDigit(int scale) {
        FieldType<BigDecimal> type = FieldType.number(scale);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            int digits = random.nextInt(1, 19);
            long form = random.nextLong(-LARGEST[digits], LARGEST[digits] + 1);
            BigDecimal number = BigDecimal.valueOf(form, scale);

            assertThat(type.toLong(number)).isEqualTo(form);
            assertThat(type.toLong(number.stripTrailingZeros())).isEqualTo(form);
        }
        for (int digits = 1; digits < 19; digits++) {
            for (long form : new long[] {LARGEST[digits], LARGEST[digits] - 1, LARGEST[digits] / 2, -LARGEST[digits]}) {
                assertThat(type.toLong(BigDecimal.valueOf(form, scale))).isEqualTo(form);
            }
        }
    }

    private static final long[] LARGEST =
            LongStream.iterate(1, p -> p * 10).limit(19).map(p -> p - 1).toArray();

    @ParameterizedTest
    @ValueSource(strings = {"0.0001", "1e999999999", "1e-999999999", "1000000000000000", "1234567890123456.789"})
    void numbersWithoutALongFormAreRefusedByTheNameOfTheirField(String number) {
        Field.One<LongFormTest, BigDecimal> field =
                Field.one(LongFormTest.class, "share", FieldType.number(3), s -> new BigDecimal(number));

        assertThatThrownBy(() -> field.getLong(this))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("share"));
    }

    @Test
    void aFieldHeldAsANumberIsReadBothWays() {
        Field.One<Long, BigDecimal> count = Field.ofLong(Long.class, "count", FieldType.INTEGER, n -> n);

        assertThat(count.getLong(7L)).isEqualTo(7);
        assertThat(count.get(7L)).isEqualTo(new BigDecimal("7"));
        assertThat(count.get(FieldType.MISSING)).isNull();
        assertThat(count.asIndexed().asPersonal().readAsLong(n -> n + 1).getLong(7L))
                .isEqualTo(8);
    }
}
