package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest.TextMatch.Kind;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.store.Keys;
import org.sambandh.crm.store.Query;

/** {@link Chapter#CONDITIONS}. */
interface ConditionsChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void everyConditionFindsTheRowsThatTheInterpreterFinds() {
        Bench<T, I> bench = bench();
        bench.populate();
        Tally tally = new StoreParity<>(bench).compare(bench.tenant(), bench.conditionsToCompare(), 0);
        bench.compared(bench.type().name(), tally);
        assertThat(tally.telling())
                .as("conditions that told rows apart")
                .isGreaterThanOrEqualTo(tally.conditions() / 20);
    }

    @Test
    default void everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds() {
        Bench<T, I> bench = bench();
        assumeTrue(HasAttributes.class.isAssignableFrom(bench.type().type()), "a host can add no fields to it");
        assumeFalse(bench.leavesOut(Chapter.TENANCY), "there is no other tenant");
        TenantId host = bench.populateHost();
        try {
            Tally tally = new StoreParity<>(bench).compare(host, bench.conditionsToCompare(), 1);
            bench.compared(bench.type().name() + " with a host's fields", tally);
            assertThat(tally.telling())
                    .as("conditions that told rows apart")
                    .isGreaterThanOrEqualTo(tally.conditions() / 20);
        } finally {
            bench.schema().refresh(host);
        }
    }

    @Test
    default void aMissingValuePassesNoTestAndNotIsThePlainComplement() {
        Bench<T, I> bench = bench();
        List<T> rows = bench.saveSamples(30);
        RowValues values = new RowValues(bench.catalog(), Map.of(bench.type().type(), rows));
        for (Field<T, ?> field : bench.fields()) {
            missing(bench, rows, field, values);
        }
    }

    private static <T extends Entity<I>, I extends Id, V> void missing(
            Bench<T, I> bench, List<T> rows, Field<T, V> field, RowValues values) {
        assertFinds(bench, rows, where(field, Tests.present()), row -> !isMissing(field, row));
        assertFinds(bench, rows, not(where(field, Tests.present())), row -> isMissing(field, row));
        for (V value : values.of(field)) {
            if (value instanceof String text && (Text.isBlank(text) || text.length() > 1_000)) {
                continue;
            }
            Condition<T> is = where(field, Tests.is(value));
            assertFinds(bench, rows, not(is), row -> !has(field, row, value));
            assertFinds(bench, rows, all(is, not(where(field, Tests.present()))), row -> false);
        }
    }

    @Test
    default void anEqualityFindsExactlyTheRowsThatHaveTheValueIndexedOrNot() {
        Bench<T, I> bench = bench();
        List<T> rows = bench.saveSamples(30);
        RowValues values = new RowValues(bench.catalog(), Map.of(bench.type().type(), rows));
        for (Field<T, ?> field : bench.fields()) {
            equal(bench, rows, field, values);
        }
    }

    private static <T extends Entity<I>, I extends Id, V> void equal(
            Bench<T, I> bench, List<T> rows, Field<T, V> field, RowValues values) {
        List<V> some = values.of(field).stream()
                .filter(value -> !(value instanceof String text && Text.isBlank(text)))
                .toList();
        for (V value : some) {
            assertFinds(bench, rows, where(field, Tests.is(value)), row -> has(field, row, value));
        }
        List<V> few = some.subList(0, Math.min(3, some.size()));
        assertFinds(
                bench,
                rows,
                where(field, Tests.in(few)),
                row -> few.stream().anyMatch(value -> has(field, row, value)));
    }

    @Test
    default void textIsComparedByCodePointAndIgnoringCaseFoldsNothingButCase() {
        Bench<T, I> bench = bench();
        List<T> rows = bench.saveSamples(30);
        RowValues values = new RowValues(bench.catalog(), Map.of(bench.type().type(), rows));
        for (Field<T, ?> field : bench.fields()) {
            if (field.type().equals(FieldType.TEXT)) {
                @SuppressWarnings("unchecked") // equal types have values of one class
                Field<T, String> text = (Field<T, String>) field;
                values.of(text).stream().limit(8).forEach(value -> texts(bench, rows, text, value));
            }
        }
    }

    private static <T extends Entity<I>, I extends Id> void texts(
            Bench<T, I> bench, List<T> rows, Field<T, String> field, String value) {
        if (Text.isBlank(value) || value.length() > 1_000) {
            return;
        }
        String folded = Text.fold(value);
        String first = value.substring(0, value.offsetByCodePoints(0, 1));
        String last = value.substring(value.offsetByCodePoints(value.length(), -1));
        assertFinds(
                bench,
                rows,
                where(field, Tests.ignoringCase(Kind.EQUALS, value)),
                row -> any(field, row, text -> Text.fold(text).equals(folded)));
        assertFinds(
                bench,
                rows,
                where(field, Tests.ignoringCase(Kind.CONTAINS, value)),
                row -> any(field, row, text -> Text.fold(text).contains(folded)));
        if (!Text.isBlank(first)) {
            assertFinds(
                    bench,
                    rows,
                    where(field, Tests.startsWith(first)),
                    row -> any(field, row, text -> text.startsWith(first)));
        }
        if (!Text.isBlank(last)) {
            assertFinds(
                    bench,
                    rows,
                    where(field, Tests.endsWith(last)),
                    row -> any(field, row, text -> text.endsWith(last)));
            assertFinds(
                    bench,
                    rows,
                    where(field, Tests.contains(last)),
                    row -> any(field, row, text -> text.contains(last)));
        }
        for (String wildcard : List.of("%", "_", "\\")) {
            assertFinds(
                    bench,
                    rows,
                    where(field, Tests.contains(wildcard)),
                    row -> any(field, row, text -> text.contains(wildcard)));
        }
    }

    @Test
    default void aFieldThatTheCatalogueDoesNotKnowIsInvalid() {
        Bench<T, I> bench = bench();
        bench.saveSamples(3);
        Class<T> type = bench.type().type();
        for (Field<T, ?> unknown : List.of(
                Field.one(type, "nobodyKnows", FieldType.TEXT, row -> "x"),
                Field.one(type, "id", FieldType.TEXT, row -> "x"))) {
            Condition<T> condition = where(unknown, Tests.present());
            assertThatThrownBy(() -> bench.find(Query.of(condition, Samples.MOMENT)))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> bench.count(condition)).isInstanceOf(Invalid.class);
        }
    }

    private static <T, V> boolean any(Field<T, V> field, T row, Predicate<V> test) {
        if (field instanceof Field.Many<T, V> many) {
            return many.get(row).stream().anyMatch(test);
        }
        V value = ((Field.One<T, V>) field).get(row);
        return value != null && test.test(value);
    }

    private static <T, V> boolean isMissing(Field<T, V> field, T row) {
        return Keys.of(field, row).isEmpty();
    }

    private static <T, V> boolean has(Field<T, V> field, T row, V value) {
        return Keys.of(field, row).contains(Keys.of(field.type(), value));
    }

    private static <T extends Entity<I>, I extends Id> void assertFinds(
            Bench<T, I> bench, List<T> rows, Condition<T> condition, Predicate<T> plain) {
        Set<String> expected = Set.copyOf(bench.ids(rows.stream().filter(plain).toList()));
        assertThat(Set.copyOf(bench.ids(bench.askedInOne(condition))))
                .as(condition::describe)
                .isEqualTo(expected);
    }
}
