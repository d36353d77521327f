package org.sambandh.crm.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
