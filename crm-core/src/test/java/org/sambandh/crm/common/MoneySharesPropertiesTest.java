package org.sambandh.crm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneySharesPropertiesTest {

    @Provide
    Arbitrary<Money> money() {
        return Combinators.combine(
                        Arbitraries.of("INR", "JPY", "KWD").map(Currency::getInstance),
                        Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L))
                .as((currency, minor) ->
                        new Money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency));
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 6))
                .as(BigDecimal::valueOf)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void sharesAddUpAndNoneIsAMinorUnitAwayFromItsPart(
            @ForAll("money") Money money, @ForAll("weights") List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Assume.that(total.signum() > 0);
        List<Money> shares = money.shares(weights);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(money.amount().scale());
        assertThat(shares).hasSameSizeAs(weights);
        assertThat(shares.stream().reduce(Money.zero(money.currency()), Money::plus))
                .isEqualTo(money);
        for (int i = 0; i < shares.size(); i++) {
            // |share - amount * weight / total| < unit, without dividing
            BigDecimal off = shares.get(i)
                    .amount()
                    .multiply(total)
                    .subtract(money.amount().multiply(weights.get(i)));
            assertThat(off.abs()).isLessThan(unit.multiply(total));
        }
    }
}
