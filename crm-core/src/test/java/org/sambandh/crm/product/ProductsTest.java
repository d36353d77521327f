package org.sambandh.crm.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.product.ListPrice.Reason;
import org.sambandh.crm.store.Upserted;

class ProductsTest {

    private static final Currency INR = Currency.getInstance("INR");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final World world = new World();
    private final Products products = new Products(world.units());
    private final PriceBooks books = new PriceBooks(world.units());
    private final Product drill = products.add(NewProduct.of("DR-1", "Drill")
            .family("Tools")
            .price(PriceBand.of(rupees(500)))
            .price(PriceBand.from(10, rupees(450)))
            .warranty(WarrantyTerms.ofMonths(24).upTo(Quantity.of(1_000, "hour"))));

    @Test
    void aProductIsFoundByItsIdCodeFamilyAndReference() {
        assertThat(products.get(drill.id()).name()).isEqualTo("Drill");
        assertThat(products.findByCode(" DR-1 ")).contains(drill);
        assertThat(products.findByCode("dr-1")).isEmpty();
        assertThat(products.find(where(ProductFields.FAMILY, is("Tools"))).items())
                .containsExactly(drill);
        assertThat(world.events()).extracting(Event::type).containsExactly(ProductEvents.ADDED);
    }

    @Test
    void twoProductsCannotShareACode() {
        assertThatThrownBy(() -> products.add(NewProduct.of("DR-1", "Other")))
                .isInstanceOf(DuplicateKey.class)
                .hasMessageContaining("code");
    }

    @Test
    void upsertAddsThenUpdatesThenLeavesAloneAndTellsOnlyWhatChanged() {
        ExternalRef ref = new ExternalRef("erp", "item", "7");
        NewProduct saw = NewProduct.of("SA-1", "Saw").price(PriceBand.of(rupees(90)));

        Upserted<Product> created = products.upsert(ref, saw);
        Upserted<Product> again = products.upsert(ref, saw);
        Upserted<Product> dearer =
                products.upsert(ref, NewProduct.of("SA-1", "Saw").price(PriceBand.of(rupees(95))));

        assertThat(created).isInstanceOf(Upserted.Created.class);
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(dearer).isInstanceOf(Upserted.Updated.class);
        assertThat(products.findByRef(ref)).contains(created.entity());
        assertThat(world.events())
                .extracting(Event::type)
                .containsExactly(ProductEvents.ADDED, ProductEvents.ADDED, ProductEvents.CHANGED);
    }

    @Test
    void whatIsNoLongerSoldKeepsItsPrices() {
        products.change(drill.id(), Product::retire);

        assertThat(products.get(drill.id()).active()).isFalse();
        assertThat(unitPrice(list(drill, APRIL, 1))).isEqualByComparingTo("500");
    }

    @Test
    void thePriceIsThatOfTheLargestQuantityReached() {
        assertThat(unitPrice(list(drill, APRIL, 9))).isEqualByComparingTo("500");
        assertThat(unitPrice(list(drill, APRIL, 10))).isEqualByComparingTo("450");
        assertThat(((ListPrice.Found) list(drill, APRIL, 12)).total()).isEqualTo(rupees(5_400));
    }

    @Test
    void aUnitPriceMayBeFinerThanTheCurrencyAndTheTotalIsRoundedOnce() {
        Product screw = products.add(
                NewProduct.of("SC-1", "Screw").price(new PriceBand(BigDecimal.ZERO, new BigDecimal("0.0125"), INR)));

        assertThat(((ListPrice.Found) list(screw, APRIL, 3)).total()).isEqualTo(Money.of("0.04", "INR"));
        assertThat(((ListPrice.Found) list(screw, APRIL, 1_000)).total()).isEqualTo(Money.of("12.50", "INR"));
    }

    @Test
    void theStandardBookGoesBeforeTheProductsOwnPricesAndOnlyWhileItsPriceHolds() {
        PriceBook standard = books.makeStandard(books.add("List 2026").id());
        books.setPrice(standard.id(), drill.id(), APRIL, PriceBand.of(rupees(520)));

        assertThat(unitPrice(list(drill, APRIL.minusDays(1), 1))).isEqualByComparingTo("500");
        assertThat(unitPrice(list(drill, APRIL, 1))).isEqualByComparingTo("520");
        assertThat(((ListPrice.Found) list(drill, APRIL, 1)).book()).isEqualTo(standard.id());
    }

    @Test
    void aNewPriceEndsTheOneBeforeAndOneFromTheSameDayReplacesIt() {
        PriceBook book = books.add("Resellers");
        books.setPrice(book.id(), drill.id(), APRIL, PriceBand.of(rupees(400)));
        books.setPrice(book.id(), drill.id(), JULY, PriceBand.of(rupees(420)));
        books.setPrice(book.id(), drill.id(), JULY, PriceBand.of(rupees(425)));

        assertThat(unitPrice(price(book, JULY.minusDays(1)))).isEqualByComparingTo("400");
        assertThat(((ListPrice.Found) price(book, APRIL)).until()).isEqualTo(JULY);
        assertThat(unitPrice(price(book, JULY))).isEqualByComparingTo("425");
        assertThat(((ListPrice.Found) price(book, JULY)).until()).isNull();
    }

    @Test
    void aPriceSetInBetweenEndsWhereTheNextBegins() {
        PriceBook book = books.add("Resellers");
        books.setPrice(book.id(), drill.id(), JULY, PriceBand.of(rupees(420)));
        books.setPrice(book.id(), drill.id(), APRIL, PriceBand.of(rupees(400)));

        assertThat(((ListPrice.Found) price(book, APRIL)).until()).isEqualTo(JULY);
        assertThat(unitPrice(price(book, JULY))).isEqualByComparingTo("420");
    }

