package org.sambandh.crm.product;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** Keeps what is sold, and tells what it costs. */
public final class Products {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Products(Units units) {
        this.units = units;
    }

    /**
     * Adds a product.
     *
     * @param product what is to be sold
     * @return the product
     * @throws org.sambandh.crm.common.DuplicateKey {@code code} if another product has the code
     */
    public Product add(NewProduct product) {
        return units.run(unit -> add(unit, product, List.of()));
    }

    /**
     * Adds a product, or brings the one known under the reference to the same content; one that was retired stays so.
     *
     * @param ref how another system names it
     * @param product what is to be sold
     * @return the product: created, updated, or unchanged with nothing written or told
     * @throws org.sambandh.crm.common.DuplicateKey {@code code} if another product has the code
     */
    public Upserted<Product> upsert(ExternalRef ref, NewProduct product) {
        return units.run(unit -> {
            Optional<Product> known = find(unit, where(ProductFields.EXTERNAL_REFS, is(ref.key()))).stream()
                    .findFirst();
            if (known.isEmpty()) {
                return new Upserted.Created<>(add(unit, product, List.of(ref)));
            }
            Product draft = product.draft();
            Product before = known.get();
            Product after = save(
                    unit,
                    before,
                    before.toBuilder()
                            .code(draft.code())
                            .name(draft.name())
                            .family(draft.family().orElse(null))
                            .unit(draft.unit())
                            .prices(draft.prices())
                            .warranty(draft.warranty().orElse(null))
                            .build());
            boolean same = after.revision().equals(before.revision());
            return same ? new Upserted.Unchanged<>(after) : new Upserted.Updated<>(after);
        });
    }

    /**
     * Returns one product.
     *
     * @param id its id
     * @return the product
     * @throws NotFound if there is none
     */
    public Product get(ProductId id) {
        return units.run(unit -> load(unit, id));
    }

    /**
     * Returns the product that is ordered by a code.
     *
     * @param code its code, letter by letter
     * @return the product, or nothing
     */
    public Optional<Product> findByCode(String code) {
        String text = Text.orMissing("product.code", code);
        return text == null
                ? Optional.empty()
                : units.run(unit ->
                        find(unit, where(ProductFields.CODE, is(text))).stream().findFirst());
    }

    /**
     * Returns the product that another system names.
     *
     * @param ref how it is named there
     * @return the product, or nothing
     */
    public Optional<Product> findByRef(ExternalRef ref) {
        return units.run(unit -> find(unit, where(ProductFields.EXTERNAL_REFS, is(ref.key()))).stream()
                .findFirst());
    }

    /**
     * Returns the first 100 products that match, by id.
     *
     * @param condition what must hold
     * @return the page
     */
    public Page<Product> find(Condition<Product> condition) {
        return units.run(unit -> unit.get(ProductRepository.class).find(Query.of(condition, unit.moment())));
    }

    /**
     * Returns a page of products.
     *
     * @param query condition, order and cursor
     * @return the page
     */
    public Page<Product> find(Query<Product> query) {
        return units.run(unit -> unit.get(ProductRepository.class).find(query));
    }

    /**
     * Changes a product by a verb of its own: {@code change(id, Product::retire)}. What changes nothing writes nothing.
     *
     * @param id the product
     * @param verb returns a changed copy
     * @return the product as stored
     * @throws NotFound if there is none
     * @throws Invalid if the verb changed id or revision
     */
    public Product change(ProductId id, UnaryOperator<Product> verb) {
        return units.run(unit -> {
            Product before = load(unit, id);
            Product after = verb.apply(before);
            if (!after.equals(before) || !after.revision().equals(before.revision())) {
                throw new Invalid("product", "a verb changes the product it is given, not its id or revision");
            }
            return save(unit, before, after);
        });
    }

    /**
     * Returns what a quantity costs on a day by the standard price book, and where that has no price in the currency by
     * the prices of the product's own.
     *
     * @param product the product; one that is no longer sold keeps its prices
     * @param currency the currency
     * @param day the day
     * @param quantity how much, above zero
     * @return the price, or why there is none
     * @throws NotFound if there is no such product
     * @throws Invalid if the quantity is not above zero
     */
    public ListPrice listPrice(ProductId product, Currency currency, LocalDate day, Quantity quantity) {
        return units.run(unit -> {
            Product sold = load(unit, product);
            Optional<PriceBook> standard = PriceLists.standard(unit);
            @Nullable
            ListPrice inBook =
                    standard.isEmpty() ? null : PriceLists.inBook(unit, standard.get(), sold, currency, day, quantity);
            boolean decided = inBook instanceof ListPrice.Found
                    || (inBook instanceof ListPrice.None none && none.reason() != ListPrice.Reason.NOT_LISTED);
            return inBook != null && decided ? inBook : PriceLists.own(sold, currency, quantity);
        });
    }

    static Product load(Unit unit, ProductId id) {
        return unit.get(ProductRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("product", id.value())));
    }

    private static List<Product> find(Unit unit, Condition<Product> condition) {
        return unit.get(ProductRepository.class)
                .find(Query.of(condition, unit.moment()))
                .items();
    }

    private static Product add(Unit unit, NewProduct product, List<ExternalRef> refs) {
        Product draft = product.draft();
        Product added = Product.builder(unit.newId(ProductId.class, ProductId::new))
                .code(draft.code())
                .name(draft.name())
                .family(draft.family().orElse(null))
                .unit(draft.unit())
                .prices(draft.prices())
                .warranty(draft.warranty().orElse(null))
                .externalRefs(new ArrayList<>(refs))
                .build();
        return written(unit, ProductEvents.ADDED, null, added);
    }

    private static Product save(Unit unit, Product before, Product after) {
        boolean same = Changes.between(unit.catalog().subject(Product.class), before, after)
                .isEmpty();
        return same ? before : written(unit, ProductEvents.CHANGED, before, after);
    }

    private static Product written(Unit unit, String event, @Nullable Product before, Product after) {
        Product stored = unit.get(ProductRepository.class).save(List.of(after)).get(0);
        unit.record(event, Product.class, before, stored, List.of(), Map.of());
        return stored;
    }
}
