package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.table.Shopper.CATALOG;
import static org.sambandh.crm.table.Shopper.NOW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Window;

class TableRefreshTest {

    private static final Condition<Shopper> IN_FRANCE = where(Shopper.COUNTRY, is("FR"));
    private static final Condition<Shopper> REGULAR = count(Shopper.ORDERS, Window.ever(), atLeast(7));

    private static Shopper regular(int number) {
        List<Shopper.Order> orders = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            orders.add(new Shopper.Order("shop", BigDecimal.ONE, NOW.at()));
        }
        return Shopper.of(number).ordering(orders);
    }

    @Test
    void changedRowsAreReplacedNewOnesAddedAndOthersLeftAlone() {
        List<Shopper> shoppers = Shopper.some(5_000);
        FactTable<Shopper> table = Shopper.table(shoppers.subList(0, 4_500));
        TableView<Shopper> before = table.view();

        List<Shopper> changed = new ArrayList<>();
        for (int i = 3; i < 5_000; i += 997) {
            shoppers.set(i, Shopper.of(i).in("FR"));
            changed.add(shoppers.get(i));
        }
        shoppers.set(2_100, regular(2_100));
        changed.add(shoppers.get(2_100));
        changed.addAll(shoppers.subList(4_500, 5_000));
        table.put(changed, Facts.NONE, NOW);

        TableView<Shopper> after = table.view();
        assertThat(after.size()).isEqualTo(5_000);
        assertThat(after.select(IN_FRANCE, NOW).size()).isEqualTo(6);
        assertThat(after.select(REGULAR, NOW).ids())
                .containsExactly(Shopper.id(2_100).value());
        assertThat(before.select(IN_FRANCE, NOW).size()).isZero();
        assertThat(before.size()).isEqualTo(4_500);
        assertThat(before.row(Shopper.id(4_700))).isEmpty();
        for (Shopper one : shoppers) {
            int row = after.row(one.id()).orElseThrow();
            assertThat(after.id(row)).isEqualTo(one.id().value());
        }
        assertThat(after.select(where(Shopper.COUNTRY, is("IN")), NOW).size()).isEqualTo((int)
                shoppers.stream().filter(s -> s.country().equals("IN")).count());
    }

    @Test
    void aDeletedSubjectIsInNoSelectionAndComesBackInItsRow() {
        FactTable<Shopper> table = Shopper.table(Shopper.some(3_000));
        table.remove(List.of(Shopper.id(10), Shopper.id(2_500), Shopper.id(99_999)));
        TableView<Shopper> without = table.view();
        assertThat(without.size()).isEqualTo(2_998);
        assertThat(without.rows()).isEqualTo(3_000);
        assertThat(without.row(Shopper.id(10))).isEmpty();
        assertThat(without.all().contains(10)).isFalse();
        assertThat(without.all().size()).isEqualTo(2_998);

        table.put(List.of(Shopper.of(10).in("FR")), Facts.NONE, NOW);
        assertThat(table.view().select(IN_FRANCE, NOW).rows().stream().toArray())
                .containsExactly(10);
        assertThat(table.view().size()).isEqualTo(2_999);
    }

    @Test
    void aRefreshThatPassesALimitLeavesTheStateAsItWas() {
        FactTable<Shopper> table = FactTable.builder(CATALOG, Shopper.class)
                .fields(Shopper.COUNTRY)
                .limits(TableLimits.DEFAULT.rows(3))
                .build(Shopper.some(3), Facts.NONE, NOW);
        assertThatThrownBy(
                        () -> table.put(List.of(Shopper.of(0).in("FR"), Shopper.of(3), Shopper.of(4)), Facts.NONE, NOW))
                .isInstanceOf(Invalid.class);
        assertThat(table.view().size()).isEqualTo(3);
        assertThat(table.view().count(IN_FRANCE, NOW)).isZero();
        table.put(List.of(Shopper.of(0).in("FR")), Facts.NONE, NOW);
        assertThat(table.view().count(IN_FRANCE, NOW)).isOne();
    }

    @Test
    void onlyTheChunkOfAChangedRowIsMadeAnewAndInItOnlyWhatDiffers() {
        FactTable<Shopper> table = Shopper.table(Shopper.some(7_000));
        Chunks before = table.view().chunks();
        table.put(List.of(Shopper.of(2_500).in("FR")), Facts.NONE, NOW);
        Chunks after = table.view().chunks();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i) == before.get(i)).isEqualTo(i != 1);
        }
        int country = table.view().layout().place(Shopper.COUNTRY);
        for (int i = 0; i < table.view().layout().columns().size(); i++) {
            assertThat(after.get(1).block().column(i) == before.get(1).block().column(i))
                    .isEqualTo(i != country);
        }
        assertThat(after.get(1).block().facts(0)).isSameAs(before.get(1).block().facts(0));
    }

    /** Pairs of shoppers move together, one in each of two chunks: half a refresh would be an odd number. */
    @Test
    void whoReadsWhileRowsChangeSeesAllOfARefreshOrNothingOfIt() throws Exception {
        FactTable<Shopper> table = Shopper.table(Shopper.some(4_000));
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<String> torn = new AtomicReference<>();
        AtomicInteger states = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try {
                int last = -1;
                while (!done.get()) {
                    TableView<Shopper> view = table.view();
                    int found = view.count(IN_FRANCE, NOW);
                    if (found % 2 != 0 || view.size() != view.all().size()) {
                        torn.set(found + " in France of " + view.size());
                    }
                    states.addAndGet(found == last ? 0 : 1);
                    last = found;
                    reading.countDown();
                }
            } catch (RuntimeException e) {
                torn.set(e.toString());
                reading.countDown();
            }
        });
        reader.start();
        reading.await();
        for (int round = 0; states.get() < 50 && torn.get() == null && round < 200_000; round++) {
            String country = round % 2 == 0 ? "FR" : "DE";
            int one = round / 2 % 1_900;
            int fresh = 4_000 + round;
            table.put(
                    List.of(
                            Shopper.of(one).in(country),
                            Shopper.of(2_050 + one).in(country),
                            Shopper.of(fresh).in("IN")),
                    Facts.NONE,
                    NOW);
        }
        done.set(true);
        reader.join();
        assertThat(torn.get()).isNull();
        assertThat(states.get()).as("states seen by a reader that raced").isGreaterThanOrEqualTo(50);
    }
}
