package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ConditionCase;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;

class TableAnswersPropertyTest {

    @Provide
    Arbitrary<ConditionCase> cases() {
        return ConditionCase.of(1, 12);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void aTableAnswersAsTheInterpreterDoes(@ForAll("cases") ConditionCase any) {
        assertThat(any.found(new OverTable())).isEqualTo(any.expected());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aTableFilledByOneRefreshAfterAnotherAnswersAsTheInterpreterDoes(@ForAll("cases") ConditionCase any) {
        assertThat(any.found(new OverRefreshedTable())).isEqualTo(any.expected());
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void totalsGiveEveryRowTheAmountsOfWhatItMatches(@ForAll("cases") ConditionCase any) {
        assertThat(any.found(new OverTotals())).isEqualTo(any.expected());
    }

    private static final class OverTable implements ConditionCase.Way {

        @Override
        public <S> BitSet run(
                Catalog catalog,
                Class<S> subject,
                List<S> subjects,
                Facts facts,
                Condition<S> condition,
                Moment moment) {
            TableView<S> view = FactTable.builder(catalog, subject)
                    .needing(condition)
                    .build(subjects, facts, moment)
                    .view();
            Selection<S> selected = view.select(condition, moment);
            Selection<S> others = view.select(Conditions.not(condition), moment);
            assertThat(others.rows()).isEqualTo(view.all().minus(selected).rows());
            return selected.rows();
        }
    }

    /** Each part of the condition gives an amount of its own, so that parts fold together. */
    private static final class OverTotals implements ConditionCase.Way {

        @Override
        public <S> BitSet run(
                Catalog catalog,
                Class<S> subject,
                List<S> subjects,
                Facts facts,
                Condition<S> condition,
                Moment moment) {
            TableView<S> view = FactTable.builder(catalog, subject)
                    .needing(condition)
                    .build(subjects, facts, moment)
                    .view();
            List<ConditionAmount<S>> amounts = new ArrayList<>();
            addParts(condition, amounts);
            amounts.add(new ConditionAmount<>(Conditions.not(condition), -7));
            long[] expected = new long[view.rows()];
            amounts.forEach(one -> view.select(one.condition(), moment).addTo(expected, one.amount()));
            assertThat(view.totals(amounts, moment)).isEqualTo(expected);
            BitSet found = new BitSet();
            long[] alone = view.totals(List.of(new ConditionAmount<>(condition, 3)), moment);
            for (int row = 0; row < alone.length; row++) {
                assertThat(alone[row]).isIn(0L, 3L);
                found.set(row, alone[row] == 3);
            }
            return found;
        }

        private static <S> void addParts(Condition<S> condition, List<ConditionAmount<S>> amounts) {
            amounts.add(new ConditionAmount<>(condition, 1L << amounts.size()));
            if (condition instanceof Condition.All<S> all) {
                all.conditions().forEach(part -> addParts(part, amounts));
            } else if (condition instanceof Condition.Any<S> either) {
                either.conditions().forEach(part -> addParts(part, amounts));
            } else if (condition instanceof Condition.Not<S> not) {
                addParts(not.condition(), amounts);
            }
        }
    }

    /** Everybody is there twice over: first with a neighbour's values, then with the right ones, some deleted between. */
    private static final class OverRefreshedTable implements ConditionCase.Way {

        @Override
        public <S> BitSet run(
                Catalog catalog,
                Class<S> subject,
                List<S> subjects,
                Facts facts,
                Condition<S> condition,
                Moment moment) {
            FactTable<S> table = FactTable.builder(catalog, subject)
                    .needing(condition)
                    .build(subjects.subList(0, subjects.size() / 2), facts, moment);
            for (S one : subjects) {
                table.put(List.of(one), facts, moment);
            }
            TableView<S> view = table.view();
            assertThat(view.size()).isEqualTo(subjects.size());
            return view.select(condition, moment).rows();
        }
    }
}
