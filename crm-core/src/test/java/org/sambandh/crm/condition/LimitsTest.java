package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Shop.Client;

class LimitsTest {

    private static Condition<Client> levels(int depth) {
        Condition<Client> condition = where(Shop.NAME, Tests.is("a"));
        for (int i = 1; i < depth; i++) {
            condition = i % 2 == 0 ? not(condition) : all(List.of(condition));
        }
        return condition;
    }

    @Test
    void thirtyTwoLevelsRunAndTheThirtyThirdIsRefused() {
        Condition<Client> deepest = levels(Condition.MAX_DEPTH);
        Asking.ask(deepest, Shop.client("c"), Asking.utc("2026-11-23T10:00:00Z"));
        assertThat(deepest.describe(new Locale("hi"))).isNotBlank();
        assertThatThrownBy(() -> not(deepest)).isInstanceOf(Invalid.class).hasMessageContaining("32 levels");
        assertThatThrownBy(() -> count(Shop.VISITS, tooDeep(), Window.ever(), Tests.atLeast(1)))
                .isInstanceOf(Invalid.class);
    }

    private static Condition<Shop.Visit> tooDeep() {
        Condition<Shop.Visit> condition = always();
        for (int i = 1; i < Condition.MAX_DEPTH; i++) {
            condition = not(condition);
        }
        return condition;
    }

    @Test
    void aListOfMillionsIsRefusedWithoutBeingWalked() {
        Condition<Client> large = all(Collections.nCopies(999, Conditions.<Client>always()));

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> all(Collections.nCopies(4_294_968, large)))
                        .isInstanceOf(Invalid.class));
    }

    @Test
    void aThousandNodesRunAndOneMoreIsRefused() {
        Condition<Client> leaf = where(Shop.NAME, Tests.is("a"));
        List<Condition<Client>> leaves = new ArrayList<>(Collections.nCopies(999, leaf));
        Condition<Client> largest = all(leaves);
        Asking.ask(largest, Shop.client("c"), Asking.utc("2026-11-23T10:00:00Z"));
        leaves.add(leaf);
        assertThatThrownBy(() -> all(leaves)).isInstanceOf(Invalid.class).hasMessageContaining("1001");
        assertThatThrownBy(() -> not(not(all(List.of(all(leaves.subList(0, 998)), leaf)))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void buildingEverDeeperIsRefusedAndNeverOverflowsASmallStack() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread small = new Thread(null, () -> levels(100_000), "small stack", 128 * 1024);
        small.setUncaughtExceptionHandler((thread, error) -> thrown.set(error));
        small.start();
        small.join();
        assertThat(thrown.get()).isInstanceOf(Invalid.class);
    }

    @Test
    void aListOfAMillionConditionsIsRefused() {
        Condition<Client> leaf = always();
        assertThatThrownBy(() -> all(Collections.nCopies(1_000_000, leaf))).isInstanceOf(Invalid.class);
    }
}