    @Test
    void settingTheSamePriceAgainWritesAndTellsNothing() {
        PriceBook book = books.add("Resellers");
        Price first = books.setPrice(book.id(), drill.id(), APRIL, PriceBand.of(rupees(400)));
        int told = world.events().size();

        Price again = books.setPrice(book.id(), drill.id(), APRIL, PriceBand.of(rupees(400)));

        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(world.events()).hasSize(told);
    }

    @Test
    void whereThereIsNoPriceTheAnswerSaysWhy() {
        PriceBook book = books.add("Resellers");
        books.setPrice(book.id(), drill.id(), APRIL, PriceBand.from(10, rupees(400)));
        books.endPrice(book.id(), drill.id(), INR, JULY);

        assertThat(price(book, APRIL)).isEqualTo(none(Reason.QUANTITY_TOO_SMALL));
        assertThat(price(book, APRIL.minusDays(1))).isEqualTo(none(Reason.NOT_LISTED));
        assertThat(price(book, JULY)).isEqualTo(none(Reason.NOT_LISTED));
        assertThat(products.listPrice(drill.id(), Currency.getInstance("USD"), APRIL, Quantity.of(1, "piece")))
                .isEqualTo(none(Reason.NOT_LISTED));
        assertThat(products.listPrice(drill.id(), INR, APRIL, Quantity.of(1, "kg")))
                .isEqualTo(none(Reason.OTHER_UNIT));
        books.archive(book.id());
        assertThat(price(book, APRIL)).isEqualTo(none(Reason.BOOK_ARCHIVED));
    }

    @Test
    void onlyOneBookIsTheStandardOne() {
        PriceBook old = books.makeStandard(books.add("2025").id());
        PriceBook now = books.makeStandard(books.add("2026").id());

        assertThat(books.standard()).contains(now);
        assertThat(books.get(old.id()).standard()).isFalse();
        books.archive(now.id());
        assertThat(books.standard()).isEmpty();
    }

    @Test
    void aBookIsKnownByItsReference() {
        ExternalRef ref = new ExternalRef("erp", "book", "1");

        assertThat(books.upsert(ref, "Export")).isInstanceOf(Upserted.Created.class);
        assertThat(books.upsert(ref, "Export")).isInstanceOf(Upserted.Unchanged.class);
        assertThat(books.upsert(ref, "Exports")).isInstanceOf(Upserted.Updated.class);
    }

    @Test
    void pricesOfTwoCurrenciesTwoForOneQuantityAndBelowZeroAreRefused() {
        PriceBook book = books.add("Resellers");

        assertThatThrownBy(() -> books.setPrice(
                        book.id(), drill.id(), APRIL, PriceBand.of(rupees(1)), PriceBand.from(5, Money.of(1, "USD"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        books.setPrice(book.id(), drill.id(), APRIL, PriceBand.of(rupees(1)), PriceBand.of(rupees(2))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> books.setPrice(book.id(), drill.id(), APRIL)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PriceBand.of(rupees(-1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> list(drill, APRIL, 0)).isInstanceOf(Invalid.class);
    }

    @Test
    void aWarrantyEndsByTimeOrByItsMeterWhicheverIsFirst() {
        WarrantyTerms terms = drill.warranty().orElseThrow();
        LocalDate first = LocalDate.of(2026, 1, 31);

        assertThat(terms.endsOn(first)).contains(LocalDate.of(2028, 1, 31));
        assertThat(terms.covers(first, LocalDate.of(2028, 1, 30), null)).isTrue();
        assertThat(terms.covers(first, LocalDate.of(2028, 1, 31), null)).isFalse();
        assertThat(terms.covers(first, first.minusDays(1), null)).isFalse();
        assertThat(terms.covers(first, first, new BigDecimal("1000"))).isTrue();
        assertThat(terms.covers(first, first, new BigDecimal("1000.1"))).isFalse();
        assertThat(WarrantyTerms.ofMonths(1).endsOn(first)).contains(LocalDate.of(2026, 2, 28));
        assertThatThrownBy(() -> new WarrantyTerms(null, null)).isInstanceOf(Invalid.class);
    }

    @Test
    void whatAnotherTenantSellsIsMissing() {
        Products theirs = new Products(world.units(new TenantId("theirs")));
        PriceBooks theirBooks = new PriceBooks(world.units(new TenantId("theirs")));
        PriceBook book = books.add("Mine");

        assertThatThrownBy(() -> theirs.get(drill.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> theirs.listPrice(drill.id(), INR, APRIL, Quantity.of(1, "piece")))
                .hasMessage(notFound(drill.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> theirBooks.makeStandard(book.id())).isInstanceOf(NotFound.class);
        assertThat(theirs.findByCode("DR-1")).isEmpty();
        assertThat(theirs.add(NewProduct.of("DR-1", "Drill")).id()).isNotEqualTo(drill.id());
    }

    private String notFound(ProductId id) {
        try {
            products.get(new ProductId("none"));
            return "";
        } catch (NotFound e) {
            return e.getMessage().replace("none", id.value());
        }
    }

    private ListPrice.None none(Reason reason) {
        return new ListPrice.None(drill.id(), reason);
    }

    private ListPrice price(PriceBook book, LocalDate day) {
        return books.price(book.id(), drill.id(), INR, day, Quantity.of(1, "piece"));
    }

    private ListPrice list(Product product, LocalDate day, long pieces) {
        return products.listPrice(product.id(), INR, day, Quantity.of(pieces, "piece"));
    }

    private static BigDecimal unitPrice(ListPrice price) {
        return ((ListPrice.Found) price).unitPrice();
    }

    private static Money rupees(long amount) {
        return Money.of(amount, "INR");
    }
}
