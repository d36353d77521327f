package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;

/** Pages of the many rows of one key, in an order. */
class KeyedOrderTest {

    private static final int EACH = 1_500;
    private static final CustomerId ASHA = new CustomerId("asha");
    private static final CustomerId RAVI = new CustomerId("ravi");

    private final AtomicInteger placesRead = new AtomicInteger();
    private final Field.One<Account, Instant> opened =
            Field.one(Account.class, "opened", FieldType.INSTANT, account -> {
                placesRead.incrementAndGet();
                return account.opened();
            });
    private final InMemoryCrmStore store = Bank.store();
    private final Random random = new Random(7);

    @BeforeEach
    void manyAccounts() {
        List<Account> accounts = new ArrayList<>();
        List<String> holders = List.of("asha", "ravi", "meera", "dev", "sunita");
        for (int i = 0; i < 5 * EACH; i++) {
            accounts.add(
                    Account.of(String.format("%05d", i), holders.get(i % 5), i).opened(someTime()));
        }
        with(a -> a.save(accounts));
    }

    @Test
    void aPageReadsTheSameHoweverManyRowsItsKeyAndOtherKeysHave() {
        Page<Account> first = with(a -> a.find(newest(ASHA).limit(20)));
        placesRead.set(0);
        Page<Account> again = with(a -> a.find(newest(ASHA).limit(20)));
        Page<Account> second =
                with(a -> a.find(newest(ASHA).limit(20).after(again.next().orElseThrow())));

        assertThat(again.items()).isEqualTo(first.items());
        assertThat(second.items()).hasSize(20).doesNotContainAnyElementsOf(first.items());
        assertThat(placesRead).hasValueLessThan(5);
    }

    @Test
    void allPagesTogetherAreTheRowsOfTheKeyInOrder() {
        assertThat(Bank.ids(with(a -> Bank.everyPage(a, newest(RAVI).limit(700)))))
                .isEqualTo(expected(RAVI));
    }

    @Test
    void changesRemovalsAndUndoneChangesAreSeen() {
        with(a -> a.find(newest(ASHA)));
        with(a -> {
            for (Account account : a.find(
                            Query.of(where(Bank.HOLDER, is(ASHA)), NOW).limit(500))
                    .items()) {
                switch (random.nextInt(4)) {
                    case 0 -> a.delete(account.id(), account.revision());
                    case 1 -> a.save(List.of(account.heldBy(RAVI)));
                    case 2 -> a.save(List.of(account.opened(someTime())));
                    default -> a.save(List.of(account));
                }
            }
            return a;
        });
        assertThat(Bank.ids(with(a -> Bank.everyPage(a, newest(ASHA).limit(999)))))
                .isEqualTo(expected(ASHA));
        assertThat(Bank.ids(with(a -> Bank.everyPage(a, newest(RAVI).limit(999)))))
                .isEqualTo(expected(RAVI));
        List<String> before = expected(ASHA);

        assertThatThrownBy(() -> with(a -> {
                    List<Account> all = a.find(
                                    Query.of(where(Bank.HOLDER, is(ASHA)), NOW).limit(200))
                            .items();
                    a.save(all.stream().map(x -> x.heldBy(RAVI)).toList());
                    throw new IllegalStateException("undo");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Bank.ids(with(a -> Bank.everyPage(a, newest(ASHA).limit(999)))))
                .isEqualTo(before);
    }

    private List<String> expected(CustomerId holder) {
        Comparator<Account> newestFirst =
                Comparator.comparing(Account::opened, Comparator.nullsLast(Comparator.<Instant>reverseOrder()));
        List<Account> all = with(a -> Bank.everyPage(a, Query.<Account>all(NOW).limit(1_000)));
        return all.stream()
                .filter(account -> holder.equals(account.heldBy()))
                .sorted(newestFirst.thenComparing(account -> account.id().value()))
                .map(account -> account.id().value())
                .toList();
    }

    private Query<Account> newest(CustomerId holder) {
        return Query.of(where(Bank.HOLDER, is(holder)), NOW).orderBy(Order.descending(opened));
    }

    private Instant someTime() {
        int hours = random.nextInt(200);
        return hours == 0 ? null : NOW.at().minus(Duration.ofHours(hours));
    }

    private <R> R with(Function<AccountRepository, R> work) {
        return store.inTransaction(TENANT, r -> work.apply(r.get(AccountRepository.class)));
    }
}
