package org.sambandh.crm.tck;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/**
 * Every rule of {@link org.sambandh.crm.store.Repository}, and of the transaction around it, as a test in the same words.
 * An adapter extends the class of a repository, for example {@link CustomerRepositoryContract}, and says how its store is
 * made; {@link WholeStoreContract} holds them all.
 *
 * <p>Tests share no data: each works for tenants of its own, so that they may share one database. They never wait.
 *
 * @param <T> the entity
 * @param <I> its id
 */
@ExtendWith(Totals.class)
public abstract class RepositoryContract<T extends Entity<I>, I extends Id>
        implements KeepingChapter<T, I>,
                RevisionsChapter<T, I>,
                UniqueKeysChapter<T, I>,
                TogetherChapter<T, I>,
                NothingChapter<T, I>,
                PagingChapter<T, I>,
                ConditionsChapter<T, I>,
                TenancyChapter<T, I>,
                RollbackChapter<T, I>,
                ConcurrencyChapter<T, I> {

    private static final Schema SCHEMA = Samples.schema();

    private final Class<T> entity;
    private @Nullable Bench<T, I> bench;
    private Totals.@Nullable Sum sum;

    /**
     * Begins a contract.
     *
     * @param entity the class of the entities
     */
    protected RepositoryContract(Class<T> entity) {
        this.entity = entity;
    }

    /**
     * Returns the store under test. Called before each test; it may be the same store each time, over the same data.
     *
     * @param schema what it keeps; the same one each time
     * @return the store
     */
    protected abstract CrmStore store(Schema schema);

    /**
     * Returns a valid entity that was never stored. Overridden where an adapter cannot keep all that {@link Samples} have.
     *
     * @param id the text of its id
     * @param number which sample; those of different numbers claim different unique keys
     * @return the entity
     */
    protected T sample(String id, int number) {
        return Samples.of(entity, id, number);
    }

    /**
     * Returns a copy of an entity with another content, under the same id, revision and unique keys.
     *
     * @param entity an entity
     * @return the changed copy
     */
    protected abstract T changed(T entity);

    /**
     * Returns a copy of an entity that claims some unique keys and no others.
     *
     * @param entity an entity
     * @param keys the numbers of the keys; exactly one for kinds that always claim one
     * @return the copy; the entity itself for kinds without unique keys
     */
    protected abstract T claiming(T entity, int... keys);

    /**
     * Returns how many random conditions are compared with the plain engine, each on some thirty rows. The 200 of an
     * ordinary build make 250,000 pairs of a condition and a subject for a store that keeps everything; 8,000 make ten
     * million: {@code mvn test -Dcrm.kit.conditions=8000}. What was compared is printed, and the sum at the end of the run.
     *
     * @return what the system property {@code crm.kit.conditions} says, else 200
     */
    protected int conditionsToCompare() {
        return Integer.getInteger("crm.kit.conditions", 200);
    }

    /**
     * Returns the chapters that an adapter cannot keep for a reason of its own: a host with one tenant, for example, has
     * no {@link Chapter#TENANCY}. Their tests are reported as skipped, never as passed.
     *
     * @return the chapters; none unless overridden
     */
    protected Set<Chapter> leftOut() {
        return Set.of();
    }

    @Override
    public final Bench<T, I> bench() {
        if (bench == null) {
            throw new IllegalStateException("no test is running");
        }
        return bench;
    }

    final void countIn(Totals.Sum totals) {
        this.sum = totals;
    }

    /** Prints what was compared, and adds it to what the run compared. */
    final void compared(String of, Tally tally) {
        System.out.println(tally.line(of));
        if (sum != null) {
            sum.add(tally);
        }
    }

    /**
     * Prepares a test.
     *
     * @param test the test
     */
    @BeforeEach
    final void begin(TestInfo test) {
        String chapter = test.getTestMethod()
                .map(Method::getDeclaringClass)
                .map(Class::getSimpleName)
                .orElse("");
        for (Chapter without : leftOut()) {
            Assumptions.assumeFalse(
                    chapter.toUpperCase(Locale.ROOT).equals(without.name().replace("_", "") + "CHAPTER"),
                    () -> "the adapter leaves out the chapter " + without);
        }
        bench = new Bench<>(this, entity, SCHEMA, store(SCHEMA));
    }

    /** Forgets the tenants of a test. */
    @AfterEach
    final void end() {
        if (bench != null) {
            bench.close();
        }
    }
}
