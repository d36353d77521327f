package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sambandh.crm.json.Catalogs.JSON;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.prediction.LogisticModel;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;

/** The largest conditions, and those too large, on a thread with a stack of 256 KB. */
class SmallStackTest {

    private static final Moment NOW = new Moment(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private interface Work {

        void run() throws Exception;
    }

    /** Runs on a small stack, for at most ten seconds. */
    private static void onASmallStack(Work work) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> thrown.set(catchThrowable(work::run)), "small stack", 256 * 1024);
        thread.start();
        thread.join(10_000);
        assertThat(thread.isAlive()).as("still running").isFalse();
        assertThat(thrown.get()).isNull();
    }

    private static String nested(int levels, String inner) {
        return IntStream.range(0, levels)
                        .mapToObj(i -> i % 2 == 0 ? "{\"all\":[" : "{\"any\":[")
                        .collect(Collectors.joining())
                + inner
                + "]}".repeat(levels);
    }

    /** A thousand nodes on 32 levels, all tests of time on one field: the most there is to fold. */
    private static String largest() {
        String leaves = IntStream.range(0, 969)
                .mapToObj(i -> "{\"field\":\"registeredAt\",\"" + (i % 2 == 0 ? "ageAtLeast" : "ageAtMost") + "\":\"P"
                        + i + "D\"}")
                .collect(Collectors.joining(","));
        return nested(31, leaves);
    }

    @ParameterizedTest
    @EnumSource
    void theLargestConditionIsReadFoldedAndRun(Engine engine) throws InterruptedException {
        onASmallStack(() -> {
            Condition<Customer> condition = JSON.readCondition(Customer.class, largest());
            CompiledCondition<Customer> compiled =
                    CompiledCondition.of(condition, Customer.class, Catalogs.ALL, engine);
            Customer customer = Customer.builder(new CustomerId("c1")).build();
            boolean matches = compiled.test(customer, Facts.NONE, NOW);

            assertThat(compiled.testAll(List.of(customer), Facts.NONE, NOW).get(0))
                    .isEqualTo(matches);
            assertThat(compiled.verdict(customer, Facts.NONE, NOW).matches()).isEqualTo(matches);
            assertThat(compiled.explain(customer, Facts.NONE, NOW).matches()).isEqualTo(matches);
            assertThat(condition.describe()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 1_000, 100_000})
    void aDeeperOneIsRefusedByItsPlace(int levels) throws InterruptedException {
        onASmallStack(() -> assertThat(
                        catchThrowable(() -> JSON.readCondition(Customer.class, nested(levels, "{\"always\":true}"))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).startsWith("$")));
    }

    @Test
    void aLargerOneIsRefusedByItsPlace() throws InterruptedException {
        onASmallStack(() -> assertThat(catchThrowable(() -> JSON.readCondition(
                        Customer.class, "{\"all\":[" + "{\"always\":true},".repeat(1_000) + "{\"always\":true}]}")))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).startsWith("$")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":\"interactions\",\"last\":\"PT0S\",\"atLeast\":1}",
                "{\"field\":\"nowhere\",\"is\":\"a\"}",
                "{\"field\":\"name\",\"is\":7}",
                "{\"field\":\"employees\",\"is\":NaN}",
                "{\"field\":\"employees\",\"is\":1e999999999}",
                "{\"field\":\"employees\",\"atLeast\":3,\"atMost\":2}"
            })
    void nonsenseIsRefusedByItsPlace(String text) throws InterruptedException {
        onASmallStack(() -> assertThat(catchThrowable(() -> JSON.readCondition(Customer.class, text)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isNotBlank()));
    }

    private static String logistic(int effects) {
        String encoding = "{\"field\":\"name\",\"kind\":\"TEXT\",\"many\":false,\"edges\":[],\"levels\":[\"a\"]}";
        return "{\"subject\":\"customer\",\"average\":0,\"factors\":[{\"encodings\":[" + encoding + "],\"effects\":[0"
                + ",0".repeat(effects - 1) + "],\"center\":0}],\"trainedAt\":\"2026-11-23T10:00:00Z\"}";
    }

    @ParameterizedTest
    @CsvSource({"200000,$.factors[0]", "1000000,$"})
    void aModelOfAMillionCoefficientsIsRefusedByItsPlace(int effects, String path) throws InterruptedException {
        String text = logistic(effects);
        onASmallStack(() -> assertThat(catchThrowable(() -> JSON.read(LogisticModel.class, text)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).startsWith(path)));
    }

    @Test
    void aPointsModelOfTensOfThousandsOfCriteriaIsRefusedByItsPlace() throws InterruptedException {
        Criterion<Customer> one = Criterion.of("c", "C", 1, Customer.class, Conditions.always());
        PointsModel<Customer> model = PointsModel.of(new ModelId("m"), "M", Customer.class, Group.fit("f", "F", one));
        String text = JSON.write(model);
        String criterion =
                text.substring(text.indexOf("{\"code\":\"c\""), text.indexOf("]", text.indexOf("\"code\":\"c\"")));
        String many = text.replace(criterion, criterion + ("," + criterion).repeat(10_000));
        assertThat(JSON.read(PointsModel.class, text)).isEqualTo(model);
        onASmallStack(() -> assertThat(catchThrowable(() -> JSON.read(PointsModel.class, many)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).startsWith("$.groups[0]")));
    }
}
