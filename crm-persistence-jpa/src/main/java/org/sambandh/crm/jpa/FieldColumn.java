package org.sambandh.crm.jpa;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * The copy of one field in a row.
 *
 * @param field which
 * @param attribute its name in a query
 * @param handle the attribute
 * @param currency the attribute beside it that holds the currency of money
 */
record FieldColumn<T, V>(
        Field.One<T, V> field,
        String attribute,
        VarHandle handle,
        @Nullable VarHandle currency) {

    /** Words of the query language, which no provider has to take for an attribute. */
    private static final Set<String> WORDS = Set.of("from", "type", "value", "key", "order", "group", "index", "entry");

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;

    static final LocalDate FIRST_DATE = LocalDate.of(FIRST_YEAR, 1, 1);
    static final LocalDate LAST_DATE = LocalDate.of(LAST_YEAR, 12, 31);
    static final Instant FIRST_INSTANT = FIRST_DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
    static final Instant LAST_INSTANT =
            LAST_DATE.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);

    /** The column of a field, or null where the row has none: a field that a host added reads from the body alone. */
    static <T, V> @Nullable FieldColumn<T, V> find(Field.One<T, V> field, Class<? extends Row> row) {
        String name = attribute(field.name());
        VarHandle handle = handle(row, name);
        if (handle == null || handle.varType() != javaType(field.type().kind())) {
            return null;
        }
        return new FieldColumn<>(field, name, handle, handle(row, field.name() + "Currency"));
    }

    static String attribute(String field) {
        return WORDS.contains(field) ? field + "_" : field;
    }

    /** Copies the value of the field into the row. */
    void copy(T entity, Row row) {
        V value = field.get(entity);
        handle.set(row, value == null ? null : stored(value));
        if (currency != null) {
            currency.set(row, value instanceof Money money ? money.currency().getCurrencyCode() : null);
        }
    }

    /** A value as it stands in the column. */
    Object stored(V value) {
        String path = field.subject().getSimpleName() + "." + field.name();
        if (value instanceof BigDecimal number) {
            Object kept = field.type().clean(path, number);
            return kept == null ? number : kept;
        } else if (value instanceof Instant instant) {
            return inRange(path, instant);
        } else if (value instanceof LocalDate date) {
            checkYear(path, date.getYear());
            return date;
        } else if (value instanceof Money money) {
            return money.amount();
        } else if (value instanceof Boolean) {
            return value;
        }
        return field.type().toText(value);
    }

    static Instant inRange(String path, Instant instant) {
        checkYear(path, instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void checkYear(String path, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Invalid(path, "a database keeps the years 1 to 9999, found " + year);
        }
    }

    private static Class<?> javaType(FieldType.Kind kind) {
        return switch (kind) {
            case TEXT, CODE, REFERENCE -> String.class;
            case BOOLEAN -> Boolean.class;
            case NUMBER, MONEY -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case INSTANT -> Instant.class;
        };
    }

    private static @Nullable VarHandle handle(Class<? extends Row> row, String name) {
        try {
            java.lang.reflect.Field attribute = row.getDeclaredField(name);
            return MethodHandles.lookup().unreflectVarHandle(attribute);
        } catch (NoSuchFieldException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
