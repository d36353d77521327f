package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.contains;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.last;
import static org.sambandh.crm.table.Shopper.CATALOG;
import static org.sambandh.crm.table.Shopper.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

class FactTableTest {

    private static final List<Shopper> SHOPPERS = Shopper.some(5_000);
    private static final FactTable<Shopper> TABLE = Shopper.table(SHOPPERS);

    private static final List<Condition<Shopper>> CONDITIONS = List.of(
            Conditions.always(),
            where(Shopper.COUNTRY, is("IN")),
            where(Shopper.INDUSTRY, contains("stry 1")),
            where(Shopper.INDUSTRY, present()),
            where(Shopper.TAGS, in("tag1", "tag2", "none")),
            where(Shopper.TIER, is(Shopper.Tier.GOLD)),
            where(Shopper.BUDGET, atLeast("500000", "INR")),
            where(Shopper.BUDGET, present()),
            where(Shopper.RATING, between(new BigDecimal("1.005"), new BigDecimal("2.50"))),
            where(Shopper.RATING, in(new BigDecimal("1.50"), new BigDecimal("3"))),
            where(Shopper.BORN, ageAtMost(Period.ofYears(40))),
            where(Shopper.LAST_SEEN, ageAtMost(Duration.ofDays(30))),
            count(Shopper.ORDERS, Window.ever(), is(2)),
            count(Shopper.ORDERS, where(Shopper.KIND, is("shop")), Window.last(Duration.ofDays(90)), atLeast(1)),
            Conditions.measure(
                    Measure.Kind.AVERAGE,
                    Shopper.AMOUNT,
                    Shopper.ORDERS,
                    Conditions.always(),
                    Window.ever(),
                    atLeast(5_000)),
            Conditions.sum(
                    Shopper.AMOUNT,
                    Shopper.ORDERS,
                    Conditions.always(),
                    Window.last(Duration.ofDays(200)),
                    atLeast(9_000)),
            Conditions.measure(
                    Measure.Kind.MAX,
                    Shopper.PIECES,
                    Shopper.ORDERS,
                    where(Shopper.PIECES, between(5, 5_000)),
                    Window.ever(),
                    atLeast(3_000)),
            Conditions.measure(
                    Measure.Kind.AVERAGE,
                    Shopper.PIECES,
                    Shopper.ORDERS,
                    Conditions.always(),
                    Window.fixed(NOW.at().minusSeconds(20_000_000), NOW.at().minusSeconds(5_000_000)),
                    between(new BigDecimal("1000.5"), new BigDecimal("2000.25"))),
            all(
                    where(Shopper.COUNTRY, in("IN", "DE")),
                    count(Shopper.ORDERS, where(Shopper.KIND, is("shop")), Window.last(Duration.ofDays(90)), is(0))),
            all(
                    where(Shopper.COUNTRY, in("IN", "DE")),
                    where(Shopper.EMPLOYEES, between(20, 5_000)),
                    where(Shopper.OPTED_IN, is(true)),
                    any(where(Shopper.SOURCE, is("web")), not(where(Shopper.LAST_SEEN, present())))));

    @Test
    void severalChunksAnswerAsTheInterpreterDoes() {
        for (Condition<Shopper> condition : CONDITIONS) {
            assertThat(TABLE.select(condition, NOW).rows())
                    .as(condition.describe())
                    .isEqualTo(CompiledCondition.of(condition, Shopper.class, CATALOG)
                            .testAll(SHOPPERS, Facts.NONE, NOW));
        }
    }

    @Test
    void aRowIsFoundByItsIdAndTheOtherWayRound() {
        TableView<Shopper> view = TABLE.view();
        for (int i = 0; i < SHOPPERS.size(); i += 7) {
            assertThat(view.row(Shopper.id(i))).hasValue(i);
            assertThat(view.id(i)).isEqualTo(Shopper.id(i).value());
        }
        assertThat(view.row(new CustomerId("nobody"))).isEmpty();
        assertThat(view.size()).isEqualTo(view.rows()).isEqualTo(SHOPPERS.size());
    }

