package org.sambandh.crm.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;

/**
 * A host's own properties of one subject: names and values. Immutable, ordered by name. A value is a {@code String},
 * {@code Boolean}, {@code BigDecimal}, {@code LocalDate}, {@code Instant} or {@code Money}, or a list of one of them; a
 * missing one has no name here. Which names a tenant has, and their types, says the catalogue.
 *
 * @param values names and values
 */
public record Attributes(SortedMap<String, Object> values) {

    private static final Set<Class<?>> CLASSES =
            Set.of(String.class, Boolean.class, BigDecimal.class, LocalDate.class, Instant.class, Money.class);
    private static final int MAX_NAMES = 500;
    private static final int MAX_ELEMENTS = 1_000;
    private static final int MAX_TEXT = 10_000;
    private static final Attributes NONE = new Attributes(new TreeMap<>());

    /**
     * Checks and copies what it is given.
     *
     * @param values names and values
     */
    public Attributes {
        if (values.size() > MAX_NAMES) {
            throw new Invalid("attributes", "at most " + MAX_NAMES + " names, found " + values.size());
        }
        SortedMap<String, Object> copy = new TreeMap<>();
        values.forEach((name, value) -> copy.put(name, kept("attributes." + name, value)));
        values = Collections.unmodifiableSortedMap(copy);
    }

    /** {@return no properties} */
    public static Attributes none() {
        return NONE;
    }

    /** {@return the names of the properties that are there} */
    public Set<String> names() {
        return values.keySet();
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns these properties with one more or another value.
     *
     * @param field a host's field
     * @param value the value, or null to remove it
     * @param <V> the value
     * @return a changed copy
     * @throws Invalid if the value is not of the field's type
     */
    public <V> Attributes with(Field.One<?, V> field, @Nullable V value) {
        return with(field.name(), field.type(), value);
    }

    /**
     * Returns these properties with other elements of a many-valued one.
     *
     * @param field a host's field
     * @param elements the elements; none removes it
     * @param <V> one element
     * @return a changed copy
     */
    public <V> Attributes with(Field.Many<?, V> field, List<V> elements) {
        List<V> kept = elements.stream()
                .map(e -> field.type().clean(field.name(), e))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return put(field.name(), kept.isEmpty() ? null : kept);
    }

    <V> Attributes with(String name, FieldType<V> type, @Nullable V value) {
        return put(name, type.clean(name, value));
    }

    <V> @Nullable V one(String name, FieldType<V> type) {
        Object value = values.get(name);
        return type.valueClass().isInstance(value) ? type.valueClass().cast(value) : null;
    }

    <V> List<V> many(String name, FieldType<V> type) {
        return values.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(type.valueClass()::isInstance)
                        .map(type.valueClass()::cast)
                        .toList()
                : List.of();
    }

    static void checkType(String name, FieldType<?> type) {
        if (!CLASSES.contains(type.valueClass())) {
            throw new Invalid(name, "an attribute is text, boolean, number, date, instant or money, not " + type);
        }
    }

    private Attributes put(String name, @Nullable Object value) {
        SortedMap<String, Object> copy = new TreeMap<>(values);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return new Attributes(copy);
    }

    private static Object kept(String path, Object value) {
        if (value instanceof List<?> list) {
            if (list.isEmpty() || list.size() > MAX_ELEMENTS) {
                throw new Invalid(path, "1 to " + MAX_ELEMENTS + " elements, found " + list.size());
            }
            if (list.stream().anyMatch(List.class::isInstance)) {
                throw new Invalid(path, "a list of lists cannot be kept");
            }
            if (list.stream().map(Object::getClass).distinct().count() > 1) {
                throw new Invalid(path, "all elements must be of one type");
            }
            return list.stream().map(e -> kept(path, e)).toList();
        }
        if (!CLASSES.contains(value.getClass())) {
            throw new Invalid(path, "cannot keep a " + value.getClass().getSimpleName());
        }
        return value instanceof String text ? Text.required(path, text, MAX_TEXT) : value;
    }

    /** {@return the names only: values may be personal} */
    @Override
    public String toString() {
        return "Attributes" + names();
    }

    /**
     * Returns names and values of any map as attributes.
     *
     * @param values names and values
     * @return the attributes
     */
    public static Attributes of(Map<String, ?> values) {
        return new Attributes(new TreeMap<>(values));
    }
}
