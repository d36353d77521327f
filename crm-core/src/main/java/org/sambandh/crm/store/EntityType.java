package org.sambandh.crm.store;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What a store must know of one kind of entity to keep it.
 *
 * @param type the class of the entity
 * @param name its name in the catalogue
 * @param id the field that holds its id
 * @param repository the feature's own repository type
 * @param typed makes one of that type that forwards to any repository
 * @param stamp returns a copy with another revision
 * @param unique fields of which no two entities of a tenant may share an element
 * @param <T> the entity
 * @param <I> its id
 * @param <R> its repository
 */
public record EntityType<T extends Entity<I>, I extends Id, R extends Repository<T, I>>(
        Class<T> type,
        String name,
        Field.One<T, I> id,
        Class<R> repository,
        Function<Repository<T, I>, R> typed,
        BiFunction<T, Revision, T> stamp,
        List<Field<T, ?>> unique) {

    /**
     * Checks and copies what it is given.
     *
     * @param type the class of the entity
     * @param name its name in the catalogue
     * @param id the field that holds its id
     * @param repository the feature's own repository type
     * @param typed makes one of that type that forwards to any repository
     * @param stamp returns a copy with another revision
     * @param unique fields of which no two entities of a tenant may share an element
     */
    public EntityType {
        unique = List.copyOf(unique);
    }

    /**
     * Returns the reference to an entity.
     *
     * @param entity the entity
     * @return kind and id
     */
    public EntityRef ref(T entity) {
        return new EntityRef(name, entity.id().value());
    }

    /**
     * Returns the indexed field of the keys under which other systems know an entity, {@code system:type:value} each.
     *
     * @param type the class of the entity
     * @param <T> the entity
     * @return the field {@code externalRefs}; every entity declares it unique
     */
    public static <T extends Entity<?>> Field.Many<T, String> externalRefs(Class<T> type) {
        return Field.many(
                        type,
                        "externalRefs",
                        FieldType.TEXT,
                        e -> e.externalRefs().stream().map(ref -> ref.key()).toList())
                .asIndexed();
    }
}
