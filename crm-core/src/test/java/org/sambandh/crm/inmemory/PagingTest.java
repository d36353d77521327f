package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Sorting;

/** Pages: their order, their ends, and what a cursor fits. */
class PagingTest {

    private final InMemoryCrmStore store = Bank.store();

    private <R> R with(Function<AccountRepository, R> work) {
        return store.inTransaction(TENANT, r -> work.apply(r.get(AccountRepository.class)));
    }

    private Page<Account> find(Query<Account> query) {
        return with(a -> a.find(query));
    }

    private List<String> everyId(Query<Account> query) {
        return Bank.ids(with(a -> Bank.everyPage(a, query)));
    }

    private void given(Account... accounts) {
        with(a -> a.save(List.of(accounts)));
    }

    /** Accounts 0000, 0001, ...; every tenth is Asha's; balances fall, every seventh has no opening date. */
    private List<Account> given(int count) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String holder = i % 10 == 0 ? "asha" : "ravi";
            accounts.add(Account.of(String.format("%04d", i), holder, (count - i) / 3)
                    .opened(i % 7 == 0 ? null : NOW.at().minus(Duration.ofHours(i % 5))));
        }
        return with(a -> a.save(accounts));
    }

    @Test
    void withoutAnOrderPagesGoById() {
        given(Account.of("b", null, 1), Account.of("a", null, 2), Account.of("B", null, 3));
        assertThat(everyId(Query.<Account>all(NOW).limit(1))).containsExactly("B", "a", "b");
    }

    @Test
    void missingValuesSortLastInBothDirectionsAndTiesBreakById() {
        given(
                Account.of("d", null, 1).opened(NOW.at()),
                Account.of("c", null, 1),
                Account.of("b", null, 1).opened(NOW.at()),
                Account.of("a", null, 1).opened(NOW.at().minusSeconds(1)));
        Query<Account> query = Query.<Account>all(NOW).limit(1);
        assertThat(everyId(query.orderBy(Order.by(Bank.OPENED)))).containsExactly("a", "b", "d", "c");
        assertThat(everyId(query.orderBy(Order.descending(Bank.OPENED)))).containsExactly("b", "d", "a", "c");
    }

    @Test
    void theFirstOrderDecidesBeforeTheSecond() {
        given(Account.of("a", "x", 1), Account.of("b", "y", 2), Account.of("c", "y", 1), Account.of("d", "x", 2));
        assertThat(everyId(Query.<Account>all(NOW)
                        .limit(3)
                        .orderBy(Order.descending(Bank.BALANCE), Order.by(Bank.HOLDER))))
                .containsExactly("d", "b", "a", "c");
    }

    @Test
    void theLastPageHasNoNextEvenWhenItIsFull() {
        given(Account.of("a", null, 1), Account.of("b", null, 1));
        assertThat(find(Query.<Account>all(NOW).limit(2)).next()).isEmpty();
        assertThat(find(Query.<Account>all(NOW).limit(1)).next()).isPresent();
        assertThat(find(Query.<Account>all(NOW).limit(3)).next()).isEmpty();
    }

    @Test
    void noRowsGiveAnEmptyPageWithoutNext() {
        Page<Account> page = find(Query.all(NOW));
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void pagesVisitEachMatchExactlyOnceInTheSameOrderHoweverLargeTheyAre() {
        given(500);
        List<Condition<Account>> conditions = List.of(
                where(Bank.HOLDER, is(new CustomerId("asha"))),
                where(Bank.BALANCE, atLeast(100)),
                any(where(Bank.HOLDER, is(new CustomerId("asha"))), where(Bank.BALANCE, is(7))));
        for (Condition<Account> condition : conditions) {
            for (var orders : List.<List<Order<Account>>>of(
                    List.of(),
                    List.of(Order.by(Bank.OPENED)),
                    List.of(Order.descending(Bank.OPENED), Order.by(Bank.BALANCE)))) {
                Query<Account> whole = new Query<>(condition, orders, NOW, 10_000, 10_000, Optional.empty());
                List<String> expected = Bank.ids(find(whole).items());
                assertThat(expected).hasSizeGreaterThan(10).doesNotHaveDuplicates();
                assertThat((long) expected.size()).isEqualTo(this.<Long>with(a -> a.count(condition, NOW)));
                assertThat(everyId(whole.limit(1))).isEqualTo(expected);
                assertThat(everyId(whole.limit(7))).isEqualTo(expected);
                assertThat(everyId(whole.limit(2).maxScan(3))).isEqualTo(expected);
            }
        }
    }

    @Test
    void aPageStopsAfterMaxScanRowsAndIsShortButNotTheLast() {
        given(100);
        Query<Account> query = Query.of(where(Bank.OPENED, atLeast(NOW.at().plusSeconds(1))), NOW)
                .limit(5)
                .maxScan(40);
        int pages = 1;
        Page<Account> page = find(query);
        while (page.next().isPresent()) {
            assertThat(page.items()).isEmpty();
            page = find(query.after(page.next().get()));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void rowsReadBehindTheLastMatchAreNotReadAgain() {
        given(100);
        // Only 0000 and 0001 match. Beginning again behind them would leave two rows for a third page.
        Query<Account> query =
                Query.of(where(Bank.BALANCE, atLeast(33)), NOW).limit(50).maxScan(50);
        Page<Account> first = find(query);
        Page<Account> second = find(query.after(first.next().orElseThrow()));
        assertThat(second.next()).isEmpty();
        assertThat(first.items().size() + second.items().size()).isEqualTo(2);
    }

    @Test
    void rowsAddedAndRemovedBetweenPagesDisturbNoOther() {
        List<Account> accounts = given(20);
        Query<Account> query = Query.<Account>all(NOW).limit(10);
        Page<Account> first = find(query);
        with(a -> {
            a.delete(accounts.get(9).id(), accounts.get(9).revision());
            a.save(List.of(Account.of("00005", null, 1), Account.of("00150", null, 1)));
            return 0;
        });
        List<String> rest = Bank.ids(
                find(query.limit(100).after(first.next().orElseThrow())).items());
        assertThat(rest)
                .containsExactly(
                        "0010", "0011", "0012", "0013", "0014", "0015", "00150", "0016", "0017", "0018", "0019");
    }

    @Test
    void theMomentOfTheFirstPageHoldsForAllOfThem() {
        given(
                Account.of("a", null, 1).opened(NOW.at()),
                Account.of("b", null, 1).opened(NOW.at()),
                Account.of("c", null, 1).opened(NOW.at()));
        Condition<Account> young = where(Bank.OPENED, ageAtMost(Duration.ofHours(1)));
        Query<Account> query = Query.of(young, NOW).limit(1);
        Cursor cursor = find(query).next().orElseThrow();
        Moment later = new Moment(NOW.at().plus(Duration.ofHours(2)), NOW.zone());
        assertThat(find(Query.of(young, later)).items()).isEmpty();
        assertThat(Bank.ids(find(Query.of(young, later).after(cursor)).items())).containsExactly("b", "c");
    }

    @Test
    void aCursorFitsItsOwnConditionAndOrderOnly() {
        given(20);
        Query<Account> query = Query.of(
                        where(Bank.BALANCE, in(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.TEN)), NOW)
                .orderBy(Order.by(Bank.OPENED))
                .limit(1);
        Cursor cursor = find(query).next().orElseThrow();
        assertThat(find(query.limit(50).maxScan(60).after(cursor)).items()).isNotEmpty();
        for (Query<Account> other : List.of(
                query.orderBy(Order.descending(Bank.OPENED)),
                query.orderBy(Order.by(Bank.BALANCE)),
                query.orderBy(),
                Query.of(where(Bank.BALANCE, in(BigDecimal.ONE, BigDecimal.TEN)), NOW)
                        .orderBy(Order.by(Bank.OPENED)),
                Query.<Account>all(NOW).orderBy(Order.by(Bank.OPENED)))) {
            assertThatThrownBy(() -> find(other.after(cursor)))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    void aCursorBehindAnIdBeginsThereWhetherOrNotItExists() {
        given(20);
        Query<Account> query = Query.<Account>all(NOW).limit(2);
        assertThat(Bank.ids(
                        find(query.after(Cursors.behind(new TaskId("0003")))).items()))
                .containsExactly("0004", "0005");
        assertThat(Bank.ids(
                        find(query.after(Cursors.behind(new TaskId("00035")))).items()))
                .containsExactly("0004", "0005");
        assertThat(find(query.after(Cursors.behind(new TaskId("zzz")))).items()).isEmpty();
        assertThatThrownBy(() -> find(query.orderBy(Order.by(Bank.OPENED)).after(Cursors.behind(new TaskId("0003")))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aLookUpByIdReadsNoOtherRows() {
        given(100);
        Query<Account> query = Query.of(
                        all(where(Bank.ACCOUNT_ID, in(new TaskId("0050"), new TaskId("0020"), new TaskId("none")))),
                        NOW)
                .limit(1)
                .maxScan(1);
        assertThat(everyId(query)).containsExactly("0020", "0050");
    }

    @Test
    void anIndexedFieldIsFollowedWhenValuesChangeAndRowsGo() {
        given(100);
        Condition<Account> ashas = where(Bank.HOLDER, is(new CustomerId("asha")));
        assertThat(this.<Long>with(a -> a.count(ashas, NOW))).isEqualTo(10);
        Account first = with(a -> a.findById(new TaskId("0000"))).orElseThrow();
        Account second = with(a -> a.findById(new TaskId("0010"))).orElseThrow();
        with(a -> {
            a.delete(first.id(), first.revision());
            return a.save(List.of(second.heldBy(new CustomerId("ravi")), Account.of("new", "asha", 5)));
        });
        assertThat(everyId(Query.of(ashas, NOW)))
                .containsExactly("0020", "0030", "0040", "0050", "0060", "0070", "0080", "0090", "new");
    }

    @Test
    void anElementOfManyIsFoundByIndexAndTheWholeConditionIsTestedAgain() {
        given(
                Account.of("a", "asha", 1).labelled("gold", "old"),
                Account.of("b", "asha", 2).labelled("gold", "gold"),
                Account.of("c", "ravi", 2).labelled("silver"));
        given(50);
        assertThat(everyId(Query.of(where(Bank.LABELS, is("gold")), NOW))).containsExactly("a", "b");
        assertThat(everyId(Query.of(all(where(Bank.LABELS, in("gold", "silver")), where(Bank.BALANCE, is(2))), NOW)))
                .containsExactly("b", "c");
        assertThat(everyId(Query.of(where(Bank.LABELS, in(List.of())), NOW))).isEmpty();
    }

    @Test
    void moreOrdersThanAreKeptReadyStaySorted() {
        given(200);
        List<Order<Account>> fields = List.of(
                Order.by(Bank.OPENED), Order.by(Bank.BALANCE), Order.by(Bank.HOLDER), Order.descending(Bank.OPENED));
        int added = 0;
        for (int round = 0; round < 2; round++) {
            for (Order<Account> first : fields) {
                for (Order<Account> second : fields) {
                    Query<Account> query =
                            Query.<Account>all(NOW).orderBy(first, second).limit(300);
                    List<Account> items = find(query).items();
                    Sorting<Account> sorting = Sorting.of(query.orders());
                    assertThat(items).isSortedAccordingTo((a, b) -> sorting.compare(sorting.key(a), sorting.key(b)));
                    given(Account.of("x-" + added++, "zoya", round));
                }
            }
        }
        assertThat(find(Query.<Account>all(NOW).orderBy(Order.by(Bank.BALANCE)).limit(300))
                        .items())
                .hasSize(232);
    }
}
