package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;

/** What the tests of one repository work with: a store, two tenants that nobody else uses, and short ways to both. */
final class Bench<T extends Entity<I>, I extends Id> {

    private final RepositoryContract<T, I> contract;
    private final Schema schema;
    private final CrmStore store;
    private final EntityType<T, I, ?> type;
    private final TenantId tenant = newTenant();
    private final TenantId other = newTenant();
    private final CrmJson json;

    Bench(RepositoryContract<T, I> contract, Class<T> entity, Schema schema, CrmStore store) {
        this.contract = contract;
        this.schema = schema;
        this.store = store;
        this.type = typeOf(schema, entity);
        this.json = CrmJson.with(schema.catalog(tenant));
    }

    static TenantId newTenant() {
        return new TenantId("t-" + UUID.randomUUID().toString().substring(2));
    }

    @SuppressWarnings("unchecked") // the entity type of a class is one of that class
    private static <T extends Entity<I>, I extends Id> EntityType<T, I, ?> typeOf(Schema schema, Class<T> entity) {
        return (EntityType<T, I, ?>) schema.entities().stream()
                .filter(type -> type.type() == entity)
                .findFirst()
                .orElseThrow();
    }

    Schema schema() {
        return schema;
    }

    CrmStore store() {
        return store;
    }

    TenantId tenant() {
        return tenant;
    }

    /** Another tenant, with nothing in it. */
    TenantId other() {
        return other;
    }

    EntityType<T, I, ?> type() {
        return type;
    }

    Catalog catalog() {
        return schema.catalog(tenant);
    }

    /** Every field of the kind, the id included. */
    Collection<Field<T, ?>> fields() {
        return catalog().subject(type.type()).fields();
    }

    int conditionsToCompare() {
        return contract.conditionsToCompare();
    }

    /** Tells what was compared. */
    void compared(String of, Tally tally) {
        contract.compared(of, tally);
    }

    /** Fills both tenants, with different entities under the same ids. */
    void populate() {
        Population.save(store, tenant, new Population.Maker() {
            @Override
            public <X> X make(Class<X> kind, int number) {
                return kind == (Class<?>) type.type() ? kind.cast(sample(number)) : Samples.of(kind, number);
            }
        });
        if (!leavesOut(Chapter.TENANCY)) {
            Population.save(store, other, new Population.Maker() {
                @Override
                public <X> X make(Class<X> kind, int number) {
                    return Samples.of(kind, Samples.idOf(kind, number), number + 7);
                }
            });
        }
    }

    /** Fills another tenant, whose host has made-up fields; returns which. */
    TenantId populateHost() {
        HostFields host = new HostFields(Math.floorMod(type.name().hashCode(), 10));
        TenantId whose = host.tenant();
        Population.save(store, whose, new Population.Maker() {
            @Override
            public <X> X make(Class<X> kind, int number) {
                X made = kind == (Class<?>) type.type() ? kind.cast(sample(number)) : Samples.of(kind, number);
                return host.filled(kind, made, number);
            }
        });
        return whose;
    }

    boolean leavesOut(Chapter chapter) {
        return contract.leftOut().contains(chapter);
    }

    /** What a condition finds, in one page. */
    List<T> askedInOne(Condition<T> condition) {
        return find(Query.of(condition, Samples.MOMENT)).items();
    }

    /** Forgets what the schema remembers of the two tenants. */
    void close() {
        schema.refresh(tenant);
        schema.refresh(other);
    }

    <X> X in(Function<Repository<T, I>, X> work) {
        return in(tenant, work);
    }

    <X> X in(TenantId whose, Function<Repository<T, I>, X> work) {
        return store.inTransaction(whose, repositories -> work.apply(repository(repositories)));
    }

    Repository<T, I> repository(Repositories repositories) {
        return repositories.get(type.repository());
    }

    /** The nth sample under its own id. */
    T sample(int number) {
        return contract.sample(Samples.id(type.name(), number), number);
    }

    T sample(String id, int number) {
        return contract.sample(id, number);
    }

    List<T> samples(int from, int to) {
        List<T> samples = new ArrayList<>();
        for (int i = from; i < to; i++) {
            samples.add(sample(i));
        }
        return samples;
    }

    T changed(T entity) {
        return contract.changed(entity);
    }

    T claiming(T entity, int... keys) {
        return contract.claiming(entity, keys);
    }

    /** An id that was never given. */
    I missingId() {
        return id("never-given");
    }

    I id(String text) {
        return Objects.requireNonNull(type.id().type().parse("id", text));
    }

    T save(T entity) {
        return save(List.of(entity)).get(0);
    }

    List<T> save(Collection<T> entities) {
        return in(repository -> repository.save(entities));
    }

    List<T> saveSamples(int count) {
        return save(samples(0, count));
    }

    void delete(T entity) {
        in(repository -> {
            repository.delete(entity.id(), entity.revision());
            return true;
        });
    }

    Optional<T> find(I id) {
        return in(repository -> repository.findById(id));
    }

    Page<T> find(Query<T> query) {
        return in(repository -> repository.find(query));
    }

    List<T> findAll(List<I> ids) {
        return in(repository -> repository.findAllById(ids));
    }

    long count(Condition<T> condition) {
        return in(repository -> repository.count(condition, Samples.MOMENT));
    }

    T load(T entity) {
        return find(entity.id()).orElseThrow();
    }

    EntityRef ref(T entity) {
        return type.ref(entity);
    }

    /** All properties but the revision, as text. */
    String text(T entity) {
        return json.write(type.stamp().apply(entity, Revision.NEW));
    }

    void assertSame(T actual, T expected) {
        assertThat(text(actual)).isEqualTo(text(expected));
        assertThat(actual.id()).isEqualTo(expected.id());
    }

    List<String> ids(Collection<T> entities) {
        return entities.stream().map(entity -> entity.id().value()).toList();
    }

    /** The items of all pages. */
    List<T> everyItem(Query<T> query) {
        return in(repository -> everyItem(repository, query));
    }

    List<T> everyItem(Repository<T, I> repository, Query<T> query) {
        List<T> items = new ArrayList<>();
        Page<T> page = repository.find(query);
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = repository.find(query.after(page.next().get()));
            items.addAll(page.items());
        }
        return items;
    }
}
