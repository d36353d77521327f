package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.MoneyConversion.Converted;
import org.sambandh.crm.settings.MoneyConversion.NoRate;

class CurrencyConversionFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("currency_conversion");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void amountsAreConvertedWithTheRatesOfTheDay(Case fact) {
        fact.expectsOnly("expectExact", "expectRounded", "expectError");
        String error = fact.fields().path("expectError").asText("");
        if (error.equals("Invalid")) {
            assertThatThrownBy(() -> convert(fact)).isInstanceOf(Invalid.class);
            return;
        }
        Optional<MoneyConversion> found = convert(fact);
        if (error.isEmpty()) {
            assertThat(found).get().isInstanceOfSatisfying(Converted.class, converted -> {
                assertThat(converted.exact().toPlainString()).isEqualTo(fact.text("expectExact"));
                assertThat(converted.rounded().amount().toPlainString()).isEqualTo(fact.text("expectRounded"));
                assertThat(converted.rounded().currency().getCurrencyCode()).isEqualTo(fact.text("to"));
            });
        } else {
            assertThat(error).isEqualTo("noRate");
            found.ifPresent(conversion -> assertThat(conversion)
                    .isInstanceOfSatisfying(
                            NoRate.class,
                            missing -> assertThat(missing.on()).isEqualTo(LocalDate.parse(fact.text("on")))));
        }
    }

    /** Empty where a code is no currency at all: such a code never becomes a {@code Currency} to ask a rate for. */
    private static Optional<MoneyConversion> convert(Case fact) {
        if (!isCurrency(fact.text("from")) || !isCurrency(fact.text("to"))) {
            assertThat(fact.text("expectError")).isEqualTo("noRate");
            return Optional.empty();
        }
        JsonNode table =
                FactFiles.file("currency_conversion").required("rateTables").required(fact.text("rates"));
        return Optional.of(rates(table)
                .convert(
                        new BigDecimal(fact.text("amount")),
                        Money.currencyOf(fact.text("from")),
                        Money.currencyOf(fact.text("to")),
                        LocalDate.parse(fact.text("on")),
                        RoundingMode.HALF_UP));
    }

    /** The base currency of a table is the one that is always worth 1; XXX where it is not in the table. */
    private static ExchangeRates rates(JsonNode table) {
        List<DatedRate> rates = new ArrayList<>();
        Map<Currency, Boolean> alwaysOne = new LinkedHashMap<>();
        for (JsonNode row : table) {
            DatedRate rate = new DatedRate(
                    Money.currencyOf(row.required("currency").asText()),
                    new BigDecimal(row.required("rate").asText()),
                    LocalDate.parse(row.required("validFrom").asText()));
            rates.add(rate);
            alwaysOne.merge(rate.currency(), rate.rate().compareTo(BigDecimal.ONE) == 0, Boolean::logicalAnd);
        }
        Currency base = alwaysOne.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Currency.getInstance("XXX"));
        return ExchangeRates.of(base, rates);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