    @Test
    void selectionsOfOneStateAreCombined() {
        Selection<Shopper> india = TABLE.select(CONDITIONS.get(1), NOW);
        Selection<Shopper> gold = TABLE.select(CONDITIONS.get(5), NOW);
        assertThat(india.and(gold).rows())
                .isEqualTo(TABLE.select(all(CONDITIONS.get(1), CONDITIONS.get(5)), NOW)
                        .rows());
        assertThat(india.or(gold).size())
                .isEqualTo(india.size() + gold.size() - india.and(gold).size());
        assertThat(india.minus(gold).ids())
                .hasSize(india.size() - india.and(gold).size());
        assertThatThrownBy(() -> india.and(Shopper.table(SHOPPERS).view().all()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("the same TableView");
    }

    @Test
    void whatTheTableDoesNotHoldIsRefusedByName() {
        TableView<Shopper> view = FactTable.builder(CATALOG, Shopper.class)
                .needing(where(Shopper.COUNTRY, is("IN")))
                .build(SHOPPERS.subList(0, 3), Facts.NONE, NOW)
                .view();
        assertThatThrownBy(() -> view.select(where(Shopper.SOURCE, is("web")), NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.source"))
                .hasMessageContaining("no column");
        assertThatThrownBy(() -> view.select(count(Shopper.ORDERS, Window.ever(), is(1)), NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.orders"));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsRefused() {
        Field<Shopper, String> odd = Field.one(Shopper.class, "odd", FieldType.TEXT, Shopper::country);
        assertThatThrownBy(() -> FactTable.builder(CATALOG, Shopper.class).fields(odd))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("shopper.odd");
        assertThatThrownBy(() -> TABLE.select(where(odd, is("x")), NOW))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("shopper.odd");
        assertThatThrownBy(() -> FactTable.builder(CATALOG, Shopper.Order.class))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("table.subject");
    }

    @Test
    void limitsArePassedByATypedErrorThatNamesThePlace() {
        FactTableBuilder<Shopper> builder = FactTable.builder(CATALOG, Shopper.class)
                .fields(Shopper.INDUSTRY)
                .relation(Shopper.ORDERS);
        TableLimits few = TableLimits.DEFAULT;
        assertThatThrownBy(
                        () -> builder.limits(few.distinctValues(50)).build(SHOPPERS.subList(0, 2_000), Facts.NONE, NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.industry"))
                .hasMessageContaining("50 different values");
        assertThatThrownBy(() -> builder.limits(few.rows(1_999)).build(SHOPPERS.subList(0, 2_000), Facts.NONE, NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper"));
        assertThatThrownBy(() -> builder.limits(few.facts(3_000)).build(SHOPPERS.subList(0, 2_000), Facts.NONE, NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.orders"));
        builder.limits(few.rows(2_000).distinctValues(60)).build(SHOPPERS.subList(0, 2_000), Facts.NONE, NOW);
    }

    @Test
    void aMillionDifferentTextsAreRefusedEarly() {
        AtomicInteger read = new AtomicInteger();
        Shopper one = Shopper.of(1);
        Iterable<Shopper> many = () -> IntStream.range(0, 1_000_000)
                .mapToObj(i -> one.ofIndustry(Shopper.id(i), "industry " + read.incrementAndGet()))
                .iterator();
        assertThatThrownBy(() -> FactTable.builder(CATALOG, Shopper.class)
                        .fields(Shopper.INDUSTRY)
                        .build(many, Facts.NONE, NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.industry"))
                .hasMessageContaining("250000 different values");
        assertThat(read.get()).isLessThan(255_000);
    }

    @Test
    void aSubjectWithAMillionFactsIsHeldOrRefusedByTheLimit() {
        Shopper.Order order = new Shopper.Order("shop", BigDecimal.ONE, NOW.at().minusSeconds(60));
        List<Shopper> one = List.of(Shopper.of(1).ofOrders(Collections.nCopies(1_000_000, order)));
        FactTableBuilder<Shopper> builder =
                FactTable.builder(CATALOG, Shopper.class).relation(Shopper.ORDERS, Shopper.KIND);
        FactTable<Shopper> table = builder.build(one, Facts.NONE, NOW);
        assertThat(table.select(
                                count(
                                        Shopper.ORDERS,
                                        where(Shopper.KIND, is("shop")),
                                        last(Duration.ofDays(1)),
                                        atLeast(1_000_000)),
                                NOW)
                        .size())
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> builder.limits(TableLimits.DEFAULT.facts(999_999)).build(one, Facts.NONE, NOW))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("shopper.orders"));
    }

    @Test
    void pointsAreAddedToTheTotalsOfASelection() {
        Selection<Shopper> india = TABLE.select(CONDITIONS.get(1), NOW);
        Selection<Shopper> gold = TABLE.select(CONDITIONS.get(5), NOW);
        long[] totals = new long[TABLE.view().rows()];
        india.addTo(totals, 15);
        gold.addTo(totals, -4);
        TABLE.view().all().addTo(totals, 1);
        for (int row = 0; row < totals.length; row++) {
            assertThat(totals[row]).isEqualTo(1 + (india.contains(row) ? 15 : 0) - (gold.contains(row) ? 4 : 0));
        }
        assertThatThrownBy(() -> india.addTo(new long[10], 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anEmptyTableSelectsNobody() {
        TableView<Shopper> view = Shopper.table(List.of()).view();
        CONDITIONS.forEach(
                condition -> assertThat(view.select(condition, NOW).size()).isZero());
        assertThat(view.row(Shopper.id(1))).isEmpty();
    }

    @Test
    void ofTwoSubjectsWithOneIdTheLaterCounts() {
        List<Shopper> twice =
                List.of(Shopper.of(1).in("AA"), Shopper.of(2), Shopper.of(1).in("BB"));
        TableView<Shopper> view = Shopper.table(twice).view();
        assertThat(view.size()).isEqualTo(2);
        assertThat(view.count(where(Shopper.COUNTRY, is("AA")), NOW)).isZero();
        assertThat(view.count(where(Shopper.COUNTRY, is("BB")), NOW)).isOne();
    }
}
