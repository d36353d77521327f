package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.product.Price;
import org.sambandh.crm.product.PriceBand;
import org.sambandh.crm.product.PriceBook;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.product.WarrantyTerms;

/** Products, price books and the prices in them. */
final class ProductSamples {

    private ProductSamples() {}

    static Product product(String id, int n) {
        return Product.builder(new ProductId(id))
                .externalRefs(Varied.refs("product", id, n))
                .code("Ä:" + id)
                .name(Varied.text(n, 1))
                .family(Varied.textOrNone(n, 2))
                .unit(Varied.one(n, 3, "hour", "piece"))
                .active(Varied.one(n, 4, true, false))
                .prices(Varied.some(
                        n,
                        5,
                        new PriceBand(new BigDecimal("2.5"), new BigDecimal("12.123456789"), Money.currencyOf("INR")),
                        PriceBand.of(Money.of("12.125", "KWD")),
                        PriceBand.from(1_000_000, Money.of("0", "JPY"))))
                .warranty(warranty(n, 7))
                .build();
    }

    static @Nullable WarrantyTerms warranty(int n, int salt) {
        Quantity reading = new Quantity(new BigDecimal("10000.5"), "km");
        return Varied.maybe(
                n,
                salt,
                WarrantyTerms.ofMonths(24).upTo(reading),
                WarrantyTerms.ofMonths(1_200),
                new WarrantyTerms(null, reading));
    }

    static PriceBook book(String id, int n) {
        return PriceBook.builder(new PriceBookId(id))
                .externalRefs(Varied.refs("book", id, n))
                .name(Varied.text(n, 1))
                .standard(Varied.one(n, 2, true, false))
                .archived(Varied.one(n, 3, true, false))
                .build();
    }

    static Price price(String id, int n) {
        Money money = Varied.money(n, 1);
        LocalDate day = Varied.date(n, 2);
        return Price.builder(new PriceId(id))
                .externalRefs(Varied.refs("price", id, n))
                .book(new PriceBookId(id("priceBook", n % 4)))
                .product(new ProductId(id("product", n % 20)))
                .validity(
                        n == 0
                                ? Validity.ALWAYS
                                : Varied.one(
                                        n,
                                        3,
                                        Validity.between(day, day.plusDays(1)),
                                        Validity.from(day),
                                        Validity.until(day),
                                        Validity.ALWAYS))
                .bands(Varied.one(
                        n,
                        4,
                        List.of(
                                PriceBand.of(money),
                                PriceBand.from(10, money),
                                new PriceBand(new BigDecimal("10.5"), new BigDecimal("0.000000001"), money.currency())),
                        List.of(PriceBand.of(money))))
                .build();
    }
}
