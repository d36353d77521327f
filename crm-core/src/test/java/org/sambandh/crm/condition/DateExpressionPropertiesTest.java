package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;

class DateExpressionPropertiesTest {

    private static final List<String> WORDS = List.of("empty", "date", "operator", "truncated", "unit", "round");

    @Provide
    Arbitrary<Moment> moments() {
        Arbitrary<String> zones = Arbitraries.of(
                "UTC",
                "Asia/Kolkata",
                "Europe/Brussels",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "Asia/Kathmandu");
        return zones.flatMap(zone -> Arbitraries.longs()
                .between(0, 1_900_000_000_000_000L)
                .map(micros ->
                        new Moment(Instant.EPOCH.plusNanos(micros / 1_000_000 * 1_000_000_000), ZoneId.of(zone))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "now",
                        "||",
                        "+",
                        "-",
                        "/",
                        "1",
                        "0",
                        "9999999999",
                        "y",
                        "M",
                        "w",
                        "d",
                        "h",
                        "m",
                        "s",
                        "X",
                        " ",
                        "2026-02-28",
                        "T",
                        "09:30",
                        "Z",
                        ":",
                        ".5",
                        "१",
                        "99999999999999999999")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsAnInstantOrANamedMistake(
            @ForAll("texts") String text, @ForAll("moments") Moment moment, @ForAll boolean roundUp) {
        assertThatCode(() -> {
                    try {
                        DateExpression.parse(text, moment, roundUp);
                    } catch (Invalid e) {
                        assertThat(e.why().substring(0, e.why().indexOf(':'))).isIn(WORDS);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aUnitHoldsItsMomentAndEndsAMicrosecondBeforeTheNext(
            @ForAll("moments") Moment moment, @ForAll("units") String unit) {
        Instant first = DateExpression.parse("now/" + unit, moment, false);
        Instant last = DateExpression.parse("now/" + unit, moment, true);
        assertThat(first).isBeforeOrEqualTo(moment.at());
        assertThat(last).isAfterOrEqualTo(moment.at());
        Moment next = new Moment(last.plusNanos(1_000), moment.zone());
        assertThat(DateExpression.parse("now/" + unit, next, false)).isEqualTo(next.at());
        Moment end = new Moment(last, moment.zone());
        assertThat(DateExpression.parse("now/" + unit, end, false)).isEqualTo(first);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void exactStepsGoThereAndBack(@ForAll("moments") Moment moment, @ForAll @IntRange(max = 10_000) int count) {
        for (String unit : List.of("h", "m", "s")) {
            assertThat(DateExpression.parse("now+" + count + unit + "-" + count + unit, moment, false))
                    .isEqualTo(moment.at());
        }
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(Stream.of("y", "M", "w", "d", "h", "H", "m", "s").toList());
    }
}
