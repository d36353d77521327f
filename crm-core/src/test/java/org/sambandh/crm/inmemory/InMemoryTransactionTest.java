package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.OTHER;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** What a transaction keeps, what it leaves behind, and what is refused inside and outside of it. */
class InMemoryTransactionTest {

    private static final CustomerId ASHA = new CustomerId("asha");
    private static final CustomerId RAVI = new CustomerId("ravi");

    private final InMemoryCrmStore store = Bank.store();

    private Holder save(Holder holder) {
        return store.inTransaction(
                TENANT, r -> r.get(HolderRepository.class).save(List.of(holder)).get(0));
    }

    private List<String> names() {
        return store.inTransaction(
                TENANT,
                r -> r.get(HolderRepository.class).find(Query.all(NOW)).items().stream()
                        .map(Holder::name)
                        .toList());
    }

    @Test
    void whatWasSavedIsSeenInTheSameTransactionAndInTheNext() {
        store.inTransaction(TENANT, r -> {
            HolderRepository holders = r.get(HolderRepository.class);
            Holder asha =
                    holders.save(List.of(Holder.of("asha", "Asha", "Pune"))).get(0);
            assertThat(asha.revision().isNew()).isFalse();
            assertThat(holders.findById(ASHA)).hasValue(asha);
            holders.save(List.of(asha.named("Asha Rao")));
            assertThat(holders.findById(ASHA).orElseThrow().name()).isEqualTo("Asha Rao");
            return 0;
        });
        assertThat(names()).containsExactly("Asha Rao");
    }

    @Test
    void aFunctionThatThrowsLeavesNothingBehind() {
        Holder asha = save(Holder.of("asha", "Asha", "Pune").knownAs("1"));
        List<String> ran = new ArrayList<>();
        // The indexes exist before, so that they too must be put back.
        store.inTransaction(
                TENANT,
                r -> r.get(HolderRepository.class).find(Query.<Holder>all(NOW).orderBy(Order.by(Bank.NAME))));
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    HolderRepository holders = r.get(HolderRepository.class);
                    holders.save(List.of(asha.named("Zoya").knownAs("2")));
                    Holder ravi = holders.save(
                                    List.of(Holder.of("ravi", "Ravi", "Pune").knownAs("1")))
                            .get(0);
                    holders.delete(RAVI, ravi.revision());
                    holders.save(List.of(Holder.of("mira", "Mira", "Pune").knownAs("3")));
                    r.redirects().redirect(RAVI, ASHA);
                    Unit unit = Bank.unit(r, IdGenerator.uuidV7(NOW::at));
                    unit.record("holder.seen", EntityRef.of(ASHA), List.of(), List.of(), Map.of());
                    unit.end(List.of());
                    r.afterCommit(() -> ran.add("after"));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("on purpose");

        assertThat(ran).isEmpty();
        store.inTransaction(TENANT, r -> {
            HolderRepository holders = r.get(HolderRepository.class);
            assertThat(holders.findById(ASHA).orElseThrow()).isSameAs(asha);
            assertThat(holders.find(Query.<Holder>all(NOW).orderBy(Order.by(Bank.NAME)))
                            .items())
                    .containsExactly(asha);
            assertThat(holders.count(Conditions.always(), NOW)).isEqualTo(1);
            assertThat(r.redirects().resolve(RAVI)).isEqualTo(RAVI);
            assertThat(r.redirects().leadingTo(ASHA)).isEmpty();
            assertThat(r.get(EventRepository.class).count(Conditions.always(), NOW))
                    .isZero();
            // The keys that were claimed are free again, and the one that was given up is taken again.
            holders.save(List.of(Holder.of("kiran", "Kiran", null).knownAs("2", "3")));
            return 0;
        });
        assertThatThrownBy(() -> save(Holder.of("leela", "Leela", null).knownAs("1")))
                .isInstanceOf(DuplicateKey.class);
    }

