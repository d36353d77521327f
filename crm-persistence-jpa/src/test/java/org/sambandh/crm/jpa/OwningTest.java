package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class OwningTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Schema SCHEMA = Samples.schema();

    private static StoreFailure database(String state) {
        return Failures.failure(new IllegalStateException(new SQLException("in the way", state)));
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aUnitThatLostAgainstAnotherRunsAgainAndItsFirstRunLeavesNothing(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            for (String state : List.of("40001", "40P01")) {
                List<String> ran = new ArrayList<>();
                AtomicInteger runs = new AtomicInteger();
                Customer customer = Samples.of(Customer.class, "c-" + state, 1 + ran.size());
                own.of(SCHEMA).inTransaction(new TenantId("t" + state), all -> {
                    all.afterCommit(() -> ran.add("after " + runs.get()));
                    all.onRollback(() -> ran.add("undone " + runs.get()));
                    all.get(CustomerRepository.class).save(List.of(customer));
                    if (runs.incrementAndGet() < 3) {
                        throw database(state);
                    }
                    return true;
                });
                assertThat(ran).containsExactly("undone 1", "undone 2", "after 3");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aUnitThatAlwaysLosesIsGivenUp(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> own.of(SCHEMA).inTransaction(TENANT, all -> {
                        runs.incrementAndGet();
                        throw database("40001");
                    }))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("try again later");
            assertThat(runs).hasValue(5);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void anyOtherFailureRunsOnceAndLeavesNothing(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> own.of(SCHEMA).inTransaction(TENANT, all -> {
                        runs.incrementAndGet();
                        all.get(CustomerRepository.class).save(List.of(Samples.aCustomer()));
                        throw new IllegalStateException("the host's own");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(runs).hasValue(1);
            assertThat(count(own)).isZero();
        }
    }

    private static long count(OwnStore own) {
        return own.of(SCHEMA)
                .inTransaction(
                        TENANT,
                        all -> all.get(CustomerRepository.class)
                                .findAllById(List.of(Samples.aCustomer().id()))
                                .size());
    }

    /** Each of two units changes one customer and then the other's: the database ends the deadlock, we run one again. */
    @Test
    void aDeadlockOnPostgreSqlEndsWithBothUnitsDone() throws Exception {
        Assumptions.assumeTrue(Database.POSTGRESQL.isAvailable());
        try (OwnStore own = new OwnStore(Database.POSTGRESQL)) {
            CrmStore store = own.of(SCHEMA);
            List<Customer> two = Samples.some(Customer.class, 2);
            store.inTransaction(TENANT, all -> all.get(CustomerRepository.class).save(two));
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            AtomicInteger runs = new AtomicInteger();
            Supplier<Runnable> meet = () -> () -> {
                bothHoldOne.countDown();
                try {
                    assertThat(bothHoldOne.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    changeBoth(store, two.get(1), two.get(0), meet.get(), runs);
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
            other.start();
            changeBoth(store, two.get(0), two.get(1), meet.get(), runs);
            other.join(60_000);
            assertThat(failure.get()).isNull();
            assertThat(runs).hasValueGreaterThan(2);
        }
    }

    private static void changeBoth(
            CrmStore store, Customer first, Customer second, Runnable between, AtomicInteger runs) {
        store.inTransaction(TENANT, all -> {
            runs.incrementAndGet();
            change(all, first);
            between.run();
            change(all, second);
            return true;
        });
    }

    private static void change(Repositories all, Customer customer) {
        CustomerRepository customers = all.get(CustomerRepository.class);
        Customer read = customers.findById(customer.id()).orElseThrow();
        customers.save(List.of(read.toBuilder().source("changed").build()));
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aKeyTakenInBetweenNamesTheEntityThatWantedIt(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            CrmStore store = own.of(SCHEMA);
            List<Customer> wanted = Samples.some(Customer.class, 3);
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> store.inTransaction(TENANT, all -> {
                        // Written without the store, so that the first run cannot have looked for it.
                        if (runs.incrementAndGet() == 1) {
                            JpaCrmStore.owning(own.emf, SCHEMA)
                                    .build()
                                    .inTransaction(
                                            TENANT,
                                            others -> others.get(CustomerRepository.class)
                                                    .save(List.of(wanted.get(1))));
                        }
                        return all.get(CustomerRepository.class).save(wanted);
                    }))
                    .isInstanceOfSatisfying(DuplicateKey.class, e -> {
                        assertThat(e.key()).isEqualTo("id");
                        assertThat(e.ref().id()).isEqualTo(wanted.get(1).id().value());
                    });
        }
    }

    /** In memory units run one after the other; here they overlap, and still none loses what another counted. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void unitsThatReadAndChangeTheSameEntityAllSucceed(Database kind) throws Exception {
        try (OwnStore own = new OwnStore(kind)) {
            CrmStore store = own.of(SCHEMA);
            Customer customer = store.inTransaction(
                    TENANT,
                    all -> all.get(CustomerRepository.class)
                            .save(List.of(
                                    Samples.aCustomer().toBuilder().source("0").build()))
                            .get(0));
            AtomicInteger runs = new AtomicInteger();
            Callable<Boolean> count = () -> {
                for (int i = 0; i < 10; i++) {
                    store.inTransaction(TENANT, all -> {
                        runs.incrementAndGet();
                        CustomerRepository customers = all.get(CustomerRepository.class);
                        Customer read = customers.findById(customer.id()).orElseThrow();
                        int next = Integer.parseInt(read.source().orElseThrow()) + 1;
                        return customers.save(List.of(
                                read.toBuilder().source(String.valueOf(next)).build()));
                    });
                }
                return true;
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (Future<Boolean> done : threads.invokeAll(List.of(count, count))) {
                    assertThat(done.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
            Customer last = store.inTransaction(
                    TENANT,
                    all -> all.get(CustomerRepository.class)
                            .findById(customer.id())
                            .orElseThrow());
            assertThat(last.source()).contains("20");
            assertThat(runs).as("the test must have raced").hasValueGreaterThan(20);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void whatTheCallerHadReadBeforeIsStaleAtOnce(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            CrmStore store = own.of(SCHEMA);
            List<Customer> read = store.inTransaction(
                    TENANT, all -> all.get(CustomerRepository.class).save(List.of(Samples.aCustomer())));
            store.inTransaction(TENANT, all -> all.get(CustomerRepository.class).save(read));
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> store.inTransaction(TENANT, all -> {
                        runs.incrementAndGet();
                        return all.get(CustomerRepository.class).save(read);
                    }))
                    .isInstanceOf(StaleRevision.class);
            assertThat(runs).hasValue(1);
        }
    }
}
