package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;

/** That nothing grows with the square of the rows: the limits are many times what it takes. */
class SizeTest {

    private static final int ROWS = 100_000;
    private static final int BATCH = 1_000;

    @Test
    @Timeout(30)
    void aHundredThousandRowsAreWrittenLookedUpAndPagedInSeconds() {
        InMemoryCrmStore store = Bank.store();
        for (int batch = 0; batch < ROWS / BATCH; batch++) {
            List<Account> accounts = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                int number = batch * BATCH + i;
                // Neither ids nor times arrive in order.
                int mixed = (int) (number * 7_919L % ROWS);
                accounts.add(Account.of(String.format("%06d", mixed), "h-" + mixed / 10, mixed % 1_000)
                        .opened(NOW.at().minusSeconds(number)));
            }
            store.inTransaction(TENANT, r -> r.get(AccountRepository.class).save(accounts));
        }
        store.inTransaction(TENANT, r -> {
            AccountRepository accounts = r.get(AccountRepository.class);
            for (int i = 0; i < 10_000; i++) {
                Query<Account> query = Query.of(where(Bank.HOLDER, is(new CustomerId("h-" + i))), NOW);
                assertThat(accounts.find(query).items()).hasSize(10);
            }
            return 0;
        });
        assertThat(visited(store, Query.all(NOW))).isEqualTo(ROWS);
        assertThat(visited(store, Query.<Account>all(NOW).orderBy(Order.descending(Bank.OPENED))))
                .isEqualTo(ROWS);
    }

    private static int visited(InMemoryCrmStore store, Query<Account> query) {
        int visited = 0;
        Page<Account> page =
                store.inTransaction(TENANT, r -> r.get(AccountRepository.class).find(query));
        visited += page.items().size();
        while (page.next().isPresent()) {
            Query<Account> next = query.after(page.next().get());
            page = store.inTransaction(
                    TENANT, r -> r.get(AccountRepository.class).find(next));
            visited += page.items().size();
        }
        return visited;
    }
}
