package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.MoneyConversion.Converted;
import org.sambandh.crm.settings.MoneyConversion.NoRate;

class ExchangeRatesTest {

    private static final Currency INR = Currency.getInstance("INR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final ExchangeRates rates = ExchangeRates.of(
            INR, List.of(rate(USD, "84", JULY), rate(USD, "83.10", APRIL), rate(JPY, "0.5625", APRIL)));

    @Test
    void aRateHoldsFromItsDayUntilTheNextOne() {
        assertThat(rates.rate(USD, APRIL.minusDays(1))).isEmpty();
        assertThat(rates.rate(USD, JULY.minusDays(1))).contains(new BigDecimal("83.1"));
        assertThat(rates.rate(USD, JULY)).contains(new BigDecimal("84"));
        assertThat(rates.rate(INR, LocalDate.MIN)).contains(BigDecimal.ONE);
    }

    @Test
    void moneyIsRoundedOnceFromTheExactQuotient() {
        // 0.4999999999995 has ten decimals of 0.5 exactly; rounding twice would give 1.
        MoneyConversion converted =
                rates.convert(new BigDecimal("0.4999999999995"), INR, INR, APRIL, RoundingMode.HALF_UP);
        assertThat(converted).isEqualTo(new Converted(new BigDecimal("0.5000000000"), Money.of("0.50", "INR")));
        ExchangeRates one = ExchangeRates.of(INR, List.of(rate(JPY, "1", APRIL)));
        assertThat(one.convert(new BigDecimal("0.4999999999995"), INR, JPY, APRIL, RoundingMode.HALF_UP))
                .isEqualTo(new Converted(new BigDecimal("0.5000000000"), Money.of("0", "JPY")));
    }

    @Test
    void theRoundingIsTheOneAskedFor() {
        Money odd = Money.of("1.01", "INR");
        assertThat(rates.convert(odd, JPY, APRIL, RoundingMode.DOWN))
                .isInstanceOfSatisfying(
                        Converted.class, it -> assertThat(it.rounded()).isEqualTo(Money.of(1, "JPY")));
        assertThat(rates.convert(odd, JPY, APRIL, RoundingMode.UP))
                .isInstanceOfSatisfying(
                        Converted.class, it -> assertThat(it.rounded()).isEqualTo(Money.of(2, "JPY")));
        assertThatThrownBy(() -> rates.convert(odd, JPY, APRIL, RoundingMode.UNNECESSARY))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aMissingRateIsAnOutcomeThatNamesTheCurrencyAndTheDay() {
        Currency kuwait = Currency.getInstance("KWD");
        assertThat(rates.convert(Money.of("5", "USD"), kuwait, APRIL, RoundingMode.HALF_UP))
                .isEqualTo(new NoRate(kuwait, APRIL));
        assertThat(rates.convert(Money.of("5", "KWD"), USD, LocalDate.of(2020, 1, 1), RoundingMode.HALF_UP))
                .isEqualTo(new NoRate(kuwait, LocalDate.of(2020, 1, 1)));
    }

    @Test
    void anAmountStaysWhatItIsInItsOwnCurrencyEvenWithoutARate() {
        Money dinar = Money.of("1.005", "KWD");
        assertThat(rates.convert(dinar, dinar.currency(), APRIL, RoundingMode.HALF_UP))
                .isInstanceOfSatisfying(
                        Converted.class, it -> assertThat(it.rounded()).isEqualTo(dinar));
    }

    @Test
    void ratesThatCannotBeAreRefused() {
        for (String wrong : List.of("0", "-1", "1e999999999", "1e-999999999", "0e999999999")) {
            assertThatThrownBy(() -> rate(USD, wrong, APRIL)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> ExchangeRates.of(INR, List.of(rate(INR, "2", APRIL))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ExchangeRates.of(INR, List.of(rate(USD, "2", APRIL), rate(USD, "3", APRIL))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aHostsOwnRatesAreCheckedToo() {
        ExchangeRates broken = (currency, on) -> Optional.of(BigDecimal.ZERO);
        assertThatThrownBy(() -> broken.convert(Money.of("5", "USD"), INR, APRIL, RoundingMode.HALF_UP))
                .isInstanceOf(Invalid.class);
        ExchangeRates fine =
                (currency, on) -> Optional.of(BigDecimal.ONE.divide(new BigDecimal("83.1"), MathContext.DECIMAL128));
        assertThat(fine.convert(Money.of("5", "USD"), INR, APRIL, RoundingMode.HALF_UP))
                .isInstanceOf(Converted.class);
    }

    @Test
    void amountsOutsideTheRangeOfMoneyAreRefusedQuickly() {
        for (String wrong : List.of("1e999999999", "1e-999999999", "1234567890123456789")) {
            assertThatThrownBy(() -> rates.convert(new BigDecimal(wrong), INR, USD, APRIL, RoundingMode.HALF_UP))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aPolicySaysWhichDayCountsAndItsName() {
        assertThat(RatePolicy.ON_CLOSE.day(APRIL, JULY)).isEqualTo(APRIL);
        assertThat(RatePolicy.ON_BOOKING.day(APRIL, JULY)).isEqualTo(JULY);
        assertThat(RatePolicy.asOf(LocalDate.of(2026, 3, 31)).day(APRIL, JULY)).isEqualTo("2026-03-31");
        assertThat(RatePolicy.asOf(LocalDate.of(2026, 3, 31))).hasToString("AS_OF 2026-03-31");
        assertThat(RatePolicy.ON_CLOSE).hasToString("ON_CLOSE");
        assertThat(RatePolicy.ON_BOOKING).hasToString("ON_BOOKING");
    }

    private static DatedRate rate(Currency currency, String rate, LocalDate from) {
        return new DatedRate(currency, new BigDecimal(rate), from);
    }
}
