package org.sambandh.crm.inmemory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Schema;

/** What all transactions of a store share: which entities there are and which repositories stand in for ours. */
final class Registry {

    private final Schema schema;
    private final Map<Class<?>, EntityType<?, ?, ?>> byRepository = new HashMap<>();
    private final Map<Class<?>, EntityType<?, ?, ?>> byEntity = new HashMap<>();
    private final Map<Class<?>, Replacement<?>> replacements;

    /** One counter for the whole store: an entity that is deleted and made anew never gets an old revision back. */
    private final AtomicLong revisions = new AtomicLong();

    Registry(Schema schema, Map<Class<?>, Replacement<?>> replacements) {
        this.schema = schema;
        this.replacements = Map.copyOf(replacements);
        for (EntityType<?, ?, ?> type : schema.entities()) {
            byRepository.put(type.repository(), type);
            byEntity.put(type.type(), type);
        }
        replacements.keySet().forEach(this::byRepository);
    }

    Schema schema() {
        return schema;
    }

    Revision nextRevision() {
        return new Revision(revisions.incrementAndGet());
    }

    @Nullable
    Replacement<?> replacement(Class<?> repository) {
        return replacements.get(repository);
    }

    EntityType<?, ?, ?> byRepository(Class<?> repository) {
        EntityType<?, ?, ?> type = byRepository.get(repository);
        if (type == null) {
            throw new StoreFailure("This store has no " + repository.getSimpleName()
                    + ". Is its feature missing in the schema? Ask for the interface, not for a class.");
        }
        return type;
    }

    EntityType<?, ?, ?> byEntity(Class<?> entity) {
        EntityType<?, ?, ?> type = byEntity.get(entity);
        if (type == null) {
            throw new StoreFailure("This store keeps no " + entity.getSimpleName()
                    + ". Is its feature missing in the schema, or is it a part of another entity?");
        }
        return type;
    }
}
