package org.sambandh.crm.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadTextTest {

    private static final Money RUPEE = Money.of(1, "INR");

    private static void refusedSoon(Callable<?> attempt) {
        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(1),
                        () -> assertThatThrownBy(attempt::call).isInstanceOf(Invalid.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void marksThatWouldTakeMinutesToPutInOrderAreRefusedAtOnce() {
        String marks = "a" + "\u0301\u0316".repeat(500_000);

        refusedSoon(() -> Text.of("name", marks));
        refusedSoon(() -> Text.required("name", marks, 200));
        refusedSoon(() -> Text.of("name", "a" + "\uD834\uDD65".repeat(201)));
    }

    @Test
    void twoHundredMarksInARowAreKeptAndOneMoreIsRefused() {
        String kept = "x" + "\u0316".repeat(200);

        assertThat(Text.of("name", kept)).isEqualTo(kept);
        assertThat(Text.of("name", kept + kept)).isEqualTo(kept + kept);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Text.of("name", kept + "\u0316"))
                .withMessageContaining("position 201");
    }

    @Test
    void halfAPairBesideAWholeOneIsFound() {
        assertThat(Text.of("name", "\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
        refusedSoon(() -> Text.of("name", "\uD83D\uDE00\uD83D"));
        refusedSoon(() -> Text.of("name", "\uDE00\uD83D"));
    }

    @Test
    void anAmountOfAMillionDigitsIsRefusedAtOnce() {
        refusedSoon(() -> Money.of("9".repeat(1_000_000), "INR"));
        refusedSoon(() -> Money.of("0." + "0".repeat(1_000_000), "INR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e2147483647", "1e-2147483647"})
    void numbersWithoutEndAreRefusedWhereverMoneyMeetsThem(String text) {
        BigDecimal number = new BigDecimal(text);

        refusedSoon(() -> new Money(number, RUPEE.currency()));
        refusedSoon(() -> Money.rounded(number, RUPEE.currency(), RoundingMode.HALF_UP));
        refusedSoon(() -> RUPEE.times(number, RoundingMode.HALF_UP));
        refusedSoon(() -> RUPEE.shares(List.of(number, BigDecimal.ONE)));
        refusedSoon(() -> new Quantity(number, "kg"));
    }

    @Test
    void whatMayBeMissingHasAnEndToo() {
        assertThat(Text.orMissing("note", "\u200d ", 3)).isNull();
        assertThat(Text.orMissing("note", " abc ", 3)).isEqualTo("abc");
        refusedSoon(() -> Text.orMissing("note", "x".repeat(1_000_000), 3));
    }
}
