package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;

/** {@link Chapter#PAGING}. */
interface PagingChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void everyRowIsReadExactlyOnceHoweverLongThePages() {
        Bench<T, I> bench = bench();
        List<String> expected = bench.ids(bench.saveSamples(20));
        for (int limit : new int[] {1, 7, 19, 20, 21}) {
            assertThat(bench.ids(bench.everyItem(Query.<T>all(Samples.MOMENT).limit(limit))))
                    .isEqualTo(expected);
        }
    }

    @Test
    default void withoutAnOrderEntitiesComeByTheTextOfTheirIds() {
        Bench<T, I> bench = bench();
        List<String> ids =
                List.of("-a", "0", "00", "1", "10", "2", "A", "Ab", "B", "Z", "_", "a", "a-b", "aB", "a_b", "ab", "b");
        List<T> given = new ArrayList<>();
        for (String id : ids) {
            given.add(0, bench.sample(id, 60 + given.size()));
        }
        bench.save(given);
        assertThat(bench.ids(bench.everyItem(Query.<T>all(Samples.MOMENT).limit(4))))
                .isEqualTo(ids);
    }

    @Test
    default void everyFieldSortsBothWaysWithMissingValuesLastAndTiesById() {
        Bench<T, I> bench = bench();
        bench.saveSamples(30);
        for (Field.One<T, ?> field : Orders.sortable(bench)) {
            List<T> ascending = bench.find(Query.<T>all(Samples.MOMENT).orderBy(Order.by(field)))
                    .items();
            List<T> descending = bench.find(Query.<T>all(Samples.MOMENT).orderBy(Order.descending(field)))
                    .items();
            Orders.assertSorted(field, ascending, descending, 30);
        }
    }

    @Test
    default void aSortedQueryReadInPagesGivesEveryRowOnceInTheSameOrder() {
        Bench<T, I> bench = bench();
        bench.saveSamples(30);
        for (Field.One<T, ?> field : Orders.sortable(bench)) {
            for (Order<T> order : List.of(Order.by(field), Order.<T>descending(field))) {
                Query<T> query = Query.<T>all(Samples.MOMENT).orderBy(order);
                List<String> whole = bench.ids(bench.find(query).items());
                assertThat(whole).hasSize(30);
                assertThat(bench.ids(bench.everyItem(query.limit(7))))
                        .as(() -> "in pages of 7 by " + order)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    default void severalOrdersCountFromTheFirstOn() {
        Bench<T, I> bench = bench();
        bench.saveSamples(30);
        List<Field.One<T, ?>> fields = Orders.sortable(bench);
        for (int i = 1; i < fields.size(); i++) {
            Order<T> first = new Order<>(fields.get(i), i % 2 == 0);
            Order<T> second = new Order<>(fields.get(i - 1), i % 3 == 0);
            Query<T> query = Query.<T>all(Samples.MOMENT).orderBy(first, second);
            List<T> whole = bench.find(query).items();
            Orders.assertSorted(first, second, whole);
            assertThat(bench.ids(bench.everyItem(query.limit(4)))).isEqualTo(bench.ids(whole));
        }
    }

    @Test
    default void aPageShorterThanItsLimitIsNotTheLastOneOnlyAMissingNextIs() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(30);
        // Twice negated, so that few stores push it down: what cannot be pushed down is read and re-checked.
        Condition<T> ends = not(not(where(
                bench.type().id(),
                Tests.in(saved.get(0).id(), saved.get(17).id(), saved.get(29).id()))));
        List<String> expected = bench.ids(List.of(saved.get(0), saved.get(17), saved.get(29)));
        for (int limit : new int[] {1, 2, 5}) {
            Query<T> query = Query.of(ends, Samples.MOMENT).limit(limit).maxScan(5);
            assertThat(bench.ids(bench.everyItem(query))).isEqualTo(expected);
            assertThat(bench.ids(
                            bench.everyItem(query.orderBy(Order.by(bench.type().id())))))
                    .isEqualTo(expected);
        }
    }

    @Test
    default void aPageThatEndsWithTheLastRowMayHaveANextButThenItIsEmpty() {
        Bench<T, I> bench = bench();
        bench.saveSamples(6);
        Page<T> page = bench.find(Query.<T>all(Samples.MOMENT).limit(6));
        assertThat(page.items()).hasSize(6);
        page.next().ifPresent(next -> {
            Page<T> last = bench.find(Query.<T>all(Samples.MOMENT).limit(6).after(next));
            assertThat(last.items()).isEmpty();
            assertThat(last.next()).isEmpty();
        });
        assertThat(bench.find(Query.<T>all(Samples.MOMENT).limit(7)).next()).isEmpty();
    }

    @Test
    default void rowsAddedAndRemovedBetweenPagesDisturbNoOther() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(10);
        Query<T> query = Query.<T>all(Samples.MOMENT).limit(5);
        Page<T> first = bench.find(query);
        bench.delete(saved.get(4));
        bench.delete(saved.get(7));
        bench.save(bench.sample(Samples.id(bench.type().name(), 2) + "-b", 61));
        bench.save(bench.sample(Samples.id(bench.type().name(), 8) + "-b", 62));
        List<String> rest = bench.ids(bench.everyItem(query.after(first.next().orElseThrow())));
        assertThat(rest)
                .containsExactly(
                        saved.get(5).id().value(),
                        saved.get(6).id().value(),
                        saved.get(8).id().value(),
                        saved.get(8).id().value() + "-b",
                        saved.get(9).id().value());
    }

    @Test
    default void theMomentOfTheFirstPageHoldsForAllOfThem() {
        Bench<T, I> bench = bench();
        bench.saveSamples(20);
        Field.One<T, Instant> time = Orders.ofType(bench, FieldType.INSTANT)
                .orElseGet(() -> Assumptions.abort("a " + bench.type().name() + " has no instant"));
        Condition<T> young = where(time, Tests.ageAtMost(Duration.ofDays(22_000)));
        Moment later = new Moment(Samples.MOMENT.at().plus(Duration.ofDays(40_000)), Samples.MOMENT.zone());
        List<String> whole =
                bench.ids(bench.find(Query.of(young, Samples.MOMENT)).items());
        Page<T> first = bench.find(Query.of(young, Samples.MOMENT).limit(2));
        List<String> found = new ArrayList<>(bench.ids(first.items()));
        assertThat(bench.find(Query.of(young, later)).items()).isEmpty();
        found.addAll(bench.ids(bench.everyItem(
                Query.of(young, later).limit(2).after(first.next().orElseThrow()))));
        assertThat(found).isEqualTo(whole).hasSizeGreaterThan(5);
    }

    @Test
    default void aCursorOfAnotherConditionOrOrderIsInvalid() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(10);
        Field.One<T, I> id = bench.type().id();
        Query<T> plain = Query.<T>all(Samples.MOMENT).limit(2);
        Query<T> sorted = plain.orderBy(Order.by(id));
        Query<T> few = Query.of(not(where(id, Tests.is(saved.get(9).id()))), Samples.MOMENT)
                .limit(2);
        List<Query<T>> queries = List.of(plain, sorted, plain.orderBy(Order.descending(id)), few);
        for (Query<T> one : queries) {
            Cursor cursor = bench.find(one).next().orElseThrow();
            assertThat(bench.find(one.limit(3).maxScan(50).after(cursor)).items())
                    .isNotEmpty();
            for (Query<T> other : queries) {
                if (!other.equals(one)) {
                    assertThatThrownBy(() -> bench.find(other.after(cursor))).isInstanceOf(Invalid.class);
                }
            }
        }
    }

    @Test
    default void aCursorThatWasChangedIsInvalid() {
        Bench<T, I> bench = bench();
        bench.saveSamples(10);
        Query<T> query = Query.<T>all(Samples.MOMENT).limit(2);
        String text = bench.find(query).next().orElseThrow().value();
        int middle = text.length() / 2;
        for (String changed : List.of(
                text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1),
                text.substring(0, middle),
                text + "AAAA",
                "A")) {
            assertThatThrownBy(() -> bench.find(query.after(new Cursor(changed))))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    default void aCursorBehindAnIdBeginsThereWhetherOrNotItExists() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(6);
        Query<T> query = Query.<T>all(Samples.MOMENT).limit(2);
        I between = bench.sample(saved.get(3).id().value() + "-x", 63).id();
        assertThat(bench.ids(bench.find(query.after(Cursors.behind(saved.get(3).id())))
                        .items()))
                .isEqualTo(bench.ids(saved.subList(4, 6)));
        assertThat(bench.ids(bench.find(query.after(Cursors.behind(between))).items()))
                .isEqualTo(bench.ids(saved.subList(4, 6)));
        assertThat(bench.find(query.after(Cursors.behind(saved.get(5).id()))).items())
                .isEmpty();
        assertThatThrownBy(() ->
                        bench.find(query.orderBy(Order.by(bench.type().id())).after(Cursors.behind(between))))
                .isInstanceOf(Invalid.class);
    }
}
