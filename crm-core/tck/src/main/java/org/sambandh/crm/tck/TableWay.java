package org.sambandh.crm.tck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.table.FactTable;
import org.sambandh.crm.table.FactTableBuilder;
import org.sambandh.crm.table.Selection;
import org.sambandh.crm.table.TableView;

/** A table of what the conditions of a batch need, filled with the subjects in their order. */
final class TableWay<S> implements Way<S> {

    private final Scene<S> scene;
    private @Nullable TableView<S> view;

    TableWay(Scene<S> scene) {
        this.scene = scene;
    }

    @Override
    public String name() {
        return "TABLE";
    }

    @Override
    public void prepare(List<Asked<S>> asked) {
        FactTableBuilder<S> builder = FactTable.builder(scene.catalog(), scene.subject());
        for (Asked<S> one : asked) {
            builder.needing(one.condition());
        }
        view = builder.build(scene.rows(), scene.facts(), Samples.MOMENT).view();
    }

    @Override
    public List<Answer> answers(Asked<S> asked) {
        TableView<S> table = view;
        if (table == null) {
            throw new IllegalStateException("no table was made");
        }
        Selection<S> found = table.select(asked.condition(), asked.moment());
        Selection<S> others = table.select(Conditions.not(asked.condition()), asked.moment());
        return List.of(
                new Answer("selected", found.rows()),
                new Answer(
                        "not selected by its negation",
                        table.all().minus(others).rows()));
    }
}
