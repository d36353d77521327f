package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.json.Catalogs.JSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

class ConditionJsonPropertiesTest {

    /**
     * A condition and what it is about.
     *
     * @param subject the subject
     * @param condition about it
     * @param <S> the subject
     */
    record About<S>(Class<S> subject, Condition<S> condition) {

        static <S> About<S> random(Subject<S> subject, Random random) {
            return new About<>(subject.type(), new RandomConditions(Catalogs.ALL, random).about(subject.type(), 5));
        }
    }

    @Provide
    Arbitrary<About<?>> conditions() {
        List<Subject<?>> subjects = List.copyOf(Catalogs.ALL.subjects());
        return Arbitraries.randomValue(random -> About.random(subjects.get(random.nextInt(subjects.size())), random));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void everyConditionReadsBackEqualAndIsWrittenTheSameEveryTime(@ForAll("conditions") About<?> about) {
        comesBack(about);

        List<String> seen = new ArrayList<>();
        collect(about.condition(), seen);
        seen.forEach(what -> Statistics.label("seen").collect(what));
        Statistics.label("seen")
                .coverage(coverage -> everything()
                        .forEach(what -> coverage.check(what).count((Integer count) -> {
                            assertThat(count).as(what).isPositive();
                        })));
    }

    private static <S> void comesBack(About<S> about) {
        String text = JSON.writeCondition(about.condition());

        Condition<S> back = JSON.readCondition(about.subject(), text);
        assertThat(back).isEqualTo(about.condition());
        assertThat(JSON.writeCondition(back)).isEqualTo(text);
        // Another reader over another catalogue of the same tenant: nothing hangs on identity.
        assertThat(CrmJson.with(Catalogs.ALL).writeCondition(about.condition())).isEqualTo(text);
        assertThat(JSON.read(Rule.class, JSON.write(Rule.of(about.subject(), about.condition()))))
                .isEqualTo(Rule.of(about.subject(), about.condition()));
    }

    private static Stream<String> everything() {
        return Stream.of(
                        Arrays.stream(FieldType.Kind.values()).map(Object::toString),
                        Arrays.stream(Measure.Kind.values()).map(Object::toString),
                        records(Condition.class),
                        records(ValueTest.class),
                        records(Window.class),
                        Stream.of("Join", "Parts"))
                .flatMap(names -> names);
    }

    private static Stream<String> records(Class<?> sealed) {
        return Types.records(sealed).stream().map(Class::getSimpleName);
    }

    private static void collect(Condition<?> condition, List<String> seen) {
        seen.add(condition.getClass().getSimpleName());
        if (condition instanceof Condition.FieldTest<?, ?> test) {
            seen.add(test.field().type().kind().toString());
            seen.add(test.test().getClass().getSimpleName());
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            Relation<?, ?> relation = related.relation();
            seen.add(relation.getClass().getSimpleName());
            seen.add(related.window().getClass().getSimpleName());
            seen.add(related.measure().kind().toString());
            collect(related.where(), seen);
        } else if (condition instanceof Condition.Not<?> not) {
            collect(not.condition(), seen);
        } else if (condition instanceof Condition.All<?> all) {
            all.conditions().forEach(c -> collect(c, seen));
        } else if (condition instanceof Condition.Any<?> any) {
            any.conditions().forEach(c -> collect(c, seen));
        }
    }
}
