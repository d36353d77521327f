package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.inmemory.Account;
import org.sambandh.crm.inmemory.Bank;
import org.sambandh.crm.inmemory.Holder;

class SortingTest {

    private static List<String> sorted(List<Order<Holder>> orders, Holder... holders) {
        Sorting<Holder> sorting = Sorting.of(orders);
        List<Holder> list = new ArrayList<>(List.of(holders));
        Collections.reverse(list);
        list.sort((a, b) -> sorting.compare(sorting.key(a), sorting.key(b)));
        return list.stream().map(h -> h.id().value()).toList();
    }

    @Test
    void textSortsByCodePointAlsoBeyondTheBasicPlane() {
        Holder private1 = Holder.of("a", "\uE000", null);
        Holder emoji = Holder.of("b", "\uD83D\uDE00", null);
        Holder later = Holder.of("c", "\uD83D\uDE01", null);
        assertThat(sorted(List.of(Order.by(Bank.NAME)), private1, emoji, later)).containsExactly("a", "b", "c");
        assertThat(Sorting.compareText("ab", "abc")).isNegative();
        assertThat(Sorting.compareText("abc", "abc")).isZero();
    }

    @Test
    void missingComesLastBothWaysAndTiesBreakById() {
        Holder none = Holder.of("a", "x", null);
        Holder pune = Holder.of("b", "x", "Pune");
        Holder agra = Holder.of("c", "x", "Agra");
        Holder pune2 = Holder.of("d", "x", "Pune");
        assertThat(sorted(List.of(Order.by(Bank.CITY)), none, pune, agra, pune2))
                .containsExactly("c", "b", "d", "a");
        assertThat(sorted(List.of(Order.descending(Bank.CITY)), none, pune, agra, pune2))
                .containsExactly("b", "d", "c", "a");
    }

    @Test
    void longTextsSortByTheirBeginning() {
        String same = "x".repeat(200);
        assertThat(sorted(
                        List.of(Order.by(Bank.NAME)),
                        Holder.of("a", same + "z", null),
                        Holder.of("b", same + "a", null),
                        Holder.of("c", same.substring(1) + "a", null)))
                .containsExactly("c", "a", "b");
        assertThat(Sorting.of(Collections.nCopies(8, Order.by(Bank.NAME))).textLength())
                .isEqualTo(75);
    }

    @Test
    void moreThanEightOrdersAreRefused() {
        List<Order<Account>> orders = Collections.nCopies(9, Order.by(Bank.BALANCE));
        assertThatThrownBy(() -> Sorting.of(orders)).isInstanceOf(Invalid.class);
    }

    @Test
    void aKeyDoesNotPrintWhatMayBePersonal() {
        Sorting<Holder> sorting = Sorting.of(List.of(Order.by(Bank.NAME)));
        assertThat(sorting.key(Holder.of("a", "Asha", null))).hasToString("SortKey[a]");
    }
}
