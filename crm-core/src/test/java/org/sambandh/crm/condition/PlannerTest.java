package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.NAME;
import static org.sambandh.crm.condition.Shop.SCORE;
import static org.sambandh.crm.condition.Shop.TAGS;
import static org.sambandh.crm.condition.Shop.VISITS;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Visit;

/** What a condition is folded into. */
class PlannerTest {

    private static Plan<Client> plan(Condition<Client> condition) {
        return Planner.plan(
                Interpreter.compile(condition, Client.class, Shop.CATALOG).root(), false, new Slots<>());
    }

    private static Plan<Client> answer(boolean answer) {
        return new Plan.Fixed<>(answer);
    }

    @Test
    void constantsGo() {
        assertThat(plan(all())).isEqualTo(answer(true));
        assertThat(plan(any(List.of()))).isEqualTo(answer(false));
        assertThat(plan(not(not(always())))).isEqualTo(answer(true));
        assertThat(plan(any(where(NAME, present()), always()))).isEqualTo(answer(true));
        assertThat(plan(all(where(NAME, present()), not(always())))).isEqualTo(answer(false));
        assertThat(plan(where(NAME, in(List.<String>of())))).isEqualTo(answer(false));
        assertThat(plan(count(VISITS, Window.ever(), atLeast(0)))).isEqualTo(answer(true));
        assertThat(plan(count(VISITS, not(always()), Window.ever(), atLeast(1))))
                .isEqualTo(answer(false));
    }

    @Test
    void whatCannotBeTrueOfOneFieldIsFalse() {
        assertThat(plan(all(where(SCORE, atLeast(5)), where(SCORE, atMost(3))))).isEqualTo(answer(false));
        assertThat(plan(all(where(NAME, is("a")), where(NAME, is("b"))))).isEqualTo(answer(false));
        assertThat(plan(all(where(NAME, is("a")), not(where(NAME, in("a", "b"))))))
                .isEqualTo(answer(false));
        assertThat(plan(any(where(SCORE, atLeast(5)), not(where(SCORE, atLeast(5))))))
                .isEqualTo(answer(true));
    }

    @Test
    void ofAFieldWithSeveralValuesEachTestMayBePassedByAnother() {
        assertThat(plan(all(where(TAGS, is("a")), where(TAGS, is("b"))))).isInstanceOf(Branch.class);
        assertThat(plan(any(where(TAGS, is("a")), where(TAGS, is("b"))))).isInstanceOf(FieldPlans.Many.class);
        assertThat(plan(not(any(where(TAGS, is("a")), where(TAGS, is("b")))))).isInstanceOf(FieldPlans.Many.class);
    }

    @Test
    void manyTestsOfOneTextAreOneList() {
        List<Condition<Client>> parts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            parts.add(where(NAME, is("name" + i)));
        }
        Plan<Client> folded = plan(any(parts));

        assertThat(folded).isInstanceOfSatisfying(FieldPlans.One.class, one -> {
            Set<?> values = ((ValueFold.Listed<?>) one.test().exact()).values();
            assertThat(values).hasSize(500);
        });
    }

    @Test
    void twoCountsOverOneRelationAreOneWalkAndStoresComeLast() {
        Condition<Client> many = count(VISITS, Window.last(Duration.ofDays(30)), atLeast(3));
        Condition<Client> few = count(VISITS, Window.last(Duration.ofDays(7)), atMost(1));
        Plan<Client> folded = plan(all(many, where(NAME, is("a")), few));

        assertThat(folded)
                .isInstanceOfSatisfying(
                        Branch.class,
                        branch -> assertThat(branch.parts())
                                .hasExactlyElementsOfTypes(FieldPlans.One.class, RelatedPlans.TwoCounts.class));
    }

    @Test
    void totalsBeyondTheLargestLongAreStillExact() {
        BigDecimal most = new BigDecimal("999999999999999.999");
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            visits.add(new Visit(new CustomerId("c"), null, most, null, null, null));
        }
        Shop.Stock stock = new Shop.Stock(visits);
        BigDecimal total = most.multiply(BigDecimal.valueOf(25));
        for (Measure.Kind kind : List.of(Measure.Kind.SUM, Measure.Kind.AVERAGE, Measure.Kind.MIN, Measure.Kind.MAX)) {
            BigDecimal exact = kind == Measure.Kind.SUM ? total : most;
            for (BigDecimal step : List.of(BigDecimal.ZERO, new BigDecimal("0.001"))) {
                Condition<Client> condition = new Condition.RelatedTest<>(
                        VISITS, always(), Window.ever(), new Measure<>(kind, Shop.AMOUNT), atLeast(exact.add(step)));
                boolean matches = Asking.ask(condition, Shop.client("c"), stock, Asking.utc("2026-11-23T10:00:00Z"))
                        .matches();
                assertThat(matches).as("%s + %s", kind, step).isEqualTo(step.signum() == 0);
            }
        }
    }
}
