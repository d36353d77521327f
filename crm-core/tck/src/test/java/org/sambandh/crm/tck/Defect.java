package org.sambandh.crm.tck;

import java.util.function.Function;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Redirects;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.WriteWatch;

/** The store in memory with something wrong: a subclass says what. */
abstract class Defect implements CrmStore {

    private final Schema schema;
    private final CrmStore inner;

    Defect(Schema schema) {
        this.schema = schema;
        this.inner = InMemoryCrmStore.builder(schema).build();
    }

    Schema schema() {
        return schema;
    }

    @Override
    public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
        return inner.inTransaction(tenant, all -> work.apply(new Wrapped(tenant, all)));
    }

    <T extends Entity<I>, I extends Id> Repository<T, I> repository(
            EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
        return sound;
    }

    void afterCommit(Runnable action, Repositories sound) {
        sound.afterCommit(action);
    }

    Facts facts(Repositories sound) {
        return sound.facts();
    }

    /** What the work is given. */
    private final class Wrapped implements Repositories {
        private final TenantId tenant;
        private final Repositories sound;

        Wrapped(TenantId tenant, Repositories sound) {
            this.tenant = tenant;
            this.sound = sound;
        }

        @Override
        public <R extends Repository<?, ?>> R get(Class<R> type) {
            for (EntityType<?, ?, ?> known : schema.entities()) {
                if (known.repository() == (Class<?>) type) {
                    return type.cast(wrapped(known));
                }
            }
            return sound.get(type);
        }

        @Override
        @SuppressWarnings("unchecked") // the type of an entity has a repository of it
        public <T> Repository<T, ?> of(Class<T> entity) {
            for (EntityType<?, ?, ?> known : schema.entities()) {
                if (known.type() == (Class<?>) entity) {
                    return (Repository<T, ?>) wrapped(known);
                }
            }
            return sound.of(entity);
        }

        private <T extends Entity<I>, I extends Id, R extends Repository<T, I>> R wrapped(EntityType<T, I, R> type) {
            return type.typed().apply(repository(type, tenant, sound.get(type.repository())));
        }

        @Override
        public Facts facts() {
            return Defect.this.facts(sound);
        }

        @Override
        public Catalog catalog() {
            return sound.catalog();
        }

        @Override
        public DatedSettings settings() {
            return sound.settings();
        }

        @Override
        public Redirects redirects() {
            return sound.redirects();
        }

        @Override
        public void afterCommit(Runnable action) {
            Defect.this.afterCommit(action, sound);
        }

        @Override
        public void onRollback(Runnable action) {
            sound.onRollback(action);
        }

        @Override
        public void watch(WriteWatch watch) {
            sound.watch(watch);
        }

        @Override
        public void awaitTurn() {
            sound.awaitTurn();
        }

        @Override
        public TenantId tenant() {
            return tenant;
        }
    }
}
