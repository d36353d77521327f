package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;

class LineTest {

    private static final ProductId SEAT = new ProductId("seat");

    private static Line line(String quantity, String price, String currency) {
        return new Line(
                0,
                SEAT,
                null,
                new Quantity(new BigDecimal(quantity), "piece"),
                new BigDecimal(price),
                Currency.getInstance(currency),
                null,
                Billing.oneTime());
    }

    @Test
    void theTotalIsRoundedOncePerLineHalvesAwayFromZero() {
        assertThat(line("3", "0.0125", "INR").total()).contains(inr("0.04"));
        assertThat(line("1", "0.005", "INR").total()).contains(inr("0.01"));
        assertThat(line("3", "0.5", "JPY").total()).contains(Money.of(2, "JPY"));
    }

    @Test
    void aDiscountIsTakenOffBeforeRounding() {
        assertThat(line("1", "99.99", "INR")
                        .less(Discount.percent(new BigDecimal("12.5")))
                        .total())
                .contains(inr("87.49"));
        assertThat(line("2", "50", "INR")
                        .less(Discount.amount(new BigDecimal("0.01")))
                        .total())
                .contains(inr("99.99"));
    }

    @Test
    void aRecurringLineCountsAllPeriodsOfItsTerm() {
        assertThat(Line.of(SEAT, 10, inr("5"))
                        .billed(Billing.recurring(Period.ofMonths(1), 12))
                        .total())
                .contains(inr("600"));
    }

    @Test
    void aLineWithoutAPriceHasNoTotal() {
        assertThat(Line.unpriced(SEAT, INR).total()).isEmpty();
    }

    @Test
    void impossibleLinesAreRefused() {
        assertThatThrownBy(() -> line("0", "1", "INR")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> line("1", "0.0000000001", "INR")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Discount.percent(new BigDecimal("100.1"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Discount.amount(new BigDecimal("-1"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Billing.recurring(Period.ZERO, 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Billing.recurring(Period.ofYears(11), 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Billing.recurring(Period.ofMonths(1), 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        new Line(0, null, " ", Quantity.of(1, "piece"), BigDecimal.ONE, INR, null, Billing.oneTime()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void toStringLeavesTheDescriptionOut() {
        Line line = new Line(
                1, null, "for Asha Rao", Quantity.of(1, "piece"), BigDecimal.ONE, INR, null, Billing.oneTime());
        assertThat(line.toString()).doesNotContain("Asha");
    }
}
