package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;

class SpinnerTest {

    private static final Moment NOW = Asking.utc("2026-11-23T10:00:00Z");

    private static Condition<Client> junctions(int count) {
        List<Condition<Client>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(any(
                    where(Shop.NAME, Tests.is("name" + i)),
                    where(Shop.TAGS, Tests.is("tag" + i)),
                    where(Shop.GRADE, Tests.is(Shop.Grade.GOLD))));
        }
        return all(parts);
    }

    private static Planned<Client> spun(Condition<Client> condition, Spinner.Definer definer) {
        return (Planned<Client>) Planned.of(Interpreter.compile(condition, Client.class, Shop.CATALOG), definer);
    }

    @Test
    void aConditionForHandlesIsAClassOfItsOwn() {
        Planned<Client> condition = spun(junctions(3), Spinner.HIDDEN);

        assertThat(condition.root().getClass().isHidden()).isTrue();
        assertThat(condition.root().getClass().getName()).contains("Knot");
        assertThat(spun(where(Shop.NAME, Tests.is("a")), Spinner.HIDDEN)
                        .root()
                        .getClass()
                        .isHidden())
                .isTrue();
    }

    @Test
    void whereHiddenClassesAreRefusedTheConditionRunsAsNestedObjects() {
        List<Spinner.Definer> refusals = List.of(
                (template, data) -> {
                    throw new IllegalAccessException("not here");
                },
                (template, data) -> {
                    throw new UnsupportedOperationException("native image");
                },
                (template, data) -> {
                    throw new LinkageError("no such thing");
                });
        Client gold = Shop.with(Shop.GRADE, Shop.Grade.GOLD);
        for (Spinner.Definer refusal : refusals) {
            Planned<Client> condition = spun(junctions(20), refusal);

            assertThat(condition.root().getClass().isHidden()).isFalse();
            assertThat(condition.test(gold, Facts.NONE, NOW)).isTrue();
            assertThat(condition.test(Shop.client("c"), Facts.NONE, NOW)).isFalse();
        }
    }

    @Test
    void aRefusalIsNotAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        spun(junctions(20), (template, data) -> {
            asked.incrementAndGet();
            throw new IllegalAccessException("not here");
        });

        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void aLargeConditionDefinesAFewDozenClassesAndNoMore() {
        AtomicInteger defined = new AtomicInteger();
        Planned<Client> condition = spun(junctions(200), (template, data) -> {
            defined.incrementAndGet();
            return Spinner.HIDDEN.define(template, data);
        });

        assertThat(defined.get()).isBetween(8, 32);
        assertThat(condition.test(Shop.with(Shop.GRADE, Shop.Grade.GOLD), Facts.NONE, NOW))
                .isTrue();
        assertThat(condition.test(Shop.with(Shop.NAME, "name7"), Facts.NONE, NOW))
                .isFalse();
    }
}
