package org.sambandh.crm.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

/** A customer of a shop with twelve attributes and orders inside, made up from a number. */
record Shopper(
        CustomerId id,
        @Nullable String industry,
        String country,
        @Nullable String source,
        Tier tier,
        BigDecimal employees,
        boolean optedIn,
        LocalDate born,
        Instant created,
        @Nullable Instant lastSeen,
        Money budget,
        @Nullable BigDecimal rating,
        List<String> tags,
        List<Order> orders) {

    enum Tier {
        GOLD,
        SILVER,
        NONE
    }

    record Order(String kind, BigDecimal amount, Instant at) {}

    static final FieldType<CustomerId> ID_TYPE = FieldType.id(CustomerId.class, CustomerId::new);
    static final Field.One<Shopper, CustomerId> ID = Field.one(Shopper.class, "id", ID_TYPE, Shopper::id);
    static final Field.One<Shopper, String> INDUSTRY =
            Field.one(Shopper.class, "industry", FieldType.TEXT, Shopper::industry);
    static final Field.One<Shopper, String> COUNTRY =
            Field.one(Shopper.class, "country", FieldType.TEXT, Shopper::country);
    static final Field.One<Shopper, String> SOURCE =
            Field.one(Shopper.class, "source", FieldType.TEXT, Shopper::source);
    static final Field.One<Shopper, Tier> TIER =
            Field.one(Shopper.class, "tier", FieldType.enumOf(Tier.class), Shopper::tier);
    static final Field.One<Shopper, BigDecimal> EMPLOYEES =
            Field.one(Shopper.class, "employees", FieldType.INTEGER, Shopper::employees);
    static final Field.One<Shopper, Boolean> OPTED_IN =
            Field.one(Shopper.class, "optedIn", FieldType.BOOLEAN, Shopper::optedIn);
    static final Field.One<Shopper, LocalDate> BORN = Field.one(Shopper.class, "born", FieldType.DATE, Shopper::born);
    static final Field.One<Shopper, Instant> CREATED =
            Field.one(Shopper.class, "created", FieldType.INSTANT, Shopper::created);
    static final Field.One<Shopper, Instant> LAST_SEEN =
            Field.one(Shopper.class, "lastSeen", FieldType.INSTANT, Shopper::lastSeen);
    static final Field.One<Shopper, Money> BUDGET =
            Field.one(Shopper.class, "budget", FieldType.MONEY, Shopper::budget);
    static final Field.One<Shopper, BigDecimal> RATING =
            Field.one(Shopper.class, "rating", FieldType.number(2), Shopper::rating);
    static final Field.Many<Shopper, String> TAGS = Field.many(Shopper.class, "tags", FieldType.TEXT, Shopper::tags);

    static final Field.One<Order, String> KIND = Field.one(Order.class, "kind", FieldType.TEXT, Order::kind);
    static final Field.One<Order, BigDecimal> AMOUNT =
            Field.one(Order.class, "amount", FieldType.number(2), Order::amount);
    static final Field.Many<Order, BigDecimal> PIECES = Field.many(
            Order.class,
            "pieces",
            FieldType.INTEGER,
            o -> List.of(
                    o.amount().setScale(0, RoundingMode.DOWN),
                    BigDecimal.valueOf(o.kind().length())));
    static final Field.One<Order, Instant> AT = Field.one(Order.class, "at", FieldType.INSTANT, Order::at);
    static final Relation<Shopper, Order> ORDERS = Relation.<Shopper, Order>parts(
                    "orders", Shopper.class, Order.class, Shopper::orders)
            .at(AT);

    static final Catalog CATALOG = Catalog.builder(FiscalCalendar.startingIn(Month.APRIL))
            .entity(
                    Shopper.class,
                    "shopper",
                    ID,
                    List.of(
                            INDUSTRY, COUNTRY, SOURCE, TIER, EMPLOYEES, OPTED_IN, BORN, CREATED, LAST_SEEN, BUDGET,
                            RATING, TAGS))
            .part(Order.class, "order", List.of(KIND, AMOUNT, PIECES, AT))
            .relation(ORDERS)
            .build();

    static final Moment NOW = new Moment(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private static final List<String> COUNTRIES = List.of("IN", "DE", "US", "GB");
    private static final List<String> SOURCES = List.of("web", "fair", "referral");
    private static final List<String> KINDS = List.of("online", "shop", "phone");

    static Shopper of(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> tags = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add("tag" + random.nextInt(40));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            orders.add(new Order(
                    KINDS.get(random.nextInt(3)),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                    NOW.at().minusSeconds(random.nextInt(31_000_000))));
        }
        return new Shopper(
                id(number),
                random.nextInt(10) == 0 ? null : "industry " + random.nextInt(60),
                COUNTRIES.get(random.nextInt(4)),
                random.nextInt(5) == 0 ? null : SOURCES.get(random.nextInt(3)),
                Tier.values()[random.nextInt(3)],
                BigDecimal.valueOf(random.nextInt(10_000)),
                random.nextBoolean(),
                LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
                NOW.at().minusSeconds(random.nextInt(100_000_000)),
                random.nextInt(3) == 0 ? null : NOW.at().minusSeconds(random.nextInt(10_000_000)),
                Money.of(random.nextInt(1_000_000), random.nextInt(4) == 0 ? "USD" : "INR"),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(501), 2),
                tags,
                orders);
    }

    static CustomerId id(int number) {
        return new CustomerId(new UUID(0x0192_7c1f_0000_7000L, 0x8000_0000_0000_0000L | number * 31L).toString());
    }

    static List<Shopper> some(int count) {
        List<Shopper> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(of(i));
        }
        return some;
    }

    static FactTable<Shopper> table(List<Shopper> shoppers) {
        return FactTable.builder(CATALOG, Shopper.class)
                .allFields()
                .relation(ORDERS, KIND, AMOUNT, PIECES)
                .build(shoppers, Facts.NONE, NOW);
    }

    Shopper in(String newCountry) {
        return new Shopper(
                id,
                industry,
                newCountry,
                source,
                tier,
                employees,
                optedIn,
                born,
                created,
                lastSeen,
                budget,
                rating,
                tags,
                orders);
    }

    Shopper ordering(List<Order> newOrders) {
        return new Shopper(
                id, industry, country, source, tier, employees, optedIn, born, created, lastSeen, budget, rating, tags,
                newOrders);
    }

    Shopper ofOrders(List<Order> newOrders) {
        return new Shopper(
                id, industry, country, source, tier, employees, optedIn, born, created, lastSeen, budget, rating, tags,
                newOrders);
    }

    Shopper ofIndustry(CustomerId newId, String newIndustry) {
        return new Shopper(
                newId,
                newIndustry,
                country,
                source,
                tier,
                employees,
                optedIn,
                born,
                created,
                lastSeen,
                budget,
                rating,
                tags,
                orders);
    }
}
