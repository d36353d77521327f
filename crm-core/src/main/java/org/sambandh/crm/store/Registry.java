package org.sambandh.crm.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.StoreFailure;

/**
 * What all transactions of a store share: which entities there are and which repositories stand in for the store's own.
 * Immutable.
 */
public final class Registry {

    private final Schema schema;
    private final Map<Class<?>, EntityType<?, ?, ?>> byRepository = new HashMap<>();
    private final Map<Class<?>, EntityType<?, ?, ?>> byEntity = new HashMap<>();
    private final Map<Class<?>, Replacement<?>> replacements = new HashMap<>();

    /**
     * Makes a registry.
     *
     * @param schema what the store keeps
     * @param replacements what stands in for the store's own; of several for one type the last counts
     * @throws StoreFailure if a repository is to be replaced that the schema does not know
     */
    public Registry(Schema schema, Collection<Replacement<?>> replacements) {
        this.schema = schema;
        for (EntityType<?, ?, ?> type : schema.entities()) {
            byRepository.put(type.repository(), type);
            byEntity.put(type.type(), type);
        }
        for (Replacement<?> replacement : replacements) {
            byRepository(replacement.type());
            this.replacements.put(replacement.type(), replacement);
        }
    }

    /** {@return what the store keeps} */
    public Schema schema() {
        return schema;
    }

    /**
     * Returns whether an entity is kept by a repository of the host's, so that its rows are not the store's to look into.
     *
     * @param entity the class of the entity
     * @return whether it is
     * @throws StoreFailure if the store keeps no such entity
     */
    public boolean isReplaced(Class<?> entity) {
        return replacements.containsKey(byEntity(entity).repository());
    }

    /**
     * Returns the kind of entity of a repository.
     *
     * @param repository the feature's repository type
     * @return the kind
     * @throws StoreFailure if the store has no such repository
     */
    public EntityType<?, ?, ?> byRepository(Class<?> repository) {
        EntityType<?, ?, ?> type = byRepository.get(repository);
        if (type == null) {
            throw new StoreFailure("This store has no " + repository.getSimpleName()
                    + ". Is its feature missing in the schema? Ask for the interface, not for a class.");
        }
        return type;
    }

    /**
     * Returns the kind of entity of a class.
     *
     * @param entity the class
     * @return the kind
     * @throws StoreFailure if the store keeps no such entity
     */
    public EntityType<?, ?, ?> byEntity(Class<?> entity) {
        EntityType<?, ?, ?> type = byEntity.get(entity);
        if (type == null) {
            throw new StoreFailure("This store keeps no " + entity.getSimpleName()
                    + ". Is its feature missing in the schema, or is it a part of another entity?");
        }
        return type;
    }

    @Nullable
    Replacement<?> replacement(Class<?> repository) {
        return replacements.get(repository);
    }
}
