package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.team.User;
import org.sambandh.crm.team.UserRepository;

/** The transaction as such: what it holds together, what runs after it, what is refused inside it. */
interface TransactionChapter extends OnStore {

    /** How many write at the same time. */
    int WRITERS = 4;

    /** How often each of them writes. */
    int ROUNDS = 5;

    /** {@return a sample under an id of its own} */
    private static Customer named(String id) {
        return Samples.of(Customer.class, id, 1);
    }

    private void save(String id) {
        in(all -> all.get(CustomerRepository.class).save(List.of(named(id))));
    }

    private boolean isThere(String id) {
        Optional<Customer> found = in(all -> all.get(CustomerRepository.class).findById(new CustomerId(id)));
        return found.isPresent();
    }

    @Test
    default void theTransactionReturnsWhatItsFunctionReturnedAndThrowsWhatItThrew() {
        String returned = in(all -> "returned");
        assertThat(returned).isEqualTo("returned");
        RuntimeException thrown = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> in(all -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    default void whatIsSavedInSeveralRepositoriesIsKeptTogetherOrNotAtAll() {
        assertThatThrownBy(() -> in(all -> {
                    all.get(CustomerRepository.class).save(List.of(named("c1")));
                    all.get(OpportunityRepository.class).save(List.of(Samples.anOpportunity()));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(isThere("c1")).isFalse();
        Optional<Opportunity> deal = in(all -> all.get(OpportunityRepository.class)
                .findById(Samples.anOpportunity().id()));
        assertThat(deal).isEmpty();
        in(all -> {
            all.get(CustomerRepository.class).save(List.of(named("c1")));
            return all.get(OpportunityRepository.class).save(List.of(Samples.anOpportunity()));
        });
        assertThat(isThere("c1")).isTrue();
    }

    @Test
    default void aRepositoryIsFoundByItsTypeAndByItsEntity() {
        in(all -> {
            all.get(CustomerRepository.class).save(List.of(named("c1")));
            Repository<Customer, ?> byEntity = all.of(Customer.class);
            assertThat(byEntity).isInstanceOf(CustomerRepository.class);
            assertThat(((CustomerRepository) byEntity).findById(new CustomerId("c1")))
                    .isPresent();
            return true;
        });
    }

    @Test
    default void theTransactionKnowsItsTenantWithItsCatalogueAndSettings() {
        in(all -> {
            assertThat(all.tenant()).isEqualTo(tenant());
            assertThat(all.catalog().subject(Customer.class).name()).isEqualTo("customer");
            assertThat(all.catalog().field(Customer.class, "tier").isAttribute())
                    .isTrue();
            assertThat(all.settings().on(Samples.MOMENT.date()).zone()).isEqualTo(Samples.MOMENT.zone());
            return true;
        });
    }

    /** A repository of no store. */
    interface UnknownRepository extends Repository<Customer, CustomerId> {}

    @Test
    default void anUnknownRepositoryOrEntityIsAStoreFailure() {
        assertThatThrownBy(() -> in(all -> all.get(UnknownRepository.class))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> in(all -> all.of(String.class))).isInstanceOf(StoreFailure.class);
    }

    @Test
    default void callingTheStoreFromInsideItsOwnTransactionIsRefused() {
        for (TenantId inner : List.of(tenant(), other())) {
            assertThatThrownBy(() -> in(all -> store().inTransaction(inner, nested -> "never")))
                    .isInstanceOf(StoreFailure.class);
        }
        save("c1");
        assertThat(isThere("c1")).isTrue();
    }

    @Test
    default void actionsAfterTheCommitRunInTheirOrderAndSeeWhatWasStored() {
        List<String> ran = new ArrayList<>();
        in(all -> {
            all.afterCommit(() -> ran.add("first, c1 is there: " + isThere("c1")));
            all.get(CustomerRepository.class).save(List.of(named("c1")));
            all.afterCommit(() -> {
                save("c2");
                ran.add("second, saved c2");
            });
            all.afterCommit(() -> ran.add("third, c2 is there: " + isThere("c2")));
            assertThat(ran).isEmpty();
            return true;
        });
        assertThat(ran).containsExactly("first, c1 is there: true", "second, saved c2", "third, c2 is there: true");
    }

    @Test
    default void actionsAfterTheCommitAreDroppedWhenTheTransactionFails() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> in(all -> {
                    all.afterCommit(() -> ran.add("ran"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(ran).isEmpty();
        save("c1");
        assertThat(ran).isEmpty();
    }

    @Test
    default void actionsAfterTheCommitAreDroppedWhenTheTransactionIsDead() {
        List<String> ran = new ArrayList<>();
        save("c1");
        assertThatThrownBy(() -> in(all -> {
                    all.afterCommit(() -> ran.add("ran"));
                    assertThatThrownBy(() -> all.get(CustomerRepository.class).save(List.of(named("c1"))));
                    return "as if nothing had happened";
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(ran).isEmpty();
    }

    @Test
    default void whatAnActionAfterTheCommitThrowsReachesNobody() {
        List<String> ran = new ArrayList<>();
        String returned = in(all -> {
            all.get(CustomerRepository.class).save(List.of(named("c1")));
            all.afterCommit(() -> {
                throw new IllegalStateException("reaches nobody");
            });
            all.afterCommit(() -> ran.add("the next one runs"));
            return "returned";
        });
        assertThat(returned).isEqualTo("returned");
        assertThat(ran).containsExactly("the next one runs");
        assertThat(isThere("c1")).isTrue();
    }

    @Test
    default void actionsOnRollbackRunWhenTheTransactionFailsTheLastOneFirst() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> in(all -> {
                    all.onRollback(() -> ran.add("given first"));
                    all.onRollback(() -> {
                        throw new IllegalStateException("the others run");
                    });
                    all.onRollback(() -> ran.add("given last"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(ran).containsExactly("given last", "given first");
    }

    @Test
    default void actionsOnRollbackRunWhenTheTransactionIsDead() {
        List<String> ran = new ArrayList<>();
        save("c1");
        assertThatThrownBy(() -> in(all -> {
                    all.onRollback(() -> ran.add("ran"));
                    assertThatThrownBy(() -> all.get(CustomerRepository.class).save(List.of(named("c1"))));
                    return "as if nothing had happened";
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(ran).containsExactly("ran");
    }

    @Test
    default void actionsOnRollbackAreDroppedWhenTheTransactionSucceeds() {
        List<String> ran = new ArrayList<>();
        in(all -> {
            all.onRollback(() -> ran.add("ran"));
            return all.get(CustomerRepository.class).save(List.of(named("c1")));
        });
        assertThatThrownBy(() -> save("c1")).isInstanceOf(DuplicateKey.class);
        assertThat(ran).isEmpty();
    }

    @Test
    default void ofManyWhoReadTheSameAndTryAgainWhenStaleNobodyLosesAWrite() throws Exception {
        UserId id = new UserId("counter");
        in(all -> all.get(UserRepository.class)
                .save(List.of(User.builder(id).displayName("0").build())));
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        List<FutureTask<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            FutureTask<Boolean> writer = new FutureTask<>(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    User read = read(id);
                    together.await(30, TimeUnit.SECONDS);
                    while (!writesOneMore(read)) {
                        read = read(id);
                    }
                    together.await(30, TimeUnit.SECONDS);
                }
                return true;
            });
            Thread thread = new Thread(writer, "writer");
            thread.setDaemon(true);
            thread.start();
            writers.add(writer);
        }
        for (FutureTask<Boolean> writer : writers) {
            assertThat(writer.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(read(id).displayName()).isEqualTo(String.valueOf(WRITERS * ROUNDS));
    }

    private User read(UserId id) {
        return in(all -> all.get(UserRepository.class).findById(id)).orElseThrow();
    }

    private boolean writesOneMore(User read) {
        String next = String.valueOf(Integer.parseInt(read.displayName()) + 1);
        try {
            in(all -> all.get(UserRepository.class)
                    .save(List.of(read.toBuilder().displayName(next).build())));
            return true;
        } catch (StaleRevision e) {
            return false;
        }
    }
}
