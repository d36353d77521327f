package org.sambandh.crm.product;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** Keeps price books and their dated prices. */
public final class PriceBooks {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public PriceBooks(Units units) {
        this.units = units;
    }

    /**
     * Adds a book. It is not the standard one; see {@link #makeStandard}.
     *
     * @param name what it is called, at most 200 characters
     * @return the book
     */
    public PriceBook add(String name) {
        return units.run(unit -> add(unit, name, List.of()));
    }

    /**
     * Adds a book, or gives the one known under the reference the name.
     *
     * @param ref how another system names it
     * @param name what it is called, at most 200 characters
     * @return the book: created, updated, or unchanged with nothing written or told
     */
    public Upserted<PriceBook> upsert(ExternalRef ref, String name) {
        return units.run(unit -> {
            Optional<PriceBook> known = unit
                    .get(PriceBookRepository.class)
                    .find(Query.of(where(PriceFields.BOOK_EXTERNAL_REFS, is(ref.key())), unit.moment()))
                    .items()
                    .stream()
                    .findFirst();
            if (known.isEmpty()) {
                return new Upserted.Created<>(add(unit, name, List.of(ref)));
            }
            PriceBook after = save(unit, known.get(), known.get().rename(name));
            boolean same = after.revision().equals(known.get().revision());
            return same ? new Upserted.Unchanged<>(after) : new Upserted.Updated<>(after);
        });
    }

    /**
     * Returns one book.
     *
     * @param id its id
     * @return the book
     * @throws NotFound if there is none
     */
    public PriceBook get(PriceBookId id) {
        return units.run(unit -> load(unit, id));
    }

    /** {@return the book in which list prices are looked up, or nothing} */
    public Optional<PriceBook> standard() {
        return units.run(PriceLists::standard);
    }

    /**
     * Makes a book the one in which list prices are looked up; the one before is it no longer.
     *
     * @param id the book; taken into use again where it was archived
     * @return the book
     * @throws NotFound if there is none
     */
    public PriceBook makeStandard(PriceBookId id) {
        return units.run(unit -> {
            PriceBook book = load(unit, id);
            Query<PriceBook> standard = Query.of(where(PriceFields.BOOK_STANDARD, is(true)), unit.moment());
            for (PriceBook other :
                    unit.get(PriceBookRepository.class).find(standard).items()) {
                if (!other.equals(book)) {
                    save(unit, other, other.toBuilder().standard(false).build());
                }
            }
            return save(
                    unit, book, book.toBuilder().standard(true).archived(false).build());
        });
    }

    /**
     * Takes a book out of use: its prices are kept and found no longer. The standard one is it no longer.
     *
     * @param id the book
     * @return the book
     * @throws NotFound if there is none
     */
    public PriceBook archive(PriceBookId id) {
        return units.run(unit -> {
            PriceBook book = load(unit, id);
            return save(
                    unit, book, book.toBuilder().standard(false).archived(true).build());
        });
    }

    /**
     * Sets what a product costs in a book from a day on: until the next price of that book and currency that is set
     * already, or without end. The price that held until then ends; one from the same day on is replaced. Setting the same
     * again writes nothing.
     *
     * @param book the book
     * @param product the product
     * @param from the first day
     * @param bands the price by quantity, at least one, all in one currency
     * @return the price as stored
     * @throws NotFound if there is no such book or product
     * @throws Invalid if the bands are of two currencies, or two are for one quantity
     */
    public Price setPrice(PriceBookId book, ProductId product, LocalDate from, PriceBand... bands) {
        return units.run(unit -> setPrice(unit, book, product, from, List.of(bands)));
    }

