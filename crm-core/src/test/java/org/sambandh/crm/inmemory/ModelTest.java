package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;

/** The store against a map that is copied for each transaction: after every step both hold the same. */
class ModelTest {

    /** One step of a transaction. */
    private record Step(String kind, List<Account> accounts) {}

    /** One transaction; it fails at the end where told so. */
    private record Work(List<Step> steps, boolean fails) {}

    /** One way to ask, and what a plain reading of it says. */
    private record Question(Condition<Account> condition, Predicate<Account> plain) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(always(), a -> true),
            new Question(where(Bank.HOLDER, is(new CustomerId("asha"))), a -> isHeldBy(a, "asha")),
            new Question(not(where(Bank.HOLDER, is(new CustomerId("asha")))), a -> !isHeldBy(a, "asha")),
            new Question(
                    all(where(Bank.LABELS, in("x", "y")), where(Bank.BALANCE, atLeast(1))),
                    a -> (a.labels().contains("x") || a.labels().contains("y")) && a.balance() >= 1),
            new Question(
                    any(
                            where(Bank.BALANCE, is(2)),
                            where(Bank.LABELS, is("x")),
                            where(Bank.ACCOUNT_ID, is(new TaskId("a3")))),
                    a -> a.balance() == 2
                            || a.labels().contains("x")
                            || a.id().value().equals("a3")));

    private static final Comparator<Account> BY_ID = Comparator.comparing(a -> a.id().value());

    private static final Map<String, Comparator<Account>> COMPARATORS = Map.of(
            "id", BY_ID,
            "opened", missingLast(Account::opened, false).thenComparing(BY_ID),
            "-holder,balance",
                    missingLast((Account a) -> a.holder().map(CustomerId::value).orElse(null), true)
                            .thenComparing(Account::balance)
                            .thenComparing(BY_ID));

    private static final Map<String, List<Order<Account>>> ORDERS = Map.of(
            "id", List.of(),
            "opened", List.of(Order.by(Bank.OPENED)),
            "-holder,balance", List.of(Order.descending(Bank.HOLDER), Order.by(Bank.BALANCE)));

    private static boolean isHeldBy(Account account, String holder) {
        return account.holder().filter(h -> h.value().equals(holder)).isPresent();
    }

    private static <V extends Comparable<? super V>> Comparator<Account> missingLast(
            Function<Account, @Nullable V> value, boolean descending) {
        Comparator<V> natural = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(natural));
    }

    @Provide
    Arbitrary<List<Work>> histories() {
        Arbitrary<Account> account = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of("asha", "ravi", "").injectNull(0.2),
                        Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("x", "y", "z").list().ofMaxSize(3))
                .as((id, holder, balance, opened, labels) -> Account.of(
                                "a" + id, holder == null || holder.isEmpty() ? null : holder, balance)
                        .opened(opened == 0 ? null : NOW.at().minusSeconds(opened))
                        .labelled(labels.toArray(new String[0])));
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(6, Arbitraries.just("save")),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just("delete")),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just("insert")),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just("stale"))),
                        account.list().ofMinSize(1).ofMaxSize(4).uniqueElements(Account::id))
                .as(Step::new);
        return Combinators.combine(step.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(true, false, false))
                .as(Work::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 150)
    void theStoreAndAPlainMapAgreeAfterEveryTransaction(@ForAll("histories") List<Work> history) {
        InMemoryCrmStore store = Bank.store();
        Map<String, Account> model = new TreeMap<>();
        for (Work work : history) {
            Map<String, Account> copy = new TreeMap<>(model);
            boolean committed;
            try {
                store.inTransaction(TENANT, r -> {
                    AccountRepository accounts = r.get(AccountRepository.class);
                    for (Step step : work.steps()) {
                        run(step, accounts, copy);
                        agree(accounts, copy, 3);
                    }
                    if (work.fails()) {
                        throw new IllegalStateException("on purpose");
                    }
                    return 0;
                });
                committed = true;
            } catch (CrmException | IllegalStateException e) {
                committed = false;
            }
            if (committed) {
                model = copy;
            }
            Map<String, Account> expected = model;
            store.inTransaction(TENANT, r -> {
                agree(r.get(AccountRepository.class), expected, 1);
                return 0;
            });
        }
    }

    private static void run(Step step, AccountRepository accounts, Map<String, Account> model) {
        switch (step.kind()) {
            case "delete" -> {
                Account gone = model.remove(step.accounts().get(0).id().value());
                if (gone != null) {
                    accounts.delete(gone.id(), gone.revision());
                }
            }
            case "insert" -> keep(accounts.save(step.accounts()), model);
            case "stale" ->
                keep(
                        accounts.save(step.accounts().stream()
                                .map(a -> a.at(new Revision(0)))
                                .toList()),
                        model);
            default -> {
                List<Account> current = new ArrayList<>();
                for (Account account : step.accounts()) {
                    Account known = model.get(account.id().value());
                    current.add(known == null ? account : account.at(known.revision()));
                }
                keep(accounts.save(current), model);
            }
        }
    }

    private static void keep(List<Account> saved, Map<String, Account> model) {
        saved.forEach(account -> model.put(account.id().value(), account));
    }

    private static void agree(AccountRepository accounts, Map<String, Account> model, int limit) {
        for (Question question : QUESTIONS) {
            List<Account> matching =
                    model.values().stream().filter(question.plain()).toList();
            assertThat(accounts.count(question.condition(), NOW)).isEqualTo(matching.size());
            ORDERS.forEach((name, orders) -> {
                List<String> expected = matching.stream()
                        .sorted(COMPARATORS.get(name))
                        .map(ModelTest::state)
                        .toList();
                Query<Account> query =
                        new Query<>(question.condition(), orders, NOW, limit, limit + 1, Optional.empty());
                assertThat(Bank.everyPage(accounts, query).stream().map(ModelTest::state))
                        .as("%s by %s", question.condition(), name)
                        .containsExactlyElementsOf(expected);
            });
        }
        for (int i = 0; i < 8; i++) {
            TaskId id = new TaskId("a" + i);
            assertThat(accounts.findById(id).map(ModelTest::state))
                    .isEqualTo(Optional.ofNullable(model.get(id.value())).map(ModelTest::state));
        }
    }

    private static String state(Account account) {
        return account.toString();
    }
}
