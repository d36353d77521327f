package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Stock;

class ConditionPropertiesTest {

    @Provide
    Arbitrary<Condition<Client>> conditions() {
        return Samples.conditions();
    }

    @Provide
    Arbitrary<List<Client>> chunks() {
        return Samples.clients().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Client> clients() {
        return Samples.clients();
    }

    @Provide
    Arbitrary<List<Object>> facts() {
        return Samples.facts();
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Samples.moments();
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void everyWayOfRunningAConditionGivesTheSameAnswerAndNotIsItsComplement(
            @ForAll("conditions") Condition<Client> condition,
            @ForAll("chunks") List<Client> chunk,
            @ForAll("facts") List<Object> facts,
            @ForAll("moments") Moment moment) {
        Stock stock = new Stock(facts);
        BitSet expected = CompiledCondition.of(condition, Client.class, Shop.CATALOG, Engine.PLAIN)
                .testAll(chunk, stock, moment);
        BitSet complement = (BitSet) expected.clone();
        complement.flip(0, chunk.size());
        for (Engine engine : Engine.values()) {
            CompiledCondition<Client> compiled = CompiledCondition.of(condition, Client.class, Shop.CATALOG, engine);
            CompiledCondition<Client> opposite =
                    CompiledCondition.of(Conditions.not(condition), Client.class, Shop.CATALOG, engine);
            assertThat(compiled.testAll(chunk, stock, moment)).as("%s", engine).isEqualTo(expected);
            assertThat(opposite.testAll(chunk, stock, moment))
                    .as("not, %s", engine)
                    .isEqualTo(complement);
            List<Verdict> verdicts = compiled.verdicts(chunk, stock, moment);
            for (int i = 0; i < chunk.size(); i++) {
                boolean matches = expected.get(i);
                assertThat(compiled.test(chunk.get(i), stock, moment))
                        .as("%s", engine)
                        .isEqualTo(matches);
                assertThat(verdicts.get(i).matches()).isEqualTo(matches);
                assertThat(compiled.verdict(chunk.get(i), stock, moment).matches())
                        .isEqualTo(matches);
                assertThat(compiled.explain(chunk.get(i), stock, moment).matches())
                        .isEqualTo(matches);
            }
        }
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void untilAnAnswerIsSaidToHoldItNeverDiffers(
            @ForAll("conditions") Condition<Client> condition,
            @ForAll("clients") Client client,
            @ForAll("facts") List<Object> facts,
            @ForAll("moments") Moment moment) {
        Stock stock = new Stock(facts);
        CompiledCondition<Client> compiled = CompiledCondition.of(condition, Client.class, Shop.CATALOG);
        Verdict verdict = compiled.verdict(client, stock, moment);
        assertThat(verdict.until()).isAfter(moment.at());
        for (Instant later : instantsBetween(moment.at(), verdict.until())) {
            assertThat(compiled.test(client, stock, new Moment(later, moment.zone())))
                    .as("at %s, said to hold from %s until %s", later, moment, verdict.until())
                    .isEqualTo(verdict.matches());
        }
    }

    private static Set<Instant> instantsBetween(Instant from, Instant until) {
        Set<Instant> instants = new LinkedHashSet<>();
        for (Duration step : List.of(
                Duration.of(1, ChronoUnit.MICROS),
                Duration.ofMinutes(1),
                Duration.ofMinutes(59),
                Duration.ofHours(1),
                Duration.ofHours(23),
                Duration.ofDays(1),
                Duration.ofDays(27),
                Duration.ofDays(365),
                Duration.ofDays(36_500))) {
            if (Duration.between(from, until).compareTo(step) > 0) {
                instants.add(from.plus(step));
                instants.add(until.minus(step));
            }
        }
        instants.add(from.plus(Duration.between(from, until).dividedBy(2)));
        instants.removeIf(i -> !i.isBefore(until) || i.isBefore(from));
        return instants;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyConditionIsASentenceInEitherLanguage(@ForAll("conditions") Condition<Client> condition) {
        assertThat(condition.describe()).isNotBlank();
        assertThat(condition.describe(new Locale("hi"))).isNotBlank();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyExplanationIsText(
            @ForAll("conditions") Condition<Client> condition,
            @ForAll("clients") Client client,
            @ForAll("facts") List<Object> facts,
            @ForAll("moments") Moment moment) {
        Explanation explanation =
                CompiledCondition.of(condition, Client.class, Shop.CATALOG).explain(client, new Stock(facts), moment);
        assertThat(explanation.text()).contains(condition.describe());
    }
}
