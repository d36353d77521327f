package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.reporting.FactFiles;

/** The fact table {@code number_format_india}: groups of 3, 2, 2, ..., rupees, lakh and crore, and reading them. */
class NumberFormatIndiaFactsTest {

    private static final NumberFormats ENGLISH = NumberFormats.of(Locale.forLanguageTag("en-IN"));
    private static final NumberFormats HINDI = NumberFormats.of(Locale.forLanguageTag("hi-IN"));
    private static final NumberFormats DEVANAGARI = NumberFormats.of(Locale.forLanguageTag("hi-IN-u-nu-deva"));

    static List<FactFiles.Case> cases() {
        return FactFiles.cases("number_format_india");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNumberIsWrittenAndReadAsTheTableSays(FactFiles.Case fact) {
        switch (fact.kind()) {
            case "format" -> written(fact);
            case "parse" -> read(fact);
            default -> throw new AssertionError(fact.id() + ": unknown kind " + fact.kind());
        }
    }

    private static void written(FactFiles.Case fact) {
        fact.expectsOnly("expectGrouped", "expectDevanagari", "expectMoney", "expectShort");
        BigDecimal value = new BigDecimal(fact.text("value"));
        if (fact.has("expectGrouped")) {
            assertThat(ENGLISH.number(value, 2)).isEqualTo(fact.text("expectGrouped"));
            assertThat(HINDI.number(value, 2)).isEqualTo(fact.text("expectGrouped"));
        }
        if (fact.has("expectDevanagari")) {
            assertThat(DEVANAGARI.number(value, 2)).isEqualTo(fact.text("expectDevanagari"));
        }
        if (fact.has("expectMoney")) {
            assertThat(ENGLISH.money(Money.of(fact.text("value"), "INR"))).isEqualTo(fact.text("expectMoney"));
        }
        if (fact.has("expectShort")) {
            assertThat(ENGLISH.compact(value)).isEqualTo(fact.text("expectShort"));
        }
    }

    private static void read(FactFiles.Case fact) {
        fact.expectsOnly("expectValue", "expectError");
        if (fact.has("expectError")) {
            assertThatThrownBy(() -> ENGLISH.parse(fact.text("text")))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.why())
                                    .startsWith(
                                            fact.text("expectError").equals("Invalid")
                                                    ? ""
                                                    : fact.text("expectError")));
        } else {
            assertThat(ENGLISH.parse(fact.text("text"))).isEqualByComparingTo(fact.text("expectValue"));
        }
    }
}