    private static Price setPrice(
            Unit unit, PriceBookId book, ProductId product, LocalDate from, List<PriceBand> bands) {
        load(unit, book);
        Products.load(unit, product);
        Price draft = Price.builder(new PriceId("draft"))
                .book(book)
                .product(product)
                .bands(bands)
                .build();
        List<Price> known = new ArrayList<>(PriceLists.pricesOf(unit, book, product, draft.currency()));
        known.sort(Comparator.comparing(price -> first(price)));
        @Nullable LocalDate until = null;
        @Nullable Price same = null;
        for (Price price : known) {
            LocalDate begin = first(price);
            if (begin.isEqual(from)) {
                same = price;
            } else if (begin.isAfter(from) && until == null) {
                until = begin;
            } else if (begin.isBefore(from) && price.validity().holdsOn(from)) {
                save(unit, price, from);
            }
        }
        Price.Builder builder = same == null
                ? Price.builder(unit.newId(PriceId.class, PriceId::new))
                        .book(book)
                        .product(product)
                : same.toBuilder();
        Price after = builder.validity(new Validity(from, until)).bands(bands).build();
        return save(unit, same, after);
    }

    /**
     * Ends the price of a product in a book.
     *
     * @param book the book
     * @param product the product
     * @param currency the currency
     * @param day the first day on which the product has no price any more; prices that begin on it or later stay
     * @return the price that held until then, or nothing where none did: nothing is written then
     * @throws NotFound if there is no such book or product
     */
    public Optional<Price> endPrice(PriceBookId book, ProductId product, Currency currency, LocalDate day) {
        return units.run(unit -> {
            load(unit, book);
            Products.load(unit, product);
            for (Price price : PriceLists.pricesOf(unit, book, product, currency)) {
                if (price.validity().holdsOn(day) && first(price).isBefore(day)) {
                    return Optional.of(save(unit, price, day));
                }
            }
            return Optional.empty();
        });
    }

    /**
     * Returns what a quantity costs on a day by one book, whether it is the standard one or not.
     *
     * @param book the book
     * @param product the product
     * @param currency the currency
     * @param day the day
     * @param quantity how much, above zero
     * @return the price, or why there is none; prices of the product's own are not looked at
     * @throws NotFound if there is no such book or product
     * @throws Invalid if the quantity is not above zero
     */
    public ListPrice price(PriceBookId book, ProductId product, Currency currency, LocalDate day, Quantity quantity) {
        return units.run(unit ->
                PriceLists.inBook(unit, load(unit, book), Products.load(unit, product), currency, day, quantity));
    }

    private static LocalDate first(Price price) {
        LocalDate from = price.validity().from();
        return from == null ? LocalDate.MIN : from;
    }

    private static PriceBook load(Unit unit, PriceBookId id) {
        return unit.get(PriceBookRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("priceBook", id.value())));
    }

    private static PriceBook add(Unit unit, String name, List<ExternalRef> refs) {
        PriceBook book = PriceBook.builder(unit.newId(PriceBookId.class, PriceBookId::new))
                .name(name)
                .externalRefs(refs)
                .build();
        return written(unit, ProductEvents.BOOK_ADDED, null, book);
    }

    private static PriceBook save(Unit unit, PriceBook before, PriceBook after) {
        boolean same = Changes.between(unit.catalog().subject(PriceBook.class), before, after)
                .isEmpty();
        return same ? before : written(unit, ProductEvents.BOOK_CHANGED, before, after);
    }

    private static PriceBook written(Unit unit, String event, @Nullable PriceBook before, PriceBook after) {
        PriceBook stored =
                unit.get(PriceBookRepository.class).save(List.of(after)).get(0);
        unit.record(event, PriceBook.class, before, stored, List.of(), Map.of());
        return stored;
    }

    private static Price save(Unit unit, Price before, LocalDate end) {
        return save(
                unit,
                before,
                before.toBuilder().validity(before.validity().endedOn(end)).build());
    }

    private static Price save(Unit unit, @Nullable Price before, Price after) {
        if (before != null
                && Changes.between(unit.catalog().subject(Price.class), before, after)
                        .isEmpty()) {
            return before;
        }
        Price stored = unit.get(PriceRepository.class).save(List.of(after)).get(0);
        String event = before == null ? ProductEvents.PRICE_SET : ProductEvents.PRICE_CHANGED;
        EntityRef product = new EntityRef("product", stored.product().value());
        unit.record(event, Price.class, before, stored, List.of(product), Map.of());
        return stored;
    }
}
