package org.sambandh.crm.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;

/** What the database can decide of the test of one value that is there. */
final class ValueClauses {

    /** The most operands of one list: a statement has room for a few ten thousand parameters. */
    static final int MOST_OPERANDS = 1_000;

    /** Tests the value that stands somewhere. */
    @FunctionalInterface
    interface ValueClause<V> {
        void addTo(Jpql query, Place<V> place);
    }

    /**
     * What the database can decide.
     *
     * @param clause what every value satisfies that passes; null where any value may
     * @param exact whether no other values satisfy it
     */
    record Decided<V>(@Nullable ValueClause<V> clause, boolean exact) {

        /** Any value passes. */
        static <V> Decided<V> any() {
            return new Decided<>(null, true);
        }

        /** No value passes. */
        static <V> Decided<V> none() {
            return new Decided<>((query, place) -> query.add("1 = 0"), true);
        }

        /** The value must be tested again. */
        static <V> Decided<V> unknown() {
            return new Decided<>(null, false);
        }
    }

    private ValueClauses() {}

    /**
     * Returns what can be decided.
     *
     * @param limited whether the value stands in a column of its type, which keeps some years only
     */
    static <V> Decided<V> of(ValueTest<V> test, FieldType<V> type, Moment moment, boolean limited) {
        if (test instanceof ValueTest.Present) {
            return Decided.any();
        } else if (test instanceof ValueTest.Is<V> is) {
            return isOneOf(List.of(is.value()), limited);
        } else if (test instanceof ValueTest.In<V> in) {
            return isOneOf(in.values(), limited);
        } else if (test instanceof ValueTest.Range<V> range) {
            return within(type, range.atLeast(), range.atMost(), true, limited);
        } else if (test instanceof ValueTest.TextMatch match) {
            return match.ignoringCase() ? Decided.unknown() : matching(match);
        } else if (type.kind() == FieldType.Kind.DATE || type.kind() == FieldType.Kind.INSTANT) {
            return Bounds.of(test, type, moment)
                    .map(bounds -> within(type, bounds.atLeast(), bounds.atMost(), bounds.exact(), limited))
                    .orElseGet(Decided::unknown);
        }
        return Decided.unknown();
    }

    private static <V> Decided<V> isOneOf(Collection<V> operands, boolean limited) {
        List<V> storable = operands.stream()
                .filter(value -> side(value, limited) == 0)
                .distinct()
                .toList();
        if (storable.isEmpty()) {
            return Decided.none();
        } else if (storable.size() > MOST_OPERANDS) {
            return Decided.unknown();
        }
        return new Decided<>((query, place) -> place.isOneOf(query, storable), true);
    }

    private static <V> Decided<V> within(
            FieldType<V> type, @Nullable V atLeast, @Nullable V atMost, boolean exact, boolean limited) {
        if ((atLeast != null && side(atLeast, limited) > 0) || (atMost != null && side(atMost, limited) < 0)) {
            return Decided.none();
        }
        V from = atLeast == null || side(atLeast, limited) < 0 ? null : atLeast;
        V to = atMost == null || side(atMost, limited) > 0 ? null : atMost;
        V either = atLeast != null ? atLeast : atMost;
        if (type.kind() != FieldType.Kind.MONEY && from == null && to == null) {
            return new Decided<>(null, exact);
        }
        return new Decided<>(
                (query, place) -> {
                    String word = "(";
                    if (either instanceof Money money) {
                        query.add(word + place.currency() + " = ")
                                .bind(money.currency().getCurrencyCode());
                        word = " and ";
                    }
                    if (from != null) {
                        query.add(word + place.number() + " >= ").bind(place.bound(from));
                        word = " and ";
                    }
                    if (to != null) {
                        query.add(word + place.number() + " <= ").bind(place.bound(to));
                    }
                    query.add(")");
                },
                exact);
    }

    private static <V> Decided<V> matching(ValueTest.TextMatch match) {
        return new Decided<>(
                (query, place) -> {
                    String text = place.text();
                    switch (match.kind()) {
                        case EQUALS -> query.add(text + " = ").bind(match.text());
                        case CONTAINS -> query.add("locate(").bind(match.text()).add(", " + text + ") > 0");
                        case STARTS_WITH ->
                            query.add("locate(").bind(match.text()).add(", " + text + ") = 1");
                        case ENDS_WITH -> endsWith(query, text, match.text());
                    }
                },
                true);
    }

    // Lengths are counted by the database on both sides, because databases count them in different units.
    private static void endsWith(Jpql query, String text, String end) {
        query.add("(length(" + text + ") >= length(")
                .bind(end)
                .add(") and substring(" + text + ", length(" + text + ") - length(")
                .bind(end)
                .add(") + 1) = ")
                .bind(end)
                .add(")");
    }

    /** Adds a test whether money is one of some amounts, each in its currency. */
    static void eachMoney(Jpql query, Place<?> place, Collection<?> values) {
        String word = "(";
        for (Object value : values) {
            Money money = (Money) value;
            query.add(word + "(" + place.currency() + " = ")
                    .bind(money.currency().getCurrencyCode())
                    .add(" and " + place.number() + " = ")
                    .bind(money.amount())
                    .add(")");
            word = " or ";
        }
        query.add(")");
    }

    /** A value as it is compared: a number with all its digits, everything else as it is stored. */
    static <V> Object bound(FieldType<V> type, V value, Function<V, Object> stored) {
        return type.kind() == FieldType.Kind.NUMBER && value instanceof BigDecimal number
                ? number
                : stored.apply(value);
    }

    /** Whether a value lies before (-1), within (0) or behind (1) what a database keeps. */
    private static int side(Object value, boolean limited) {
        if (!limited) {
            return 0;
        } else if (value instanceof Instant instant) {
            return instant.isBefore(FieldColumn.FIRST_INSTANT) ? -1 : instant.isAfter(FieldColumn.LAST_INSTANT) ? 1 : 0;
        } else if (value instanceof LocalDate date) {
            return date.isBefore(FieldColumn.FIRST_DATE) ? -1 : date.isAfter(FieldColumn.LAST_DATE) ? 1 : 0;
        }
        return 0;
    }
}
