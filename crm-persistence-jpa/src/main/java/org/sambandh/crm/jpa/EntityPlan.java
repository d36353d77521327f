package org.sambandh.crm.jpa;

import jakarta.persistence.Entity;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.EntityType;

/** How entities of one kind become rows, with the catalogue of one tenant. Immutable and safe for concurrent use. */
final class EntityPlan<T extends org.sambandh.crm.common.Entity<I>, I extends Id> {

    private final EntityType<T, I, ?> type;
    private final CrmJson json;
    private final Class<? extends Row> row;
    private final String entityName;
    private final MethodHandle constructor;
    private final Map<Field<T, ?>, FieldColumn<T, ?>> columns = new LinkedHashMap<>();
    private final Map<Field<T, ?>, Optional<Field.One<T, Instant>>> elements = new LinkedHashMap<>();
    private final Map<String, Field<T, ?>> declared = new HashMap<>();

    EntityPlan(EntityType<T, I, ?> type, Catalog catalog, CrmJson json) {
        this.type = type;
        this.json = json;
        this.row = RowTypes.of(type.type());
        this.entityName = row.getAnnotation(Entity.class).name();
        try {
            this.constructor = MethodHandles.lookup()
                    .findConstructor(row, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Row.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        for (Field<T, ?> field : catalog.subject(type.type()).fields()) {
            declared.put(field.name(), field);
            if (field instanceof Field.One<T, ?> one && !field.isAttribute() && !field.equals(type.id())) {
                FieldColumn<T, ?> column = FieldColumn.find(one, row);
                if (column != null) {
                    columns.put(field, column);
                }
            } else if (field.isMany() && field.indexed() && !field.isAttribute()) {
                elements.put(field, time(catalog, field));
            }
        }
    }

    @SuppressWarnings("unchecked") // the time field is one of the fact, which is this entity
    private Optional<Field.One<T, Instant>> time(Catalog catalog, Field<T, ?> factKey) {
        for (Subject<?> subject : catalog.subjects()) {
            for (Relation<?, ?> relation : subject.relations()) {
                if (relation instanceof Relation.Join<?, ?> join
                        && join.factKey().equals(factKey)
                        && join.time().isPresent()) {
                    return Optional.of((Field.One<T, Instant>) join.time().get());
                }
            }
        }
        return Optional.empty();
    }

    EntityType<T, I, ?> type() {
        return type;
    }

    Class<? extends Row> row() {
        return row;
    }

    /** The name of the table in a query. */
    String entityName() {
        return entityName;
    }

    /** The kind under which elements and unique keys are stored. */
    String kind() {
        return type.name();
    }

    /** The column of a field; null where there is none, or the catalogue knows another field of that name. */
    @SuppressWarnings("unchecked") // equal fields have the same type
    <V> @Nullable FieldColumn<T, V> column(Field<T, V> field) {
        return isDeclared(field) ? (FieldColumn<T, V>) columns.get(field) : null;
    }

    /** The name under which the elements of a field are stored; null where they are not. */
    @Nullable
    String elementsOf(Field<T, ?> field) {
        if (!isDeclared(field)) {
            return null;
        } else if (field.isAttribute()) {
            return Elements.attribute(field.name(), field.type().valueClass(), field.isMany());
        }
        return elements.containsKey(field) ? field.name() : null;
    }

    /** The instant by which the stored elements of a field can be read in order. */
    Optional<Field.One<T, Instant>> timeOf(Field<T, ?> field) {
        return isDeclared(field) ? elements.getOrDefault(field, Optional.empty()) : Optional.empty();
    }

    private boolean isDeclared(Field<T, ?> field) {
        return field.equals(declared.get(field.name()));
    }

    /** A row without content. */
    Row newRow(TenantId tenant, String id) {
        try {
            Row made = (Row) constructor.invokeExact();
            made.tenant = tenant.value();
            made.id = id;
            return made;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a " + row.getSimpleName(), e);
        }
    }

    /** Copies an entity into its row. */
    void copy(T entity, Row into) {
        into.revision = entity.revision().value();
        into.body = escaped(json.write(entity));
        for (FieldColumn<T, ?> column : columns.values()) {
            column.copy(entity, into);
        }
    }

    /**
     * Escapes halves of pairs, which a message that somebody else made may hold and no database keeps. They stand within
     * quotes only, where JSON has another way to write them.
     */
    static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean half = Character.isSurrogate(c) && !pair;
            if (half && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (half) {
                    escaped.append("\\u").append(Integer.toHexString(c));
                } else {
                    escaped.append(c);
                }
            }
            if (pair) {
                i++;
                if (escaped != null) {
                    escaped.append(text.charAt(i));
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** The entity of a row. */
    T read(long revision, String body) {
        T entity = json.read(type.type(), body);
        Revision stored = new Revision(revision);
        return entity.revision().equals(stored) ? entity : type.stamp().apply(entity, stored);
    }

    /** The elements of an entity that are stored by themselves. */
    Collection<ValueRow> elements(TenantId tenant, T entity) {
        Elements found = new Elements(tenant, kind(), entity.id().value());
        elements.forEach((field, time) -> add(found, field, time, entity));
        if (entity instanceof HasAttributes<?> host) {
            host.attributes().values().forEach((name, value) -> {
                List<?> several = value instanceof List<?> list ? list : List.of(value);
                String stored = Elements.attribute(name, several.get(0).getClass(), value instanceof List);
                several.forEach(element -> found.add(stored, Objects.requireNonNull(element), null));
            });
        }
        return found.rows();
    }

    private <V> void add(Elements found, Field<T, V> field, Optional<Field.One<T, Instant>> time, T entity) {
        Instant at = time.map(t -> t.get(entity)).orElse(null);
        for (V element : ((Field.Many<T, V>) field).get(entity)) {
            found.add(field, Objects.requireNonNull(element), at);
        }
    }
}
