package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/**
 * Columns for a million subjects: conditions over all of them, groups and measures, in memory and without an entity being
 * read. A copy of what a store held when it was built or last refreshed; a host that wants both keeps it beside the store.
 *
 * <p>What it costs: numbers, days, instants and truths take 1, 2, 4 or 8 bytes a row and column, whatever the distances in
 * each 2,048 rows need; texts, codes and references 1, 2 or 4 and about 110 bytes for each different value; money both. A
 * subject takes 16 bytes for an id that is a UUID and 8 to 16 to be found by it; a related fact its columns, of which the
 * time is one, and each subject 4 bytes for where its facts begin. {@link TableView#bytes()} counts it all.
 *
 * <p>Safe for concurrent use. {@link #view()} is one state, immutable; {@link #refresh refreshing} makes another and
 * publishes it as a whole, so readers see all of a refresh or nothing of it and are never held up. Refreshes wait for each
 * other. A refresh copies the chunk of 2,048 rows in which a changed row stands, and in it only the columns that differ: its
 * cost does not depend on the number of rows. A deleted subject keeps its row, hidden, and values that no row has any more
 * stay in the dictionaries; where that matters, because of room or because of erasure, the host builds another table.
 *
 * @param <S> the subject
 */
public final class FactTable<S> {

    private final TableLimits limits;
    private final RowIndex index;
    private final Chunk empty;
    private final Object writing = new Object();
    private volatile TableView<S> view;

    FactTable(TableLimits limits, RowIndex index, Chunk empty, TableView<S> view) {
        this.limits = limits;
        this.index = index;
        this.empty = empty;
        this.view = view;
    }

    /**
     * Returns a table to be set up.
     *
     * @param catalog the tenant's catalogue
     * @param subject an entity of it
     * @param <S> the entity
     * @return the builder
     * @throws org.sambandh.crm.common.Invalid if the catalogue does not know the entity, or it has no id of its own
     */
    public static <S> FactTableBuilder<S> builder(Catalog catalog, Class<S> subject) {
        return new FactTableBuilder<>(catalog, subject);
    }

    /** {@return the present state: for questions that belong together} */
    public TableView<S> view() {
        return view;
    }

    /**
     * Returns the subjects that match in the present state.
     *
     * @param condition a condition on fields and relations that the table holds
     * @param moment the moment of the evaluation
     * @return the subjects
     * @throws org.sambandh.crm.common.Invalid as {@link TableView#select} does
     */
    public Selection<S> select(Condition<S> condition, Moment moment) {
        return view.select(condition, moment);
    }

    /**
     * Reads some subjects again, with their facts, in a unit of their own: those that are there are replaced or added, those
     * that are not are deleted. A subject whose facts changed is named as one that changed itself; so is one that a path
     * field leads from to another entity that changed.
     *
     * <p>Not to be called from within a unit: what it changed is not committed there, and two that wait for each other would
     * wait for good. {@code Repositories.afterCommit} and {@link TableUpdates} are the places for it.
     *
     * @param units where the units come from
     * @param ids the subjects
     * @throws org.sambandh.crm.common.Invalid if a limit would be passed; then nothing of it is seen
     */
    public void refresh(Units units, Collection<? extends Id> ids) {
        Set<String> texts = new HashSet<>();
        ids.forEach(id -> texts.add(id.value()));
        refreshIds(units, texts);
    }

    void refreshIds(Units units, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        synchronized (writing) {
            view = units.run(unit -> reread(unit, ids));
        }
    }

    private TableView<S> reread(Unit unit, Set<String> ids) {
        TableWriter<S> writer = writer();
        List<String> all = new ArrayList<>(ids);
        Set<String> gone = new HashSet<>(ids);
        Field.One<S, ? extends Id> key =
                unit.catalog().subject(view.subject()).id().orElseThrow();
        for (int from = 0; from < all.size(); from += Chunk.ROWS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + Chunk.ROWS));
            List<S> found = Subjects.find(unit, view.subject(), some);
            for (S subject : found) {
                Id id = key.get(subject);
                gone.remove(id == null ? "" : id.value());
            }
            writer.put(found, unit.facts(), unit.moment());
        }
        gone.forEach(writer::remove);
        return writer.done();
    }

    /**
     * Replaces or adds some subjects, for a host that has them at hand.
     *
     * @param changed their new states
     * @param facts the way to their facts, and to what references lead to
     * @param moment the moment that facts are asked for at
     * @throws org.sambandh.crm.common.Invalid if a limit would be passed; then nothing of it is seen
     */
    public void put(Collection<S> changed, Facts facts, Moment moment) {
        synchronized (writing) {
            TableWriter<S> writer = writer();
            writer.put(List.copyOf(changed), facts, moment);
            view = writer.done();
        }
    }

    /**
     * Deletes some subjects.
     *
     * @param ids the subjects; unknown ones are passed over
     */
    public void remove(Collection<? extends Id> ids) {
        synchronized (writing) {
            TableWriter<S> writer = writer();
            ids.forEach(id -> writer.remove(id.value()));
            view = writer.done();
        }
    }

    private TableWriter<S> writer() {
        return new TableWriter<>(view, index, limits, empty);
    }
}
