package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/** Mistakes that adapters make. */
final class Defects {

    private Defects() {}

    /** Keeps the rows of all tenants together. */
    static final class ForgetsTenancy extends Defect {
        ForgetsTenancy(Schema schema) {
            super(schema);
        }

        @Override
        public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
            return super.inTransaction(TenantId.DEFAULT, work);
        }
    }

    /** Commits what was written before a function threw. */
    static final class LosesRollback extends Defect {
        LosesRollback(Schema schema) {
            super(schema);
        }

        @Override
        public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
            List<R> result = new ArrayList<>();
            List<Throwable> thrown = new ArrayList<>();
            try {
                super.inTransaction(tenant, all -> {
                    try {
                        result.add(work.apply(all));
                    } catch (RuntimeException | Error e) {
                        thrown.add(e);
                    }
                    return true;
                });
            } catch (RuntimeException e) {
                thrown.add(e);
            }
            if (!thrown.isEmpty()) {
                throw Defects.<RuntimeException>sneaked(thrown.get(0));
            }
            return result.get(0);
        }
    }

    @SuppressWarnings("unchecked") // the cast is what makes an error pass for unchecked
    private static <E extends Throwable> E sneaked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Runs what was put off until after the commit although there was none. */
    static final class RunsAfterCommitOnFailure extends Defect {
        private final List<Runnable> actions = new ArrayList<>();

        RunsAfterCommitOnFailure(Schema schema) {
            super(schema);
        }

        @Override
        void afterCommit(Runnable action, Repositories sound) {
            sound.afterCommit(() -> {});
            actions.add(action);
        }

        @Override
        public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
            try {
                return super.inTransaction(tenant, work);
            } finally {
                List<Runnable> now = List.copyOf(actions);
                actions.clear();
                for (Runnable action : now) {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        // Only one thing is wrong with this store.
                    }
                }
            }
        }
    }

    /** Gives lists for those subjects only that have facts. */
    static final class LeavesOutSubjectsWithoutFacts extends Defect {
        LeavesOutSubjectsWithoutFacts(Schema schema) {
            super(schema);
        }

        @Override
        Facts facts(Repositories sound) {
            return new Facts() {
                @Override
                public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
                    return sound.facts().related(relation, chunk, moment).stream()
                            .filter(facts -> !facts.isEmpty())
                            .toList();
                }
            };
        }
    }

    /** Where only the repositories are wrong. */
    abstract static class OfRepositories extends Defect {
        OfRepositories(Schema schema) {
            super(schema);
        }

        @Override
        abstract <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound);
    }

    /** The last one who writes wins. */
    static final class OverwritesStaleStates extends OfRepositories {
        OverwritesStaleStates(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
            return new ForwardingRepository<>(sound) {
                @Override
                public List<T> save(Collection<T> entities) {
                    return super.save(entities.stream()
                            .map(entity -> entity.revision().isNew()
                                    ? entity
                                    : super.findById(entity.id())
                                            .map(stored -> type.stamp().apply(entity, stored.revision()))
                                            .orElse(entity))
                            .toList());
                }
            };
        }
    }

    /** Names the first stale entity and looks no further. */
    static final class NamesOneStaleEntity extends OfRepositories {
        NamesOneStaleEntity(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
            return new ForwardingRepository<>(sound) {
                @Override
                public List<T> save(Collection<T> entities) {
                    try {
                        return super.save(entities);
                    } catch (StaleRevision e) {
                        throw new StaleRevision(e.stale().subList(0, 1));
                    }
                }
            };
        }
    }

    /** Takes a digest of the content for the revision, so that old content brings an old revision back. */
    static final class KeepsOldRevisionsAfterDelete extends OfRepositories {
        private final CrmJson json;
        private final Map<Object, Revision> digests = Collections.synchronizedMap(new IdentityHashMap<>());

        KeepsOldRevisionsAfterDelete(Schema schema) {
            super(schema);
            this.json = CrmJson.with(schema.catalog(TenantId.DEFAULT));
        }

        @Override
        <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
            return new ForwardingRepository<>(sound) {
                private T shown(T entity) {
                    T plain = type.stamp().apply(entity, Revision.NEW);
                    return type.stamp()
                            .apply(entity, new Revision(json.write(plain).hashCode()));
                }

                private Revision hidden(I id, Revision given) {
                    Optional<T> stored = super.findById(id);
                    return given.isNew()
                                    || stored.isEmpty()
                                    || !shown(stored.get()).revision().equals(given)
                            ? given
                            : stored.get().revision();
                }

                @Override
                public Optional<T> findById(I id) {
                    return super.findById(id).map(this::shown);
                }

                @Override
                public List<T> findAllById(Collection<I> ids) {
                    return super.findAllById(ids).stream().map(this::shown).toList();
                }

                @Override
                public Page<T> find(Query<T> query) {
                    Page<T> page = super.find(query);
                    return new Page<>(page.items().stream().map(this::shown).toList(), page.next());
                }

                @Override
                public List<T> save(Collection<T> entities) {
                    List<T> given = entities.stream()
                            .map(entity -> type.stamp().apply(entity, hidden(entity.id(), entity.revision())))
                            .toList();
                    return super.save(given).stream().map(this::shown).toList();
                }

                @Override
                public void delete(I id, Revision revision) {
                    super.delete(id, hidden(id, revision));
                }
            };
        }
    }

    /** Writes the entities of a call one after the other, and checks each against those before it. */
    static final class SavesOneByOne extends OfRepositories {
        SavesOneByOne(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
            return new ForwardingRepository<>(sound) {
                @Override
                public List<T> save(Collection<T> entities) {
                    List<T> saved = new ArrayList<>();
                    for (T entity : entities) {
                        saved.addAll(super.save(List.of(entity)));
                    }
                    return saved;
                }
            };
        }
    }

    /** Changes what is asked, or what is found. */
    abstract static class OfFinding extends OfRepositories {
        OfFinding(Schema schema) {
            super(schema);
        }

        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return query;
        }

        <T extends Entity<?>> Page<T> found(TenantId tenant, Query<T> query, Page<T> page) {
            return page;
        }

        @Override
        <T extends Entity<I>, I extends Id> Repository<T, I> repository(
                EntityType<T, I, ?> type, TenantId tenant, Repository<T, I> sound) {
            return new ForwardingRepository<>(sound) {
                @Override
                public Page<T> find(Query<T> query) {
                    Query<T> asked = asked(query);
                    return found(tenant, asked, super.find(asked));
                }

                @Override
                public long count(Condition<T> condition, Moment moment) {
                    return super.count(asked(Query.of(condition, moment)).condition(), moment);
                }
            };
        }
    }

    /** Goes on behind the value of the last row, not behind the row. */
    static final class DropsTiesWhilePaging extends OfFinding {
        DropsTiesWhilePaging(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Page<T> found(TenantId tenant, Query<T> query, Page<T> page) {
            Optional<SortKey> behind = Cursors.start(tenant, query).behind();
            if (query.orders().isEmpty() || behind.isEmpty()) {
                return page;
            }
            Sorting<T> sorting = Sorting.of(query.orders());
            List<T> kept = page.items().stream()
                    .filter(item ->
                            !sorting.key(item).values().equals(behind.get().values()))
                    .toList();
            return new Page<>(kept, page.next());
        }
    }

    /** Has no next page when the page is not full. */
    static final class TakesAShortPageForTheLast extends OfFinding {
        TakesAShortPageForTheLast(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Page<T> found(TenantId tenant, Query<T> query, Page<T> page) {
            return page.items().size() < query.limit() ? new Page<>(page.items(), Optional.empty()) : page;
        }
    }

    /** Leaves the sorting to chance: by id, whatever was asked. */
    static final class ReturnsUnsorted extends OfFinding {
        ReturnsUnsorted(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return query.orderBy();
        }
    }

    /** Sorts as a database does where null is the smallest value. */
    static final class SortsMissingFirst extends OfFinding {
        SortsMissingFirst(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Page<T> found(TenantId tenant, Query<T> query, Page<T> page) {
            if (query.orders().size() != 1) {
                return page;
            }
            Field.One<T, ?> field = query.orders().get(0).field();
            List<T> items = new ArrayList<>(page.items());
            items.sort(Comparator.comparing((T item) -> field.get(item) != null));
            return new Page<>(items, page.next());
        }
    }

    /** Lets SQL's third truth value show: what is missing matches neither a test nor its complement. */
    static final class KnowsAThirdTruthValue extends OfFinding {
        KnowsAThirdTruthValue(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return new Query<>(
                    changed(query.condition()),
                    query.orders(),
                    query.moment(),
                    query.limit(),
                    query.maxScan(),
                    query.after());
        }

        private static <T> Condition<T> changed(Condition<T> condition) {
            if (condition instanceof Condition.Not<T> not
                    && not.condition() instanceof Condition.FieldTest<T, ?> test
                    && !(test.test() instanceof ValueTest.Present)) {
                return Conditions.all(condition, Conditions.where(test.field(), Tests.present()));
            }
            return condition;
        }
    }

    /** Compares text as a database with a collation that ignores case. */
    static final class IgnoresCase extends OfFinding {
        IgnoresCase(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return new Query<>(
                    changed(query.condition()),
                    query.orders(),
                    query.moment(),
                    query.limit(),
                    query.maxScan(),
                    query.after());
        }

        @SuppressWarnings("unchecked") // a text field has texts
        private static <T> Condition<T> changed(Condition<T> condition) {
            if (condition instanceof Condition.Not<T> not) {
                return Conditions.not(changed(not.condition()));
            } else if (condition instanceof Condition.All<T> all) {
                return Conditions.all(
                        all.conditions().stream().map(IgnoresCase::changed).toList());
            } else if (condition instanceof Condition.Any<T> any) {
                return Conditions.any(
                        any.conditions().stream().map(IgnoresCase::changed).toList());
            } else if (condition instanceof Condition.FieldTest<T, ?> test
                    && test.field().type().kind() == FieldType.Kind.TEXT
                    && test.test() instanceof ValueTest.Is<?> is
                    && ((String) is.value()).length() <= 1_000) {
                return Conditions.where(
                        (Field<T, String>) test.field(),
                        Tests.ignoringCase(ValueTest.TextMatch.Kind.EQUALS, (String) is.value()));
            }
            return condition;
        }
    }
}
