package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** Related facts: by index, over redirects, and through a repository of the host's. */
class FactsTest {

    private static final CustomerId ASHA = new CustomerId("asha");
    private static final CustomerId RAVI = new CustomerId("ravi");

    private static void fill(Repositories r) {
        r.get(HolderRepository.class)
                .save(List.of(
                        Holder.of("asha", "Asha", "Pune"),
                        Holder.of("ravi", "Ravi", "Agra"),
                        Holder.of("mira", "Mira", null)));
        r.get(AccountRepository.class)
                .save(List.of(
                        Account.of("1", "asha", 10),
                        Account.of("2", "ravi", 20),
                        Account.of("3", "asha", 30),
                        Account.of("4", null, 40),
                        Account.of("5", "gone", 50)));
    }

    private static List<Holder> holders(Repositories r) {
        return r.get(HolderRepository.class).find(Query.all(NOW)).items();
    }

    private static List<Account> accounts(Repositories r) {
        return r.get(AccountRepository.class).find(Query.all(NOW)).items();
    }

    private static List<List<String>> accountsOfEach(Repositories r) {
        return r.facts().related(Bank.ACCOUNTS, holders(r), NOW).stream()
                .map(Bank::ids)
                .toList();
    }

    private static List<List<String>> holderOfEach(Repositories r) {
        return r.facts().related(Bank.HOLDER.relation(), accounts(r), NOW).stream()
                .map(list -> list.stream().map(h -> h.id().value()).toList())
                .toList();
    }

    @Test
    void aJoinReturnsTheFactsOfEachSubjectInTheOrderOfTheChunk() {
        Bank.store().inTransaction(TENANT, r -> {
            fill(r);
            assertThat(accountsOfEach(r)).containsExactly(List.of("1", "3"), List.of(), List.of("2"));
            assertThat(r.facts().related(Bank.ACCOUNTS, List.of(), NOW)).isEmpty();
            return 0;
        });
    }

    @Test
    void aJoinOfMissingKeysFindsNothing() {
        Relation.Join<Holder, Account> sameCity = Relation.join("labelledAsCity", Bank.CITY, Bank.LABELS);
        Bank.store().inTransaction(TENANT, r -> {
            fill(r);
            r.get(AccountRepository.class)
                    .save(List.of(
                            Account.of("6", null, 0).labelled("", "Pune", "Pune"),
                            Account.of("7", null, 0).labelled("Agra", "Pune")));
            List<List<String>> found = r.facts().related(sameCity, holders(r), NOW).stream()
                    .map(Bank::ids)
                    .toList();
            assertThat(found).containsExactly(List.of("6", "7"), List.of(), List.of("7"));
            return 0;
        });
    }

    @Test
    void partsAreReadFromTheSubject() {
        Relation<Account, String> labels = Relation.parts("labels", Account.class, String.class, Account::labels);
        Bank.store().inTransaction(TENANT, r -> {
            assertThat(r.facts()
                            .related(
                                    labels,
                                    List.of(Account.of("1", null, 0).labelled("x", "y"), Account.of("2", null, 0)),
                                    NOW))
                    .containsExactly(List.of("x", "y"), List.of());
            return 0;
        });
    }

    @Test
    void aReferenceLeadsToTheSurvivorOfAMerge() {
        Bank.store().inTransaction(TENANT, r -> {
            fill(r);
            assertThat(holderOfEach(r))
                    .containsExactly(List.of("asha"), List.of("ravi"), List.of("asha"), List.of(), List.of());
            r.redirects().redirect(ASHA, RAVI);
            r.redirects().redirect(new CustomerId("gone"), RAVI);
            assertThat(holderOfEach(r))
                    .containsExactly(List.of("ravi"), List.of("ravi"), List.of("ravi"), List.of(), List.of("ravi"));
            return 0;
        });
    }

    @Test
    void factsOfAClassThatTheStoreDoesNotKeepAreRefused() {
        Relation.Join<Holder, String> strange = new Relation.Join<>("strange", Bank.CITY, strangeKey(), null);
        assertThatThrownBy(() -> Bank.store()
                        .inTransaction(
                                TENANT, r -> r.facts().related(strange, List.of(Holder.of("a", "a", "Pune")), NOW)))
                .isInstanceOf(StoreFailure.class);
    }

    private static org.sambandh.crm.field.Field<String, String> strangeKey() {
        return org.sambandh.crm.field.Field.one(
                String.class, "text", org.sambandh.crm.field.FieldType.TEXT, text -> text);
    }

    /** Looks like a host's own table: small pages, no index, and a name in capitals to tell it by. */
    private static final class HostHolders extends Bank.ForwardingHolders {

