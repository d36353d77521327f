package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;

/** Reads subjects of the catalogue as deals of a table. */
final class BayesReader<S> {

    private final BayesPlan plan;
    private final CompiledCondition<S> won;
    private final CompiledCondition<S> lost;
    private final @Nullable Source<S> team;
    private final Source<S> stage;
    private final Map<BayesField, Source<S>> fields = new TreeMap<>(Comparator.comparing(BayesField::name));

    /** Where the texts of one field come from. */
    private record Source<S>(FieldValues.Reader<S> reader, FieldValues.Texts<?> texts) {

        static <S> Source<S> of(Field<S, ?> field) {
            return new Source<>(FieldValues.reader(field), new FieldValues.Texts<>(field.type()));
        }
    }

    @SuppressWarnings("unchecked") // both rules are about the subject, which the caller compared
    BayesReader(BayesBinding binding, Class<S> type, Catalog catalog) {
        this.plan = binding.plan();
        this.won = CompiledCondition.of(((Rule<S>) binding.won()).condition(), type, catalog);
        this.lost = CompiledCondition.of(((Rule<S>) binding.lost()).condition(), type, catalog);
        this.team = binding.team() == null ? null : Source.of(catalog.field(type, binding.team()));
        this.stage = Source.of(catalog.field(type, binding.stage()));
        plan.fields().forEach(field -> fields.put(field, Source.of(catalog.field(type, field.name()))));
    }

    List<ClosedDeal> read(List<S> chunk, Facts facts, Moment moment) {
        BitSet isWon = won.testAll(chunk, facts, moment);
        BitSet isLost = lost.testAll(chunk, facts, moment);
        List<List<String>> teams = team == null ? List.of() : texts(team, chunk, facts, moment);
        List<List<String>> stages = texts(stage, chunk, facts, moment);
        Map<BayesField, List<List<String>>> values = new TreeMap<>(Comparator.comparing(BayesField::name));
        fields.forEach((field, source) -> values.put(field, texts(source, chunk, facts, moment)));
        List<ClosedDeal> deals = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            int row = i;
            BayesOutcome outcome =
                    isWon.get(i) ? BayesOutcome.WON : isLost.get(i) ? BayesOutcome.LOST : BayesOutcome.NEITHER;
            Map<String, Set<String>> present = new TreeMap<>();
            values.forEach((field, texts) -> present.put(field.name(), said(field, texts.get(row))));
            String at = first(stages.get(i));
            boolean known = at != null && plan.stages().contains(at);
            String stood =
                    known || outcome != BayesOutcome.LOST ? at : plan.stages().get(0);
            String of = teams.isEmpty() ? null : first(teams.get(i));
            deals.add(new ClosedDeal(new BayesDeal(of, stood, present), outcome));
        }
        return deals;
    }

    private static Set<String> said(BayesField field, List<String> texts) {
        if (field.kind() != BayesField.Kind.CONTACT || texts.isEmpty()) {
            return new TreeSet<>(texts);
        }
        return Set.of(texts.contains("false") ? BayesField.INCORRECT : BayesField.CORRECT);
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static <S> List<List<String>> texts(Source<S> source, List<S> chunk, Facts facts, Moment moment) {
        List<List<String>> texts = new ArrayList<>(chunk.size());
        for (List<?> values : source.reader().of(chunk, facts, moment)) {
            texts.add(values.stream()
                    .map(value -> source.texts().of(value))
                    .filter(text -> text.codePointCount(0, text.length()) <= BayesRow.LONGEST_VALUE)
                    .toList());
        }
        return texts;
    }
}
