package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.FieldType;

/**
 * How the values of one field are told apart: numbers and ages by ranges, everything else by level. What is rare or was
 * never seen is one level, what is missing another.
 *
 * @param field the name of the field; a path has dots
 * @param kind the kind of its type when the model was trained; dates and instants are ages in days at the moment of the
 *     row
 * @param many whether a subject can have several values: then it is in several cells at once
 * @param edges where the next range begins, ascending: range i holds what is at least edge i - 1 and below edge i; empty
 *     for levels. At most 200
 * @param levels the values that are told apart, as texts of the field's type; empty for numbers. At most 200 of at most
 *     200 characters
 */
public record Encoding(String field, FieldType.Kind kind, boolean many, List<BigDecimal> edges, List<String> levels) {

    static final int MOST = 200;

    /** The longest text that can be a level; longer ones are pooled. */
    static final int LONGEST_LEVEL = 200;

    /**
     * Checks and copies what it is given.
     *
     * @param field the name of the field; a path has dots
     * @param kind the kind of its type when the model was trained; dates and instants are ages in days at the moment of
     *     the row
     * @param many whether a subject can have several values: then it is in several cells at once
     * @param edges where the next range begins, ascending: range i holds what is at least edge i - 1 and below edge i;
     *     empty for levels. At most 200
     * @param levels the values that are told apart, as texts of the field's type; empty for numbers. At most 200 of at
     *     most 200 characters
     */
    public Encoding {
        field = Text.required("encoding.field", field, 250);
        edges = edges.stream()
                .map(edge -> Decimals.value("encoding.edges", edge))
                .toList();
        levels = levels.stream()
                .map(level -> Text.required("encoding.levels", level, LONGEST_LEVEL))
                .toList();
        if (edges.size() > MOST || levels.size() > MOST) {
            throw new Invalid("encoding", "at most " + MOST + " edges or levels");
        }
        if (kind == FieldType.Kind.MONEY || (isNumber(kind) ? !levels.isEmpty() : !edges.isEmpty())) {
            throw new Invalid("encoding.kind", "numbers and dates have edges, the others levels, and money neither");
        }
        for (int i = 1; i < edges.size(); i++) {
            if (edges.get(i - 1).compareTo(edges.get(i)) >= 0) {
                throw new Invalid("encoding.edges[" + i + "]", "each above the one before");
            }
        }
        Set<String> seen = new HashSet<>(levels);
        if (seen.size() != levels.size()) {
            throw new Invalid("encoding.levels", "each once");
        }
    }

    /** Whether values of the kind are told apart by ranges. */
    static boolean isNumber(FieldType.Kind kind) {
        return switch (kind) {
            case NUMBER, DATE, INSTANT -> true;
            case TEXT, CODE, REFERENCE, BOOLEAN, MONEY -> false;
        };
    }

    /** {@return how many cells there are: ranges and one for missing; or levels, one for others and one for missing} */
    public int cells() {
        return (isNumber(kind) ? edges.size() + 1 : levels.size() + 1) + 1;
    }

    /** {@return the cell of what is missing: the last} */
    public int missing() {
        return cells() - 1;
    }

    /** The cell of rare values and of those never seen. */
    int other() {
        return levels.size();
    }
}
