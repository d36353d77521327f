package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class JoiningTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Schema SCHEMA = Samples.schema();
    private static final Customer CUSTOMER = Samples.aCustomer();

    /** A host with an open transaction. */
    private record Host(EntityManagerFactory emf, EntityManager em, CrmStore crm, List<Runnable> afterCommit) {

        Customer save(Customer customer) {
            return crm.inTransaction(
                    TENANT,
                    all -> all.get(CustomerRepository.class)
                            .save(List.of(customer))
                            .get(0));
        }

        boolean seesTheCustomer() {
            return JpaCrmStore.owning(emf, SCHEMA)
                    .build()
                    .inTransaction(
                            TENANT,
                            all -> all.get(CustomerRepository.class)
                                    .findById(CUSTOMER.id())
                                    .isPresent());
        }

        boolean seesTheNote() {
            try (EntityManager other = emf.createEntityManager()) {
                return other.find(Note.class, "n1") != null;
            }
        }
    }

    private static void with(Database kind, Consumer<Host> test) {
        try (EntityManagerFactory emf = Database.factory(kind.migrated(), Note.class);
                EntityManager em = emf.createEntityManager()) {
            List<Runnable> afterCommit = new ArrayList<>();
            em.getTransaction().begin();
            test.accept(new Host(
                    emf, em, JpaCrmStore.joining(em, afterCommit::add, SCHEMA).build(), afterCommit));
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void theHostsRollbackTakesOursAlong(Database kind) {
        with(kind, host -> {
            host.em().persist(new Note("n1", "before"));
            host.save(CUSTOMER);
            assertThat(host.em().getTransaction().isActive()).isTrue();
            host.em().getTransaction().rollback();
            assertThat(host.seesTheCustomer()).isFalse();
            assertThat(host.seesTheNote()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void nothingIsSeenBeforeTheHostCommitsAndEverythingAfter(Database kind) {
        with(kind, host -> {
            host.em().persist(new Note("n1", "before"));
            host.save(CUSTOMER);
            assertThat(host.seesTheCustomer()).isFalse();
            host.em().getTransaction().commit();
            assertThat(host.seesTheCustomer()).isTrue();
            assertThat(host.seesTheNote()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void onlyOurOwnRowsAreDetached(Database kind) {
        with(kind, host -> {
            Note note = new Note("n1", "before");
            host.em().persist(note);
            Customer saved = host.save(CUSTOMER);
            host.save(saved.toBuilder().source("fair").build());
            assertThat(host.em().contains(note)).isTrue();
            assertThat(managed(host.em())).containsExactly(note);
            note.words = "after";
            host.em().getTransaction().commit();
            try (EntityManager other = host.emf().createEntityManager()) {
                assertThat(other.find(Note.class, "n1").words).isEqualTo("after");
            }
        });
    }

    private static List<Object> managed(EntityManager em) {
        var context =
                em.unwrap(org.hibernate.engine.spi.SessionImplementor.class).getPersistenceContext();
        return new ArrayList<>(context.getEntitiesByKey().values());
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void severalUnitsOfOneTransactionSeeEachOther(Database kind) {
        with(kind, host -> {
            Customer saved = host.save(CUSTOMER);
            Customer changed = host.save(saved.toBuilder().source("fair").build());
            assertThat(changed.revision()).isNotEqualTo(saved.revision());
            host.em().getTransaction().commit();
            assertThat(host.seesTheCustomer()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void actionsAfterTheCommitAreTheHostsToRun(Database kind) {
        with(kind, host -> {
            List<String> ran = new ArrayList<>();
            host.crm().inTransaction(TENANT, all -> {
                all.afterCommit(() -> ran.add("ours"));
                return true;
            });
            assertThat(ran).isEmpty();
            host.em().getTransaction().commit();
            host.afterCommit().forEach(Runnable::run);
            assertThat(ran).containsExactly("ours");
        });
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aUnitThatFailsRunsOnceLeavesTheHostsTransactionOpenAndDropsItsActions(Database kind) {
        with(kind, host -> {
            List<String> runs = new ArrayList<>();
            assertThatThrownBy(() -> host.crm().inTransaction(TENANT, all -> {
                        runs.add("run");
                        all.afterCommit(() -> runs.add("after"));
                        all.get(CustomerRepository.class).delete(CUSTOMER.id(), new Revision(1));
                        return true;
                    }))
                    .isInstanceOf(NotFound.class);
            assertThat(runs).containsExactly("run");
            assertThat(host.afterCommit()).isEmpty();
            assertThat(host.em().getTransaction().isActive()).isTrue();
            host.em().persist(new Note("n1", "in spite of it"));
            host.em().getTransaction().commit();
            assertThat(host.seesTheNote()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void withoutATransactionOfTheHostsTheStoreRefuses(Database kind) {
        with(kind, host -> {
            host.em().getTransaction().rollback();
            assertThatThrownBy(() -> host.save(CUSTOMER))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("no transaction to join");
        });
    }
}
