package org.sambandh.crm.json;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.anniversaryWithin;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.inLast;
import static org.sambandh.crm.condition.Tests.inPeriods;
import static org.sambandh.crm.condition.Tests.inThis;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.customer.CustomerFields.BIRTH_DATE;
import static org.sambandh.crm.customer.CustomerFields.REGISTERED_AT;
import static org.sambandh.crm.json.Catalogs.JSON;
import static org.sambandh.crm.pipeline.OpportunityFields.AMOUNT_VALUE;
import static org.sambandh.crm.pipeline.OpportunityFields.OPPORTUNITIES;
import static org.sambandh.crm.pipeline.OpportunityFields.PROBABILITY;
import static org.sambandh.crm.pipeline.OpportunityFields.STAGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.pipeline.Opportunity;

/** Texts that hosts have stored. One that changes here no longer reads there. */
class ConditionGoldenTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-31T23:59:59.999999Z");

    @Test
    void everyMeasureHasItsText() {
        stored(
                deals(Measure.Kind.COUNT, null, Window.ever(), atLeast(3)),
                "{\"count\":\"opportunities\",\"atLeast\":3}");
        stored(
                deals(Measure.Kind.SUM, AMOUNT_VALUE, Window.ever(), atLeast(new BigDecimal("250000.50"))),
                "{\"sum\":\"opportunities\",\"of\":\"amountValue\",\"atLeast\":250000.5}");
        stored(
                deals(Measure.Kind.MIN, AMOUNT_VALUE, Window.ever(), atMost(new BigDecimal("0.000001"))),
                "{\"min\":\"opportunities\",\"of\":\"amountValue\",\"atMost\":0.000001}");
        stored(
                deals(Measure.Kind.MAX, AMOUNT_VALUE, Window.ever(), is(1_000_000)),
                "{\"max\":\"opportunities\",\"of\":\"amountValue\",\"is\":1000000}");
        stored(
                deals(Measure.Kind.AVERAGE, PROBABILITY, Window.ever(), between(-1, 1)),
                "{\"average\":\"opportunities\",\"of\":\"probability\",\"atLeast\":-1,\"atMost\":1}");
    }

    @Test
    void everyWindowHasItsText() {
        stored(
                deals(Measure.Kind.SUM, AMOUNT_VALUE, Window.last(ofDays(90)), atLeast(1)),
                "{\"sum\":\"opportunities\",\"of\":\"amountValue\",\"last\":\"P90D\",\"atLeast\":1}");
        stored(
                deals(Measure.Kind.COUNT, null, Window.last(ofHours(36)), atLeast(1)),
                "{\"count\":\"opportunities\",\"last\":\"PT36H\",\"atLeast\":1}");
        stored(
                deals(Measure.Kind.COUNT, null, Window.fixed(JANUARY, MARCH), is(0)),
                "{\"count\":\"opportunities\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-03-31T23:59:59.999999Z\",\"is\":0}");
        stored(
                new Condition.RelatedTest<>(
                        OPPORTUNITIES,
                        where(STAGE, is("won")),
                        Window.last(ofDays(365)),
                        new Measure<>(Measure.Kind.AVERAGE, AMOUNT_VALUE),
                        atLeast(5_000)),
                "{\"average\":\"opportunities\",\"of\":\"amountValue\",\"where\":{\"field\":\"stage\",\"is\":\"won\"},\"last\":\"P365D\",\"atLeast\":5000}");
    }

    @Test
    void exactAndCalendarAgesDifferInTheirText() {
        stored(where(REGISTERED_AT, ageAtLeast(ofHours(36))), "{\"field\":\"registeredAt\",\"ageAtLeast\":\"PT36H\"}");
        stored(where(REGISTERED_AT, ageAtMost(ofDays(30))), "{\"field\":\"registeredAt\",\"ageAtMost\":\"PT720H\"}");
        stored(
                where(REGISTERED_AT, ageAtMost(Period.ofDays(30))),
                "{\"field\":\"registeredAt\",\"ageAtMost\":\"P30D\"}");
        stored(
                where(BIRTH_DATE, ageAtLeast(Period.of(18, 2, 3))),
                "{\"field\":\"birthDate\",\"ageAtLeast\":\"P18Y2M3D\"}");
        stored(where(BIRTH_DATE, ageAtLeast(Period.ZERO)), "{\"field\":\"birthDate\",\"ageAtLeast\":\"P0D\"}");
    }

    @Test
    void everyPeriodIsAUnitAndTwoNumbers() {
        for (CalendarUnit unit : CalendarUnit.values()) {
            stored(
                    where(REGISTERED_AT, inThis(unit)),
                    "{\"field\":\"registeredAt\",\"inPeriod\":{\"unit\":\"" + unit + "\",\"first\":0,\"last\":0}}");
        }
        stored(
                where(REGISTERED_AT, inLast(CalendarUnit.FISCAL_YEAR)),
                "{\"field\":\"registeredAt\",\"inPeriod\":{\"unit\":\"FISCAL_YEAR\",\"first\":-1,\"last\":-1}}");
        stored(
                where(BIRTH_DATE, inPeriods(CalendarUnit.WEEK, -2, 1)),
                "{\"field\":\"birthDate\",\"inPeriod\":{\"unit\":\"WEEK\",\"first\":-2,\"last\":1}}");
        stored(where(BIRTH_DATE, anniversaryWithin(0)), "{\"field\":\"birthDate\",\"anniversaryWithin\":0}");
    }

    private static Condition<Customer> deals(
            Measure.Kind kind, Field<Opportunity, BigDecimal> field, Window window, ValueTest<BigDecimal> test) {
        return new Condition.RelatedTest<>(
                OPPORTUNITIES, new Condition.Always<>(), window, new Measure<>(kind, field), test);
    }

    private static void stored(Condition<Customer> condition, String text) {
        assertThat(JSON.writeCondition(condition)).isEqualTo(text);
        assertThat(JSON.readCondition(Customer.class, text)).isEqualTo(condition);
    }
}
