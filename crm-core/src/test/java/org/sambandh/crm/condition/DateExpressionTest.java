package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;

class DateExpressionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:15:30.123456Z");
    private static final Moment UTC = new Moment(NOW, ZoneId.of("UTC"));
    private static final Moment KOLKATA = new Moment(NOW, ZoneId.of("Asia/Kolkata"));

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-23T20:15:30.123456Z",
        "now/d, 2026-11-23T18:30:00Z",
        "now/M, 2026-10-31T18:30:00Z",
        "now/y, 2025-12-31T18:30:00Z",
        "now/w, 2026-11-22T18:30:00Z",
        "now/h, 2026-11-23T19:30:00Z",
        "now/m, 2026-11-23T20:15:00Z",
        "now/s, 2026-11-23T20:15:30Z",
        "2026-04-01, 2026-03-31T18:30:00Z",
        "2026-04-01T09:30, 2026-04-01T04:00:00Z",
        "2026-04-01T09:30Z, 2026-04-01T09:30:00Z",
        "2026-04-01T09:30:15.5+0530, 2026-04-01T04:00:15.500Z",
        "2026-04-01T09:30:15.123456789-01, 2026-04-01T10:30:15.123456Z",
        "now - 1 d / d, 2026-11-22T18:30:00Z",
        "now+1M-1d+2w/H, 2027-01-05T19:30:00Z",
        "2026-04-01||, 2026-03-31T18:30:00Z",
        "now/1d, 2026-11-23T18:30:00Z",
        "1422822600000, 2015-02-01T20:30:00Z",
        "0, 1970-01-01T00:00:00Z",
    })
    void anExpressionNamesAnInstantInTheMomentsZone(String expression, String expected) {
        assertThat(DateExpression.parse(expression, KOLKATA, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "'   ', empty",
        "||+1d, date",
        "tomorrow, date",
        "NOW, date",
        "2026-02-30, date",
        "2026-04-01T24:00, date",
        "2026-04-01T09:30:60Z, date",
        "2026-04-01T09:30+19:00, date",
        "2026-04-01T09:30.5Z, date",
        "2026-04-01T09:30:15.1234567890Z, date",
        "2026-04-01 09:30, date",
        "2026-4-1, date",
        "२०२६-०४-०१, date",
        "99999999999999999999, date",
        "9999999999999999, date",
        "now+9999999999999999999999d, date",
        "now+99999y, date",
        "now-3000y, date",
        "now+9223372036854775807h, date",
        "nowhere, operator",
        "now*2d, operator",
        "now||+1d, operator",
        "now+1d 2d, operator",
        "now+, truncated",
        "now+1, truncated",
        "now-12  , truncated",
        "now/, truncated",
        "now/2, truncated",
        "now+1D, unit",
        "now/Y, unit",
        "now+--d, unit",
        "now+१d, unit",
        "now/2X, unit",
        "now+99999999999999999999X, unit",
        "now/2d, round",
        "now/0d, round",
        "now/2d*, round",
    })
    void theFirstMistakeIsNamedByItsWord(String expression, String word) {
        assertThatThrownBy(() -> DateExpression.parse(expression, UTC, false))
                .isInstanceOfSatisfying(
                        Invalid.class, error -> assertThat(error.why()).startsWith(word + ": "));
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertThatThrownBy(() -> DateExpression.parse("now" + "+1d".repeat(100), UTC, false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("200");
        assertThat(DateExpression.parse("now" + "+1d".repeat(65), UTC, false)).isAfter(NOW);
    }

    @Test
    void daysAreLocalAndHoursAreExactWhereTheClocksChange() {
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        Moment before = new Moment(Instant.parse("2026-03-28T11:00:00Z"), brussels);
        assertThat(DateExpression.parse("now+1d", before, false)).isEqualTo("2026-03-29T10:00:00Z");
        assertThat(DateExpression.parse("now+24h", before, false)).isEqualTo("2026-03-29T11:00:00Z");
        assertThat(DateExpression.parse("2026-03-29T02:30", before, false)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(DateExpression.parse("2026-10-25T02:30", before, false)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(DateExpression.parse("2026-03-29||/d", before, true)).isEqualTo("2026-03-29T21:59:59.999999Z");
    }

    @Test
    void anHourShownTwiceIsTwoHours() {
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        Moment second = new Moment(Instant.parse("2026-10-25T01:30:00Z"), brussels);
        assertThat(DateExpression.parse("now/h", second, false)).isEqualTo("2026-10-25T01:00:00Z");
        assertThat(DateExpression.parse("now/h", second, true)).isEqualTo("2026-10-25T01:59:59.999999Z");
    }

    @Test
    void aDayThatStartsAtOneStartsAtOne() {
        Moment saoPaulo = new Moment(Instant.parse("2018-11-04T15:00:00Z"), ZoneId.of("America/Sao_Paulo"));
        assertThat(DateExpression.parse("now/d", saoPaulo, false)).isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void roundingUpGoesOnFromThere() {
        assertThat(DateExpression.parse("now/d+1s", UTC, true)).isEqualTo("2026-11-24T00:00:00.999999Z");
    }
}
