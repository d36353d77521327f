package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Stock;
import org.sambandh.crm.field.Field;

/** Conditions that ask the same few fields again and again, so that nearly everything in them is folded. */
class FoldingPropertiesTest {

    @Provide
    Arbitrary<Condition<Client>> conditions() {
        return Arbitraries.oneOf(
                about(Shop.NAME, Samples.textTests()),
                about(Shop.TAGS, Samples.textTests()),
                about(Shop.GRADE, Samples.equality(Arbitraries.of(Shop.Grade.class))),
                about(Shop.OPTED_IN, Samples.equality(Arbitraries.of(true, false))),
                about(Shop.SCORE, Samples.ordered(Samples.numbers())),
                about(Shop.BIRTH_DATE, Samples.temporalTests(Samples.dates())),
                about(Shop.LAST_SEEN, Samples.temporalTests(Samples.instants())),
                about(Shop.ALARMS, Samples.temporalTests(Samples.instants())),
                about(Shop.TEAM.to(Shop.OFFICE), Samples.textTests()),
                nested(counts()));
    }

    private static <V> Arbitrary<Condition<Client>> about(Field<Client, V> field, Arbitrary<ValueTest<V>> tests) {
        return nested(Samples.where(field, tests));
    }

    private static Arbitrary<Condition<Client>> counts() {
        Arbitrary<Condition<Shop.Visit>> where = Arbitraries.oneOf(
                Arbitraries.just(Conditions.always()),
                Samples.where(Shop.CHANNEL, Samples.textTests()),
                Samples.where(Shop.SEEN_BY.to(Shop.OFFICE), Samples.textTests()));
        Arbitrary<ValueTest<BigDecimal>> tests = Arbitraries.oneOf(
                Samples.ordered(Samples.numbers()),
                Arbitraries.integers().between(0, 3).map(n -> Tests.atLeast(BigDecimal.valueOf(n))));
        return Combinators.combine(where, Samples.windows(), tests)
                .as((fact, window, test) -> Conditions.count(Shop.VISITS, fact, window, test));
    }

    private static Arbitrary<Condition<Client>> nested(Arbitrary<Condition<Client>> leaves) {
        Arbitrary<Condition<Client>> parts = Arbitraries.oneOf(leaves, leaves.map(Conditions::not));
        Arbitrary<Condition<Client>> some = Arbitraries.oneOf(
                parts.list().ofMaxSize(4).map(Conditions::all),
                parts.list().ofMaxSize(4).map(Conditions::any));
        return Arbitraries.oneOf(
                some.list().ofMaxSize(3).map(Conditions::all),
                some.list().ofMaxSize(3).map(Conditions::any),
                some.list().ofMaxSize(3).map(Conditions::<Client>any).map(Conditions::not));
    }

    @Provide
    Arbitrary<List<Client>> chunks() {
        return Samples.clients().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Object>> facts() {
        return Samples.facts();
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Samples.moments();
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsFoldedAnswersAsWhatWasWritten(
            @ForAll("conditions") Condition<Client> condition,
            @ForAll("chunks") List<Client> chunk,
            @ForAll("facts") List<Object> facts,
            @ForAll("moments") Moment moment) {
        Stock stock = new Stock(facts);
        CompiledCondition<Client> written = CompiledCondition.of(condition, Client.class, Shop.CATALOG, Engine.PLAIN);
        CompiledCondition<Client> folded = CompiledCondition.of(condition, Client.class, Shop.CATALOG, Engine.CLOSURES);

        assertThat(folded.testAll(chunk, stock, moment)).isEqualTo(written.testAll(chunk, stock, moment));
        for (Client client : chunk) {
            assertThat(folded.test(client, stock, moment)).isEqualTo(written.test(client, stock, moment));
        }
    }
}
