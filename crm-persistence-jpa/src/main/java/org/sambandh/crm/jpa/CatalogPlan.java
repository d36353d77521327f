package org.sambandh.crm.jpa;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.EntityType;

/** The plans for all kinds of entities with one catalogue. */
final class CatalogPlan {

    private final Catalog catalog;
    private final CrmJson json;
    private final Map<Class<?>, EntityPlan<?, ?>> plans = new ConcurrentHashMap<>();

    CatalogPlan(Catalog catalog) {
        this.catalog = catalog;
        this.json = CrmJson.with(catalog);
    }

    @SuppressWarnings("unchecked") // a plan is put under the class of its entities
    <T extends Entity<I>, I extends Id> EntityPlan<T, I> of(EntityType<T, I, ?> type) {
        return (EntityPlan<T, I>) plans.computeIfAbsent(type.type(), t -> new EntityPlan<>(type, catalog, json));
    }
}
