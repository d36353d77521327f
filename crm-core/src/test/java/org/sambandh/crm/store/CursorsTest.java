package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.contains;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.inmemory.Account;
import org.sambandh.crm.inmemory.Bank;
import org.sambandh.crm.inmemory.Holder;

class CursorsTest {

    private static final TenantId TENANT = Bank.TENANT;

    private static final Query<Holder> BY_NAME =
            Query.<Holder>all(Bank.NOW).orderBy(Order.descending(Bank.NAME), Order.by(Bank.CITY));

    private static SortKey key(String id, @Nullable Object... values) {
        return new SortKey(Arrays.asList(values), id);
    }

    @Test
    void aCursorGivesBackItsMomentAndItsPlace() {
        SortKey place = key("a-1", "राम \uD83D\uDE00", null);
        Cursor cursor = Cursors.next(TENANT, BY_NAME, Bank.NOW, place);
        Cursors.Start start = Cursors.start(TENANT, BY_NAME.after(cursor));
        assertThat(start.moment()).isEqualTo(Bank.NOW);
        assertThat(start.behind()).hasValue(place);
        Query<Account> byBalance = Query.<Account>all(Bank.NOW).orderBy(Order.by(Bank.BALANCE));
        Cursor number = Cursors.next(TENANT, byBalance, Bank.NOW, key("x", -7L));
        assertThat(Cursors.start(TENANT, byBalance.after(number)).behind()).hasValue(key("x", -7L));
    }

    @Test
    void withoutACursorAPageBeginsAtTheBeginning() {
        assertThat(Cursors.start(TENANT, BY_NAME).behind()).isEmpty();
        assertThat(Cursors.start(TENANT, BY_NAME).moment()).isEqualTo(Bank.NOW);
    }

    @Test
    void theSameQueryBuiltAgainTakesItAndElementsOfASetHaveNoOrder() {
        Query<Account> query = Query.of(where(Bank.BALANCE, in(BigDecimal.ONE, new BigDecimal("2.0"))), Bank.NOW);
        Query<Account> again = Query.of(where(Bank.BALANCE, in(BigDecimal.valueOf(2), BigDecimal.ONE)), Bank.NOW);
        Cursor cursor = Cursors.next(TENANT, query, Bank.NOW, key("x"));
        assertThat(Cursors.start(TENANT, again.limit(3).after(cursor)).behind()).hasValue(key("x"));
    }

    /** The text is what a client of yesterday's process holds: it must still fit. */
    @Test
    void aCursorIsTheSameInEveryProcess() {
        Query<Holder> query = Query.of(
                        all(where(Bank.NAME, contains("Rao")), count(Bank.ACCOUNTS, Window.ever(), atLeast(1))),
                        Bank.NOW)
                .orderBy(Order.by(Bank.NAME));
        assertThat(Cursors.next(TENANT, query, Bank.NOW, key("asha", "Asha Rao"))
                        .value())
                .isEqualTo("AQAAAABrA8FIAAAAAAAMQXNpYS9Lb2xrYXRhAgAIQXNoYSBSYW8ABGFzaGHuqbRZaeQQTiUWizoKgoHM");
    }

    @Test
    void noTwoOfManyConditionsShareACursor() {
        Condition<Holder> pune = where(Bank.CITY, is("Pune"));
        List<Condition<Holder>> conditions = List.of(
                always(),
                all(),
                any(),
                all(pune),
                any(pune),
                not(pune),
                pune,
                all(pune, pune),
                all(all(pune), pune),
                all(all(pune, pune)),
                where(Bank.NAME, is("Pune")),
                where(Bank.CITY, is("pune")),
                where(Bank.CITY, in("Pune")),
                where(Bank.CITY, in("Pu", "ne")),
                where(Bank.CITY, contains("Pune")),
                where(Bank.CITY, present()),
                inSegment(new SegmentId("s")),
                inSegment(new SegmentId("t")),
                count(Bank.ACCOUNTS, Window.ever(), is(1)),
                count(Bank.ACCOUNTS, Window.ever(), is(2)),
                count(Bank.ACCOUNTS, Window.ever(), atLeast(1)),
                count(Bank.ACCOUNTS, Window.ever(), between(BigDecimal.ONE, BigDecimal.TEN)),
                count(Bank.ACCOUNTS, where(Bank.BALANCE, is(1)), Window.ever(), is(1)),
                count(Bank.ACCOUNTS, where(Bank.HOLDER, is(new CustomerId("a"))), Window.ever(), is(1)));
        List<Cursor> cursors = new ArrayList<>();
        for (Condition<Holder> condition : conditions) {
            cursors.add(Cursors.next(TENANT, Query.of(condition, Bank.NOW), Bank.NOW, key("x")));
        }
        assertThat(cursors).doesNotHaveDuplicates();
        for (int i = 0; i < cursors.size(); i++) {
            for (int j = 0; j < cursors.size(); j++) {
                Query<Holder> query = Query.of(conditions.get(i), Bank.NOW).after(cursors.get(j));
                if (i == j) {
                    assertThat(Cursors.start(TENANT, query).behind()).isPresent();
                } else {
                    assertThatThrownBy(() -> Cursors.start(TENANT, query)).isInstanceOf(Invalid.class);
                }
            }
        }
    }

    @Test
    void aCursorOfAnotherTenantIsRefused() {
        Cursor cursor = Cursors.next(Bank.OTHER, BY_NAME, Bank.NOW, key("a", "x", "y"));
        assertThatThrownBy(() -> Cursors.start(TENANT, BY_NAME.after(cursor))).isInstanceOf(Invalid.class);
    }

    @Test
    void everyChangedCharacterAndEveryShorterTextIsRefused() {
        String text =
                Cursors.next(TENANT, BY_NAME, Bank.NOW, key("a", "x", null)).value();
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            refused(text.substring(0, i) + other + text.substring(i + 1));
            if (i > 0) {
                refused(text.substring(0, i));
            }
        }
        for (String junk : List.of("A", "AA", "Ag", "AgAB", "AgAAeHh4", "AQ", "x".repeat(4_000), "zzzzzzzz", "_-_-")) {
            refused(junk);
        }
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> Cursors.start(TENANT, BY_NAME.after(new Cursor(text))))
                .as(text)
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("cursor")
                .hasMessageNotContaining(text.length() > 8 ? text : "\u0000");
    }

    @Test
    void theLongestTextsStillFit() {
        List<Order<Holder>> orders = Collections.nCopies(3, Order.by(Bank.NAME));
        Sorting<Holder> sorting = Sorting.of(orders);
        String id = "i".repeat(36);
        SortKey place = sorting.key(Holder.of(id, "\uD83D\uDE00".repeat(500), null));
        Query<Holder> query = new Query<>(always(), orders, Bank.NOW, 1, 1, java.util.Optional.empty());
        Cursor cursor = Cursors.next(TENANT, query, Bank.NOW, place);
        assertThat(Cursors.start(TENANT, query.after(cursor)).behind()).hasValue(place);
    }
}