        HostHolders(Repository<Holder, CustomerId> inner) {
            super(inner);
        }

        @Override
        public List<Holder> findAllById(Collection<CustomerId> ids) {
            return super.findAllById(ids).stream().map(h -> h.in("HOST")).toList();
        }
    }

    private static final class HostAccounts extends Bank.ForwardingAccounts {

        private final List<String> asked;

        HostAccounts(Repository<Account, TaskId> inner, List<String> asked) {
            super(inner);
            this.asked = asked;
        }

        @Override
        public Page<Account> find(Query<Account> query) {
            asked.add("find");
            return super.find(query.limit(1));
        }
    }

    @Test
    void aReplacedRepositoryIsAskedByGetAndOfByPathsAndByReferences() {
        InMemoryCrmStore store = InMemoryCrmStore.builder(Bank.schema())
                .replace(HolderRepository.class, r -> new HostHolders(r.get(HolderRepository.class)))
                .build();
        store.inTransaction(TENANT, r -> {
            fill(r);
            assertThat(r.get(HolderRepository.class)
                            .findAllById(List.of(ASHA))
                            .get(0)
                            .city())
                    .isEqualTo("HOST");
            assertThat(r.of(Holder.class)).isSameAs(r.get(HolderRepository.class));
            assertThat(r.facts()
                            .related(Bank.HOLDER.relation(), accounts(r), NOW)
                            .get(0)
                            .get(0)
                            .city())
                    .isEqualTo("HOST");
            Page<Account> page =
                    r.get(AccountRepository.class).find(Query.of(where(Bank.HOLDER.to(Bank.CITY), is("HOST")), NOW));
            assertThat(Bank.ids(page.items())).containsExactly("1", "2", "3");
            return 0;
        });
    }

    @Test
    void aReplacedRepositoryIsAskedForRelatedFactsPageByPage() {
        List<String> asked = new ArrayList<>();
        InMemoryCrmStore store = InMemoryCrmStore.builder(Bank.schema())
                .replace(AccountRepository.class, r -> new HostAccounts(r.get(AccountRepository.class), asked))
                .build();
        store.inTransaction(TENANT, r -> {
            fill(r);
            assertThat(accountsOfEach(r)).containsExactly(List.of("1", "3"), List.of(), List.of("2"));
            assertThat(asked).hasSize(3);
            assertThat(r.get(HolderRepository.class)
                            .find(Query.of(count(Bank.ACCOUNTS, Window.ever(), atLeast(2)), NOW))
                            .items())
                    .extracting(Holder::name)
                    .containsExactly("Asha");
            return 0;
        });
    }

    @Test
    void aReplacementIsMadeOnceForEachTransactionAndTakesPartInIt() {
        List<Repositories> madeFor = new ArrayList<>();
        InMemoryCrmStore store = InMemoryCrmStore.builder(Bank.schema())
                .replace(HolderRepository.class, r -> {
                    madeFor.add(r);
                    return new HostHolders(r.get(HolderRepository.class));
                })
                .build();
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    fill(r);
                    r.get(HolderRepository.class);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(madeFor).hasSize(1);
        assertThat(store.<List<Holder>>inTransaction(TENANT, FactsTest::holders))
                .isEmpty();
        assertThat(madeFor).hasSize(2);
    }

    @Test
    void anExceptionOfAReplacedRepositoryKillsTheUnitToo() {
        InMemoryCrmStore store = InMemoryCrmStore.builder(Bank.schema())
                .replace(HolderRepository.class, r -> new Bank.ForwardingHolders(r.get(HolderRepository.class)) {
                    @Override
                    public List<Holder> save(Collection<Holder> entities) {
                        super.save(entities);
                        throw new IllegalStateException("the host's table is full");
                    }
                })
                .build();
        assertThatThrownBy(() -> store.inTransaction(TENANT, r -> {
                    try {
                        r.get(HolderRepository.class).save(List.of(Holder.of("asha", "Asha", null)));
                    } catch (IllegalStateException e) {
                        return "swallowed";
                    }
                    return "not reached";
                }))
                .isInstanceOf(StoreFailure.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(store.<List<Holder>>inTransaction(TENANT, FactsTest::holders))
                .isEmpty();
    }

    @Test
    void replacingWhatTheSchemaDoesNotHaveIsRefusedWhenTheStoreIsBuilt() {
        InMemoryCrmStore.Builder builder = InMemoryCrmStore.builder(Bank.schema())
                .replace(Bank.ForwardingHolders.class, r -> new Bank.ForwardingHolders(r.get(HolderRepository.class)));
        assertThatThrownBy(builder::build).isInstanceOf(StoreFailure.class);
    }
}