    @Test
    void anErrorOrACheckedExceptionThrownByStealthRollsBackToo() {
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    r.get(HolderRepository.class).save(List.of(Holder.of("asha", "Asha", null)));
                    throw new AssertionError("on purpose");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void callingTheStoreFromInsideItsOwnTransactionIsRefusedForEveryTenant() {
        for (var tenant : List.of(TENANT, OTHER)) {
            assertThatThrownBy(() -> store.inTransaction(TENANT, r -> store.inTransaction(tenant, inner -> 0)))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("inside its own transaction");
        }
        assertThat(store.<Integer>inTransaction(TENANT, r -> 1)).isEqualTo(1);
        assertThat(Bank.store().<Integer>inTransaction(TENANT, r -> store.inTransaction(TENANT, inner -> 2)))
                .isEqualTo(2);
    }

    @Test
    void afterARepositoryExceptionTheUnitIsDeadEvenIfTheHostSwallowedIt() {
        Holder asha = save(Holder.of("asha", "Asha", null));
        save(asha.named("Asha Rao"));
        List<Throwable> later = new ArrayList<>();
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    HolderRepository holders = r.get(HolderRepository.class);
                    holders.save(List.of(Holder.of("ravi", "Ravi", null)));
                    swallow(() -> holders.save(List.of(asha.named("too late"))), new ArrayList<>());
                    swallow(() -> holders.findById(RAVI), later);
                    swallow(() -> r.get(AccountRepository.class), later);
                    swallow(() -> r.redirects().resolve(RAVI), later);
                    swallow(() -> r.facts(), later);
                    swallow(() -> r.afterCommit(() -> {}), later);
                    return "as if nothing had happened";
                }))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("StaleRevision")
                .hasCauseInstanceOf(StaleRevision.class);
        assertThat(later).hasSize(5).allMatch(StoreFailure.class::isInstance);
        assertThat(names()).containsExactly("Asha Rao");
    }

    @Test
    void aRedirectThatIsRefusedKillsTheUnitToo() {
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    swallow(() -> r.redirects().redirect(ASHA, ASHA), new ArrayList<>());
                    return 0;
                }))
                .isInstanceOf(StoreFailure.class);
    }

    private static void swallow(Runnable call, List<Throwable> into) {
        try {
            call.run();
        } catch (RuntimeException e) {
            into.add(e);
        }
    }

    @Test
    void repositoriesAreRefusedAfterTheTransactionEnded() {
        List<Repositories> kept = new ArrayList<>();
        Repository<Holder, CustomerId> holders = store.inTransaction(TENANT, r -> {
            kept.add(r);
            return r.get(HolderRepository.class);
        });
        Repositories repositories = kept.get(0);
        List<Runnable> calls = List.of(
                () -> holders.findById(ASHA),
                () -> holders.findAllById(List.of(ASHA)),
                () -> holders.find(Query.all(NOW)),
                () -> holders.count(Conditions.always(), NOW),
                () -> holders.save(List.of(Holder.of("asha", "Asha", null))),
                () -> holders.delete(ASHA, Revision.NEW),
                () -> repositories.get(HolderRepository.class),
                () -> repositories.of(Holder.class),
                repositories::facts,
                repositories::catalog,
                repositories::settings,
                repositories::redirects,
                () -> repositories.afterCommit(() -> {}));
        for (Runnable call : calls) {
            assertThatThrownBy(call::run).isInstanceOf(StoreFailure.class).hasMessageContaining("has ended");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void repositoriesAreRefusedToAnotherThread() {
        store.inTransaction(TENANT, r -> {
            HolderRepository holders = r.get(HolderRepository.class);
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> holders.findById(ASHA))
                            .get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreFailure.class)
                    .hasMessageContaining("thread");
            // The call of the other thread was no call of this transaction, which lives on.
            return holders.save(List.of(Holder.of("asha", "Asha", null)));
        });
        assertThat(names()).containsExactly("Asha");
    }

    @Test
    void anUnknownRepositoryOrEntityIsRefusedByName() {
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> r.get(Bank.ForwardingHolders.class)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("ForwardingHolders");
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> r.of(String.class)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("String");
    }

    @Test
    void aRepositoryIsFoundByItsTypeAndByItsEntity() {
        store.inTransaction(TENANT, r -> {
            assertThat(r.of(Holder.class)).isInstanceOf(HolderRepository.class).isSameAs(r.get(HolderRepository.class));
            assertThat(r.catalog().subject(Holder.class).name()).isEqualTo("holder");
            assertThat(r.settings().on(NOW.date()).zone()).isEqualTo(Bank.ZONE);
            return 0;
        });
    }

    @Test
    void actionsAfterTheCommitRunInOrderWithoutTheLockAndMayCallTheStore() {
        List<String> ran = new ArrayList<>();
        store.inTransaction(TENANT, r -> {
            r.afterCommit(() -> ran.add("names " + names()));
            r.afterCommit(() -> {
                throw new IllegalStateException("reaches nobody");
            });
            r.afterCommit(() -> ran.add("other thread "
                    + CompletableFuture.supplyAsync(this::names)
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join()));
            r.afterCommit(() -> {
                save(Holder.of("ravi", "Ravi", null));
                ran.add("saved");
            });
            assertThat(ran).isEmpty();
            return r.get(HolderRepository.class).save(List.of(Holder.of("asha", "Asha", null)));
        });
        assertThat(ran).containsExactly("names [Asha]", "other thread [Asha]", "saved");
        assertThat(names()).containsExactly("Asha", "Ravi");
    }

    @Test
    void actionsOnRollbackRunLastFirstEachWhateverTheOthersThrowAndOnlyWhenTheUnitFails() {
        List<String> ran = new ArrayList<>();
        Function<Repositories, Integer> work = r -> {
            r.onRollback(() -> ran.add("given first"));
            r.onRollback(() -> {
                throw new IllegalStateException("reaches nobody");
            });
            r.onRollback(() -> ran.add("given last"));
            return r.get(HolderRepository.class)
                    .save(List.of(Holder.of("asha", "Asha", null)))
                    .size();
        };
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    work.apply(r);
                    throw new IllegalStateException("the work");
                }))
                .hasMessage("the work");
        assertThat(ran).containsExactly("given last", "given first");
        assertThat(names()).isEmpty();
        store.inTransaction(TENANT, work);
        assertThat(ran).hasSize(2);
        assertThat(names()).containsExactly("Asha");
    }

    @Test
    void anIdOfAnotherTenantIsAnsweredLikeAMissingOneByEveryMethod() {
        Holder asha = save(Holder.of("asha", "Asha", "Pune").knownAs("1"));
        store.inTransaction(TENANT, r -> {
            r.redirects().redirect(RAVI, ASHA);
            return 0;
        });
        List<Throwable> foreign = failuresFor(asha);
        List<Throwable> missing = failuresFor(asha.at(new Revision(4711)));
        assertThat(foreign)
                .extracting(Throwable::toString)
                .isEqualTo(missing.stream().map(Throwable::toString).toList());
        assertThat(names()).containsExactly("Asha");
    }

    /** What each method says to an entity in a tenant that has none. */
    private List<Throwable> failuresFor(Holder entity) {
        List<Throwable> failures = new ArrayList<>();
        store.inTransaction(OTHER, r -> {
            HolderRepository holders = r.get(HolderRepository.class);
            assertThat(holders.findById(ASHA)).isEmpty();
            assertThat(holders.findAllById(List.of(ASHA))).isEmpty();
            assertThat(holders.find(Query.all(NOW)).items()).isEmpty();
            assertThat(holders.count(Conditions.always(), NOW)).isZero();
            assertThat(r.redirects().resolve(RAVI)).isEqualTo(RAVI);
            assertThat(r.redirects().leadingTo(ASHA)).isEmpty();
            return 0;
        });
        swallow(
                () -> store.inTransaction(
                        OTHER, r -> r.get(HolderRepository.class).save(List.of(entity))),
                failures);
        swallow(
                () -> store.inTransaction(OTHER, r -> {
                    r.get(HolderRepository.class).delete(ASHA, entity.revision());
                    return 0;
                }),
                failures);
        assertThat(failures).hasSize(2);
        return failures;
    }

    @Test
    void theSameIdAndTheSameKeyAreFreeInAnotherTenant() {
        save(Holder.of("asha", "Asha", null).knownAs("1"));
        store.inTransaction(
                OTHER,
                r -> r.get(HolderRepository.class)
                        .save(List.of(Holder.of("asha", "Another Asha", null).knownAs("1"))));
        assertThat(names()).containsExactly("Asha");
    }

    @Test
    void aCursorOfOneTenantFitsNoOther() {
        for (String id : List.of("a", "b", "c")) {
            save(Holder.of(id, id, null));
        }
        Query<Holder> query = Query.<Holder>all(NOW).limit(1);
        var cursor = store.inTransaction(
                TENANT, r -> r.get(HolderRepository.class).find(query).next().orElseThrow());
        assertThatThrownBy(() -> store.inTransaction(
                        OTHER, r -> r.get(HolderRepository.class).find(query.after(cursor))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void readingTenantsThatHaveNothingTakesNoMemory() {
        for (int i = 0; i < 100; i++) {
            var tenant = new org.sambandh.crm.common.TenantId("unknown-" + i);
            store.inTransaction(tenant, r -> r.get(HolderRepository.class).findById(ASHA));
        }
        assertThat(store.tenantsInMemory()).isZero();
        save(Holder.of("asha", "Asha", null));
        assertThat(store.tenantsInMemory()).isEqualTo(1);
    }

    @Test
    void anEntityMadeAnewNeverGetsARevisionBack() {
        Holder first = save(Holder.of("asha", "Asha", null));
        store.inTransaction(TENANT, r -> {
            r.get(HolderRepository.class).delete(ASHA, first.revision());
            return 0;
        });
        Holder second = save(Holder.of("asha", "Asha", null));
        assertThat(second.revision()).isNotEqualTo(first.revision());
        assertThatThrownBy(() -> save(first.named("old"))).isInstanceOf(StaleRevision.class);
    }

    @Test
    void redirectsAreFlattenedAndFollowedBackwards() {
        CustomerId mira = new CustomerId("mira");
        store.inTransaction(TENANT, r -> {
            r.redirects().redirect(ASHA, RAVI);
            r.redirects().redirect(RAVI, mira);
            assertThat(r.redirects().resolve(ASHA)).isEqualTo(mira);
            assertThat(r.redirects().resolve(RAVI)).isEqualTo(mira);
            assertThat(r.redirects().resolve(mira)).isEqualTo(mira);
            assertThat(r.redirects().leadingTo(mira)).containsExactly(ASHA, RAVI);
            assertThat(r.redirects().leadingTo(RAVI)).isEmpty();
            return 0;
        });
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    r.redirects().redirect(mira, ASHA);
                    return 0;
                }))
                .hasMessageContaining("the same in the end");
        assertThat(store.<CustomerId>inTransaction(TENANT, r -> r.redirects().resolve(ASHA)))
                .isEqualTo(mira);
    }

    @Test
    void aReaderThatFailsWhileSavingLeavesEveryIndexAsItWas() {
        Account account = Account.of("one", "asha", 1).labelled("x").opened(Instant.EPOCH);
        store.inTransaction(TENANT, r -> r.get(AccountRepository.class).save(List.of(account)));
        store.inTransaction(
                TENANT,
                r -> r.get(AccountRepository.class).find(Query.<Account>all(NOW).orderBy(Order.by(Bank.BALANCE))));
        TaskId broken = new TaskId("two");
        assertThatThrownBy(() -> store.inTransaction(
                        TENANT,
                        r -> r.get(AccountRepository.class)
                                .save(List.of(
                                        new Account(broken, Revision.NEW, null, Long.MAX_VALUE, null, List.of())))))
                .isInstanceOf(Invalid.class);
        store.inTransaction(TENANT, r -> {
            AccountRepository accounts = r.get(AccountRepository.class);
            assertThat(accounts.findById(broken)).isEmpty();
            assertThat(Bank.ids(accounts.find(Query.<Account>all(NOW).orderBy(Order.by(Bank.BALANCE)))
                            .items()))
                    .containsExactly("one");
            return 0;
        });
    }
}
