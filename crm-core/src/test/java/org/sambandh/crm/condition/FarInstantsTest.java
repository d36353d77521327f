package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.field.FieldType;

/** Around the first and the last instant that has a long form of its own. */
class FarInstantsTest {

    private static final Instant FIRST = Instant.EPOCH.plus(FieldType.MIN_MICROS, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(FieldType.MAX_MICROS, ChronoUnit.MICROS);
    private static final List<Instant> FAR = List.of(
            Instant.MIN,
            FIRST.minusSeconds(1),
            FIRST.minusNanos(1_000),
            FIRST,
            FIRST.plusNanos(1_000),
            Instant.EPOCH,
            LAST.minusNanos(1_000),
            LAST,
            LAST.plusNanos(1_000),
            Instant.MAX);

    @Test
    void everyEngineComparesInstantsAtTheEndsOfTheLongFormsAsTheyAre() {
        for (Instant operand : FAR) {
            for (Instant value : FAR) {
                Instant kept = value.truncatedTo(ChronoUnit.MICROS);
                Instant end = operand.truncatedTo(ChronoUnit.MICROS);
                assertAnswer(Tests.atLeast(operand), value, !kept.isBefore(end));
                assertAnswer(Tests.atMost(operand), value, !kept.isAfter(end));
                assertAnswer(Tests.is(operand), value, kept.equals(end));
            }
        }
    }

    private static void assertAnswer(ValueTest<Instant> test, Instant value, boolean expected) {
        Client client = Shop.with(LAST_SEEN, value);
        Condition<Client> condition = Conditions.where(LAST_SEEN, test);
        for (Engine engine : Engine.values()) {
            List<Boolean> answers = new ArrayList<>();
            for (Condition<Client> one : List.of(condition, Conditions.not(condition))) {
                answers.add(CompiledCondition.of(one, Client.class, Shop.CATALOG, engine)
                        .test(client, Facts.NONE, Asking.utc("2026-11-23T00:00:00Z")));
            }
            assertThat(answers).as("%s: %s of %s", engine, test, value).containsExactly(expected, !expected);
        }
    }
}
