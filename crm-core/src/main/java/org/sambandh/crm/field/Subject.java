package org.sambandh.crm.field;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;

/**
 * One kind of thing the catalogue knows: an entity, or a part inside one.
 *
 * @param <S> its class
 */
public final class Subject<S> {

    private final Class<S> type;
    private final String name;
    private final Field.@Nullable One<S, ? extends Id> id;
    private final Map<String, Field<S, ?>> fields;
    private final Map<String, Relation<S, ?>> relations;
    private final @Nullable Memberships<S, ?> memberships;

    Subject(
            Class<S> type,
            String name,
            Field.@Nullable One<S, ? extends Id> id,
            Map<String, Field<S, ?>> fields,
            Map<String, Relation<S, ?>> relations,
            @Nullable Memberships<S, ?> memberships) {
        this.type = type;
        this.name = name;
        this.id = id;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
        this.memberships = memberships;
    }

    /** {@return its class} */
    public Class<S> type() {
        return type;
    }

    /** {@return its name in JSON, messages and references: {@code customer}} */
    public String name() {
        return name;
    }

    /** {@return the field that holds its id; nothing for a part} */
    public Optional<Field.One<S, ? extends Id>> id() {
        return Optional.ofNullable(id);
    }

    /** {@return its fields in the order they were declared, a host's own behind ours; paths are not listed} */
    public Collection<Field<S, ?>> fields() {
        return fields.values();
    }

    /** {@return its relations} */
    public Collection<Relation<S, ?>> relations() {
        return relations.values();
    }

    /** {@return where its segment memberships are; nothing for parts} */
    public Optional<Memberships<S, ?>> memberships() {
        return Optional.ofNullable(memberships);
    }

    /**
     * Returns the reference to one of its entities.
     *
     * @param subject an entity
     * @return kind and id
     * @throws IllegalStateException for a part, which has no id
     */
    public EntityRef ref(S subject) {
        Id value = id == null ? null : id.get(subject);
        if (value == null) {
            throw new IllegalStateException("a " + name + " has no id");
        }
        return new EntityRef(name, value.value());
    }

    Subject<S> readBy(Reading reading) {
        Map<String, Field<S, ?>> read = new LinkedHashMap<>();
        fields.forEach((key, field) -> read.put(key, field.equals(id) ? field : reading.field(field)));
        Map<String, Relation<S, ?>> related = new LinkedHashMap<>();
        relations.forEach((key, relation) -> related.put(key, reading.relation(relation)));
        return new Subject<>(
                type, name, id, read, related, memberships == null ? null : reading.memberships(memberships));
    }

    @Nullable
    Field<S, ?> find(String fieldName) {
        return fields.get(fieldName);
    }

    @Nullable
    Relation<S, ?> findRelation(String relationName) {
        return relations.get(relationName);
    }

    Map<String, Field<S, ?>> fieldsByName() {
        return fields;
    }

    Map<String, Relation<S, ?>> relationsByName() {
        return relations;
    }

    @Override
    public String toString() {
        return name;
    }
}
