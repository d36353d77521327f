package org.sambandh.crm.product;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Looks prices up. */
final class PriceLists {

    private PriceLists() {}

    static Optional<PriceBook> standard(Unit unit) {
        return unit
                .get(PriceBookRepository.class)
                .find(Query.of(where(PriceFields.BOOK_STANDARD, is(true)), unit.moment()))
                .items()
                .stream()
                .filter(book -> !book.archived())
                .findFirst();
    }

    /** All prices of a product in a book and currency, whenever they hold. */
    static List<Price> pricesOf(Unit unit, PriceBookId book, ProductId product, Currency currency) {
        Query<Price> query = Query.of(
                        all(
                                where(PriceFields.PRODUCT, is(product)),
                                where(PriceFields.BOOK, is(book)),
                                where(PriceFields.CURRENCY, is(currency.getCurrencyCode()))),
                        unit.moment())
                .limit(1_000);
        List<Price> prices = new ArrayList<>();
        Optional<Cursor> next;
        do {
            Page<Price> page = unit.get(PriceRepository.class).find(query);
            prices.addAll(page.items());
            next = page.next();
            query = next.isPresent() ? query.after(next.get()) : query;
        } while (next.isPresent());
        return prices;
    }

    static ListPrice inBook(
            Unit unit, PriceBook book, Product product, Currency currency, LocalDate day, Quantity quantity) {
        if (book.archived()) {
            return new ListPrice.None(product.id(), ListPrice.Reason.BOOK_ARCHIVED);
        }
        List<PriceBand> bands = List.of();
        @Nullable LocalDate until = null;
        for (Price price : pricesOf(unit, book.id(), product.id(), currency)) {
            if (price.validity().holdsOn(day)) {
                bands = price.bands();
                until = price.validity().until();
            }
        }
        return of(product, bands, currency, quantity, book.id(), until);
    }

    static ListPrice own(Product product, Currency currency, Quantity quantity) {
        return of(product, product.prices(), currency, quantity, null, null);
    }

    private static ListPrice of(
            Product product,
            List<PriceBand> bands,
            Currency currency,
            Quantity quantity,
            @Nullable PriceBookId book,
            @Nullable LocalDate until) {
        if (quantity.amount().signum() <= 0) {
            throw new Invalid("listPrice.quantity", "above zero");
        }
        if (Bands.in(bands, currency).isEmpty()) {
            return new ListPrice.None(product.id(), ListPrice.Reason.NOT_LISTED);
        }
        if (!quantity.unit().equals(product.unit())) {
            return new ListPrice.None(product.id(), ListPrice.Reason.OTHER_UNIT);
        }
        Optional<PriceBand> band = Bands.find(bands, currency, quantity.amount());
        if (band.isEmpty()) {
            return new ListPrice.None(product.id(), ListPrice.Reason.QUANTITY_TOO_SMALL);
        }
        return new ListPrice.Found(product.id(), band.get().unitPrice(), currency, quantity, book, until);
    }
}
