package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.ADDRESSES;
import static org.sambandh.crm.condition.Shop.BIRTH_DATE;
import static org.sambandh.crm.condition.Shop.CITY;
import static org.sambandh.crm.condition.Shop.GRADE;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Shop.MOVES;
import static org.sambandh.crm.condition.Shop.NAME;
import static org.sambandh.crm.condition.Shop.OPTED_IN;
import static org.sambandh.crm.condition.Shop.SCORE;
import static org.sambandh.crm.condition.Shop.TAGS;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Address;
import org.sambandh.crm.condition.Shop.Client;

/** What a test costs in memory, measured by what the thread was given. */
class AllocationTest {

    private static final Moment NOW = Asking.moment("2026-11-23T10:00:00Z", "Asia/Kolkata");

    private static final Client CLIENT = new Client(
            new CustomerId("c"),
            new Client.Values(
                    "Asha Rao",
                    Shop.Grade.GOLD,
                    true,
                    new BigDecimal("712.5"),
                    LocalDate.of(1990, 11, 24),
                    Instant.parse("2026-11-20T10:00:00Z"),
                    null,
                    List.of("steel", "export", "pune"),
                    List.of(),
                    null),
            List.of(
                    new Address("Pune", Instant.parse("2026-11-01T00:00:00Z")),
                    new Address("Delhi", Instant.parse("2026-11-11T00:00:00Z")),
                    new Address(null, null)));

    private static final Condition<Client> EVERY_KIND = all(
            where(NAME, new ValueTest.TextMatch(ValueTest.TextMatch.Kind.CONTAINS, "RAO", true)),
            where(GRADE, Tests.in(List.of(Shop.Grade.GOLD))),
            where(OPTED_IN, Tests.is(true)),
            where(SCORE, Tests.between(new BigDecimal("100"), new BigDecimal("800.125"))),
            where(BIRTH_DATE, Tests.ageAtLeast(Period.ofYears(18))),
            where(BIRTH_DATE, Tests.anniversaryWithin(7)),
            where(LAST_SEEN, Tests.ageAtMost(Period.ofMonths(1))),
            where(LAST_SEEN, Tests.inPeriods(CalendarUnit.FISCAL_QUARTER, -1, 0)),
            any(where(TAGS, Tests.is("steel")), where(TAGS, Tests.startsWith("x"))),
            not(where(TAGS, Tests.is("spam"))),
            count(MOVES, where(CITY, Tests.is("Pune")), Window.last(Duration.ofDays(30)), Tests.atLeast(1)),
            count(MOVES, Window.last(Duration.ofDays(7)), Tests.atMost(BigDecimal.ZERO)),
            count(ADDRESSES, Window.ever(), Tests.atLeast(2)));

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static double perCall(CompiledCondition<Client> condition, Facts facts, int calls) {
        long before = allocated();
        int matching = 0;
        for (int i = 0; i < calls; i++) {
            matching += condition.test(CLIENT, facts, NOW) ? 1 : 0;
        }
        long after = allocated();
        assertThat(matching).isEqualTo(calls);
        return (after - before) / (double) calls;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void testsOfFieldsAndPartsMakeNoObjects(Engine engine) {
        CompiledCondition<Client> compiled = CompiledCondition.of(EVERY_KIND, Client.class, Shop.CATALOG, engine);
        perCall(compiled, Facts.NONE, 20_000);

        assertThat(perCall(compiled, Facts.NONE, 20_000)).isLessThan(1);
    }

    @Test
    void theMeasureSeesWhatTheInterpreterMakes() {
        CompiledCondition<Client> plain = CompiledCondition.of(EVERY_KIND, Client.class, Shop.CATALOG, Engine.PLAIN);

        assertThat(perCall(plain, Facts.NONE, 1_000)).isGreaterThan(500);
    }
}
