package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;

class ReturnsPropertiesTest {

    @Property(tries = 150)
    void whateverComesBackNeverExceedsWhatWasBoughtAndAllOfItComesToTheTotal(
            @ForAll @IntRange(min = 1, max = 60) int bought,
            @ForAll @LongRange(min = 0, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 20) Integer> tries) {
        Shop shop = new Shop();
        Money total = new Money(BigDecimal.valueOf(cents, 2), Money.currencyOf("INR"));
        Purchase purchase = shop.bought(
                "1",
                NewPurchase.by(shop.asha, shop.daysAgo(1)).line("1", Shop.DRILL, Quantity.of(bought, "piece"), total));
        int left = bought;
        Money refunded = Money.zero(total.currency());
        List<Integer> rest = new ArrayList<>(tries);
        for (int i = 0; i < rest.size(); i++) {
            try {
                PurchaseReturn given = shop.returned(String.valueOf(i), purchase, rest.get(i));
                left -= rest.get(i);
                refunded = refunded.plus(given.total());
            } catch (RuleViolation e) {
                assertThat(e.rule()).isEqualTo("over-return");
                assertThat(rest.get(i)).isGreaterThan(left);
            }
            PurchaseLine line = shop.purchases.get(purchase.id()).line("1").orElseThrow();
            assertThat(line.kept())
                    .isEqualByComparingTo(BigDecimal.valueOf(left))
                    .isNotNegative();
            assertThat(line.refunded()).isEqualTo(refunded);
            assertThat(total.minus(refunded).signum()).isNotNegative();
        }
        if (left > 0) {
            shop.returned("rest", purchase, left);
        }
        assertThat(shop.purchases.get(purchase.id()).netRevenue()).isEqualTo(Money.zero(total.currency()));
    }

    @Property(tries = 50)
    void theSummaryIsTheExactSumOfPurchasesLessReturns(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 99_999_999_999L) Long> cents) {
        Shop shop = new Shop();
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        for (int i = 0; i < cents.size(); i++) {
            BigDecimal amount = BigDecimal.valueOf(cents.get(i), 2);
            Purchase purchase = shop.bought(
                    String.valueOf(i),
                    NewPurchase.by(shop.asha, shop.daysAgo(i))
                            .line("1", Shop.SAW, Shop.pieces(3), new Money(amount, Money.currencyOf("INR"))));
            gross = gross.add(amount);
            if (i % 2 == 0) {
                refunded = refunded.add(
                        shop.returned(String.valueOf(i), purchase, 2).total().amount());
            }
        }
        Revenue revenue = shop.purchases.summaryOf(shop.asha).revenue().get(0);
        assertThat(revenue.gross().amount()).isEqualByComparingTo(gross);
        assertThat(revenue.refunded().amount()).isEqualByComparingTo(refunded);
        assertThat(revenue.net().amount()).isEqualByComparingTo(gross.subtract(refunded));
    }
}
