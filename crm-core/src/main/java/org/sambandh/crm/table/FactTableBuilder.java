package org.sambandh.crm.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/**
 * Says what a {@link FactTable} holds, and fills it. Not safe for concurrent use.
 *
 * @param <S> the subject
 */
public final class FactTableBuilder<S> {

    private final Catalog catalog;
    private final Class<S> subject;
    private final Needs<S> needs;
    private TableLimits limits = TableLimits.DEFAULT;

    FactTableBuilder(Catalog catalog, Class<S> subject) {
        if (catalog.subject(subject).id().isEmpty()) {
            throw new Invalid("table.subject", "an entity; a part inside one has no id of its own");
        }
        this.catalog = catalog;
        this.subject = subject;
        this.needs = new Needs<>(catalog, subject);
    }

    /**
     * Holds what some conditions need: fields, relations with the fields their facts are tested by, segments.
     *
     * @param conditions the conditions
     * @return this
     * @throws Invalid if one does not fit the catalogue
     */
    @SafeVarargs
    public final FactTableBuilder<S> needing(Condition<S>... conditions) {
        for (Condition<S> condition : conditions) {
            needs.add(condition);
        }
        return this;
    }

    /**
     * Holds what some conditions need, as {@link #needing(Condition[])} does.
     *
     * @param conditions the conditions
     * @return this
     * @throws Invalid if one does not fit the catalogue
     */
    public FactTableBuilder<S> needing(Collection<Condition<S>> conditions) {
        conditions.forEach(needs::add);
        return this;
    }

    /**
     * Holds some fields, path fields too: to group by, to measure, or for conditions to come.
     *
     * @param fields the fields
     * @return this
     * @throws Invalid if the catalogue does not know one
     */
    @SafeVarargs
    public final FactTableBuilder<S> fields(Field<S, ?>... fields) {
        for (Field<S, ?> field : fields) {
            needs.add(field);
        }
        return this;
    }

    /**
     * Holds every field of the subject but its id, which a table always knows; no paths.
     *
     * @return this
     */
    public FactTableBuilder<S> allFields() {
        needs.addAllFields();
        return this;
    }

    /**
     * Holds the facts of a relation, with their time.
     *
     * @param relation the relation
     * @param fields what is held of a fact besides
     * @param <R> one fact
     * @return this
     * @throws Invalid if the catalogue does not know the relation or a field
     */
    @SafeVarargs
    public final <R> FactTableBuilder<S> relation(Relation<S, R> relation, Field<R, ?>... fields) {
        Needs<R> facts = needs.add(relation);
        for (Field<R, ?> field : fields) {
            facts.add(field);
        }
        return this;
    }

    /**
     * Sets how large the table may become; {@link TableLimits#DEFAULT} unless it is set.
     *
     * @param most the limits
     * @return this
     */
    public FactTableBuilder<S> limits(TableLimits most) {
        this.limits = most;
        return this;
    }

    /**
     * Fills a table from the store, page by page in one unit.
     *
     * @param units where the unit comes from
     * @return the table
     * @throws Invalid if a limit is passed, naming the field or relation
     */
    public FactTable<S> build(Units units) {
        return units.run(this::build);
    }

    /**
     * Fills a table from the store, page by page in a unit that is open already.
     *
     * @param unit the unit
     * @return the table
     * @throws Invalid if a limit is passed, naming the field or relation
     */
    public FactTable<S> build(Unit unit) {
        Filling<S> filling = filling();
        Query<S> query = Query.<S>all(unit.moment()).limit(Chunk.ROWS);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<S> page =
                    unit.repositories().of(subject).find(next.map(query::after).orElse(query));
            filling.add(page.items(), unit.facts(), unit.moment());
            next = page.next();
        } while (next.isPresent());
        return filling.done();
    }

    /**
     * Fills a table from subjects that come from anywhere.
     *
     * @param subjects the subjects; of two with the same id the later one counts
     * @param facts the way to their facts, and to what references lead to; asked for some thousand subjects at once
     * @param moment the moment that facts are asked for at
     * @return the table
     * @throws Invalid if a limit is passed, naming the field or relation
     */
    public FactTable<S> build(Iterable<S> subjects, Facts facts, Moment moment) {
        Filling<S> filling = filling();
        List<S> some = new ArrayList<>(Chunk.ROWS);
        for (S one : subjects) {
            some.add(one);
            if (some.size() == Chunk.ROWS) {
                filling.add(some, facts, moment);
                some.clear();
            }
        }
        filling.add(some, facts, moment);
        return filling.done();
    }

    private Filling<S> filling() {
        return new Filling<>(catalog, subject, needs.layout(limits), limits);
    }

    /** A table that nobody else sees yet. */
    private static final class Filling<S> {

        private final TableLimits limits;
        private final RowIndex index = new RowIndex();
        private final Chunk empty;
        private final TableWriter<S> writer;

        Filling(Catalog catalog, Class<S> subject, Layout<S> layout, TableLimits limits) {
            Values<S> nobody = new Values<>(List.of(), Facts.NONE, new Moment(Instant.EPOCH, ZoneOffset.UTC));
            this.limits = limits;
            this.empty = new Chunk(IdBlock.of(List.of()), layout.read(nobody, 0), null);
            TableView<S> none = new TableView<>(
                    catalog,
                    subject,
                    layout,
                    index,
                    Chunks.NONE,
                    new long[layout.relations().size()],
                    0,
                    0);
            this.writer = new TableWriter<>(none, index, limits, empty);
        }

        void add(List<S> some, Facts facts, Moment moment) {
            writer.put(some, facts, moment);
            writer.keepIds();
        }

        FactTable<S> done() {
            return new FactTable<>(limits, index, empty, writer.done());
        }
    }
}
