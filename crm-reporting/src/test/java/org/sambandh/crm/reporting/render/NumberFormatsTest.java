package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

class NumberFormatsTest {

    private static final NumberFormats INDIA = NumberFormats.of(Locale.forLanguageTag("en-IN"));
    private static final NumberFormats HINDI = NumberFormats.of(Locale.forLanguageTag("hi"));
    private static final NumberFormats AMERICA = NumberFormats.of(Locale.US);

    @Test
    void groupsFollowTheLocale() {
        assertThat(INDIA.number(12_345_678)).isEqualTo("1,23,45,678");
        assertThat(HINDI.number(12_345_678)).isEqualTo("1,23,45,678");
        assertThat(AMERICA.number(12_345_678)).isEqualTo("12,345,678");
        assertThat(AMERICA.number(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }

    @Test
    void largeFiguresAreToldInLakhAndCroreInIndiaAndInThousandsElsewhere() {
        assertThat(INDIA.compact(new BigDecimal("9999999"))).isEqualTo("100 lakh");
        assertThat(HINDI.compact(new BigDecimal("25000000"))).isEqualTo("2.5 करोड़");
        assertThat(AMERICA.compact(new BigDecimal("999999"))).isEqualTo("1000K");
        assertThat(AMERICA.compact(new BigDecimal("-2500000"))).isEqualTo("-2.5M");
    }

    @Test
    void moneyHasTheDecimalsAndTheSignOfItsCurrency() {
        assertThat(INDIA.money(Money.of("-1234567.5", "INR"))).isEqualTo("-₹12,34,567.50");
        assertThat(AMERICA.money(Money.of(1_234_567, "JPY"))).isEqualTo("¥1,234,567");
        assertThat(AMERICA.money(Money.of("10.5", "KWD"))).isEqualTo("KWD\u00A010.500");
        assertThat(INDIA.compactMoney(Money.of(-12_345_678, "INR"))).isEqualTo("-₹1.23 crore");
    }

    @Test
    void nothingIsEverMinusZero() {
        assertThat(INDIA.number(new BigDecimal("-0.001"), 2)).isEqualTo("0");
        assertThat(INDIA.compact(new BigDecimal("-0.001"))).isEqualTo("0");
        assertThat(INDIA.percent(new BigDecimal("-0.00001"), 1)).isEqualTo("0.0%");
    }

    @Test
    void aShareIsRoundedHalfUpToItsDecimals() {
        assertThat(INDIA.percent(new BigDecimal("0.12345"), 1)).isEqualTo("12.3%");
        assertThat(INDIA.percent(new BigDecimal("0.5"), 1)).isEqualTo("50.0%");
        assertThat(INDIA.percent(new BigDecimal("0.0005"), 1)).isEqualTo("0.1%");
        assertThat(AMERICA.percent(new BigDecimal("12.5"), 0)).isEqualTo("1,250%");
    }

    @Test
    void anAbsurdlyLongNumberIsAPowerOfTenAndTakesNoTime() {
        assertThat(INDIA.number(new BigDecimal("1e999999999"), 2)).isEqualTo("1E+999999999");
        assertThat(INDIA.number(new BigDecimal("1e-999999999"), 2)).isEqualTo("0");
        assertThat(INDIA.compact(new BigDecimal("-1.23456789e500"))).isEqualTo("-1.23457E+500");
        assertThat(INDIA.percent(new BigDecimal("1e999999"), 1)).isEqualTo("1E+1000001%");
    }

    @Test
    void datesReadInTheLanguageOfTheLocale() {
        assertThat(INDIA.date(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov 2026");
        assertThat(HINDI.date(LocalDate.of(2026, 11, 3))).isEqualTo("3 नव॰ 2026");
        assertThat(NumberFormats.of(Locale.forLanguageTag("hi-u-nu-deva")).month(YearMonth.of(2026, 5)))
                .isEqualTo("मई २०२६");
        assertThat(INDIA.instant(Instant.parse("2026-11-23T19:05:59Z"), ZoneId.of("Asia/Kolkata")))
                .isEqualTo("24 Nov 2026, 00:35");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "007|7",
                "1,234|1234",
                "12,345,678|12345678",
                "1,23,45,678|12345678",
                "₹-1,00,000.25|-100000.25",
                "- ₹ 5|-5",
                "−5|-5",
                "१२,३४,५६७.५|1234567.5",
                "२.५ करोड़|25000000",
                "1.5 Lakhs|150000",
                "3लाख|300000"
            })
    void aNumberIsReadAsPeopleWriteIt(String text, String value) {
        assertThat(INDIA.parse(text)).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "₹",
                "lakh",
                "1,2345",
                "1234,567",
                "12,34,567,890",
                "1,234,56,789",
                "123,45,678",
                ",123",
                "1,,234",
                "1,23,4567",
                "1.",
                ".5",
                "1e5",
                "NaN",
                "0x10",
                "--1",
                "-₹-1",
                "1१",
                "١٢",
                "1 2",
                "1 million",
                "1 lakh crore",
                "1;"
            })
    void whatIsNoNumberOrMixesGroupsOrScriptsIsRefused(String text) {
        assertThatThrownBy(() -> INDIA.parse(text)).isInstanceOf(Invalid.class).hasMessageNotContaining("٢");
    }

    @Test
    void aTextOfAMillionCharactersIsRefusedAtOnce() {
        assertThatThrownBy(() -> INDIA.parse("1".repeat(1_000_000))).isInstanceOf(Invalid.class);
    }
}
