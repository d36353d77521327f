package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Subject;

/**
 * Makes the next state of a table out of one. Only the chunks of changed rows are made anew, and in them only the columns
 * that differ. Nothing is seen by others before {@link #done()}; a writer that fails is thrown away.
 */
final class TableWriter<S> {

    private final TableView<S> before;
    private final Subject<S> subject;
    private final TableLimits limits;
    private final RowIndex index;
    private final Chunk empty;
    private Chunks chunks;
    private final Map<String, Integer> added = new HashMap<>();
    private final long[] facts;
    private int rows;
    private int size;

    TableWriter(TableView<S> before, RowIndex index, TableLimits limits, Chunk empty) {
        this.before = before;
        this.subject = before.catalog().subject(before.subject());
        this.limits = limits;
        this.index = index;
        this.empty = empty;
        this.chunks = before.chunks();
        this.facts = before.facts().clone();
        this.rows = before.rows();
        this.size = before.size();
    }

    /** Adds subjects, or replaces what is known of them. */
    void put(List<S> subjects, Facts facts, Moment moment) {
        Map<String, S> latest = new LinkedHashMap<>();
        subjects.forEach(one -> latest.put(id(one), one));
        List<String> ids = new ArrayList<>(latest.keySet());
        List<S> values = new ArrayList<>(latest.values());
        for (int from = 0; from < ids.size(); from += Chunk.ROWS) {
            int to = Math.min(ids.size(), from + Chunk.ROWS);
            Values<S> reader = new Values<>(values.subList(from, to), facts, moment);
            Chunk fresh =
                    new Chunk(IdBlock.of(ids.subList(from, to)), before.layout().read(reader, to - from), null);
            put(fresh);
        }
    }

    private String id(S one) {
        Id id = subject.id().orElseThrow().get(one);
        if (id == null) {
            throw new IllegalStateException("a " + subject.name() + " has no id");
        }
        return id.value();
    }

    private void put(Chunk fresh) {
        Map<Integer, int[]> sources = new TreeMap<>();
        int wasRows = rows;
        for (int i = 0; i < fresh.size(); i++) {
            String id = fresh.id(i);
            int row = find(id);
            if (row < 0) {
                row = append(id);
            } else if (row < wasRows && chunks.get(row / Chunk.ROWS).isDeleted(row % Chunk.ROWS)) {
                size++;
            }
            int place = row / Chunk.ROWS;
            int[] from = sources.get(place);
            if (from == null) {
                from = sources(place, null);
            }
            if (row % Chunk.ROWS >= from.length) {
                from = sources(place, from);
            }
            sources.put(place, from);
            from[row % Chunk.ROWS] = ~i;
        }
        sources.forEach((place, from) -> {
            int length = Math.min(Chunk.ROWS, rows - place * Chunk.ROWS);
            replace(place, fresh, from.length == length ? from : Arrays.copyOf(from, length));
        });
    }

    /** Where each row of a chunk comes from: itself, unless it is said otherwise. */
    private int[] sources(int place, int @Nullable [] known) {
        int[] from = new int
                [known == null && place < chunks.size() ? chunks.get(place).size() : Chunk.ROWS];
        int next = 0;
        if (known != null) {
            System.arraycopy(known, 0, from, 0, known.length);
            next = known.length;
        }
        for (int i = next; i < from.length; i++) {
            from[i] = i;
        }
        return from;
    }

    private int append(String id) {
        if (rows == limits.rows()) {
            throw new Invalid(
                    subject.name(), "more than " + limits.rows() + " subjects; raise TableLimits.rows for this table");
        }
        added.put(id, rows);
        size++;
        return rows++;
    }

    private void replace(int place, Chunk fresh, int[] from) {
        boolean isNew = place == chunks.size();
        Chunk known = isNew ? empty : chunks.get(place);
        Chunk mixed = isNew && isWhole(from, fresh.size()) ? fresh : known.mixed(fresh, from);
        countFacts(known.block(), mixed.block());
        chunks = chunks.with(place, mixed);
    }

    private static boolean isWhole(int[] from, int size) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] != ~i) {
                return false;
            }
        }
        return from.length == size;
    }

    private void countFacts(Block old, Block next) {
        List<FactLayout<S, ?>> relations = before.layout().relations();
        for (int i = 0; i < relations.size(); i++) {
            facts[i] += (long) next.facts(i).size() - old.facts(i).size();
            if (facts[i] > limits.facts()) {
                throw new Invalid(
                        subject.name() + "." + relations.get(i).relation().name(),
                        "more than " + limits.facts() + " facts; raise TableLimits.facts for this table");
            }
        }
    }

    void remove(String id) {
        int row = find(id);
        if (row >= 0 && !chunks.get(row / Chunk.ROWS).isDeleted(row % Chunk.ROWS)) {
            Chunk without = chunks.get(row / Chunk.ROWS).without(row % Chunk.ROWS);
            chunks = chunks.with(row / Chunk.ROWS, without);
            size--;
        }
    }

    private int find(String id) {
        Integer known = added.get(id);
        return known != null ? known : index.find(id, this::idOf);
    }

    private String idOf(int row) {
        return chunks.get(row / Chunk.ROWS).id(row % Chunk.ROWS);
    }

    /** Makes the ids of the new rows known to everybody: while a table is being built, or at the end. */
    void keepIds() {
        added.forEach((id, row) -> index.add(id, row, this::idOf));
        added.clear();
    }

    TableView<S> done() {
        keepIds();
        return new TableView<>(before.catalog(), before.subject(), before.layout(), index, chunks, facts, rows, size);
    }
}
