package org.sambandh.crm.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Keys;

/** Collects the rows for the elements of one entity, each key of a field once. */
final class Elements {

    private final TenantId tenant;
    private final String kind;
    private final String owner;
    private final Map<ValueRow.Key, ValueRow> rows = new LinkedHashMap<>();

    Elements(TenantId tenant, String kind, String owner) {
        this.tenant = tenant;
        this.kind = kind;
        this.owner = owner;
    }

    /** The name under which an attribute is stored; no plain field has a colon in its name. */
    static String attribute(String name, Class<?> valueClass, boolean isMany) {
        String type = valueClass == BigDecimal.class
                ? "number"
                : valueClass == String.class
                        ? "text"
                        : valueClass.getSimpleName().toLowerCase(Locale.ROOT);
        return name + ":" + type + (isMany ? "*" : "");
    }

    /** Adds an element of a field of ours. */
    <V> void add(Field<?, V> field, V element, @Nullable Instant at) {
        if (!(element instanceof String text && Text.isBlank(text))) {
            put(field.name(), Keys.of(field.type(), element), element, at);
        }
    }

    /** Adds an element of an attribute. */
    void add(String stored, Object element, @Nullable Instant at) {
        put(stored, attributeKey(element), element, at);
    }

    Collection<ValueRow> rows() {
        return rows.values();
    }

    private void put(String field, String key, Object element, @Nullable Instant at) {
        ValueRow row = new ValueRow();
        row.tenant = tenant.value();
        row.kind = kind;
        row.owner = owner;
        row.field = field;
        row.itemKey = ItemKey.of(key);
        row.text = element instanceof String text
                ? text
                : element instanceof Money money ? money.currency().getCurrencyCode() : null;
        row.number = number(element);
        row.happenedAt = at == null ? null : FieldColumn.inRange(kind + "." + field, at);
        rows.putIfAbsent(row.key(), row);
    }

    private static String attributeKey(Object element) {
        if (element instanceof BigDecimal number) {
            return Keys.of(FieldType.INTEGER, number);
        } else if (element instanceof Instant instant) {
            return Keys.of(FieldType.INSTANT, instant.truncatedTo(ChronoUnit.MICROS));
        }
        return element.toString();
    }

    /** The number by which elements with an order compare. */
    static @Nullable BigDecimal number(Object element) {
        if (element instanceof BigDecimal number) {
            return number;
        } else if (element instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        } else if (element instanceof LocalDate date) {
            return BigDecimal.valueOf(date.toEpochDay());
        } else if (element instanceof Instant instant) {
            return BigDecimal.valueOf(FieldType.INSTANT.toLong(instant));
        } else if (element instanceof Money money) {
            return money.amount();
        }
        return null;
    }
}
