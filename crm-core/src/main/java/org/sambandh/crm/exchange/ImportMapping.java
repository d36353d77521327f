package org.sambandh.crm.exchange;

import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the columns of a file become fields: data, kept as JSON, not code. Which fields there are is checked against the
 * tenant's catalogue when it is used. Every column of a file must be named in {@code columns} or {@code ignored}, so that
 * nothing is dropped silently.
 *
 * <pre>{@code
 * {"target": "ORGANIZATION",
 *  "key": {"column": "account", "system": "erp", "type": "debtor"},
 *  "columns": [
 *    {"column": "account", "field": "name", "required": true},
 *    {"column": "sector", "field": "industry", "aliases": {"technolgy": "technology"}},
 *    {"column": "revenue", "field": "revenue", "number": {"factor": 1000000, "currency": "USD"}},
 *    {"column": "parent", "relation": "subsidiary_of"}]}
 * }</pre>
 *
 * @param target what the rows become
 * @param keyColumn the column whose text is the key of the row elsewhere
 * @param key how that key becomes an external reference
 * @param columns what becomes of each column
 * @param constants values that every row gets: field to text
 * @param ignored columns that are left out on purpose
 */
public record ImportMapping(
        ImportTarget target,
        String keyColumn,
        RefRule key,
        List<ColumnRule> columns,
        Map<String, String> constants,
        List<String> ignored) {

    /**
     * Checks and copies what it is given.
     *
     * @param target what the rows become
     * @param keyColumn the column whose text is the key of the row elsewhere
     * @param key how that key becomes an external reference
     * @param columns what becomes of each column
     * @param constants values that every row gets: field to text
     * @param ignored columns that are left out on purpose
     */
    public ImportMapping {
        columns = List.copyOf(columns);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads a mapping, strictly: unknown and repeated properties are refused.
     *
     * @param json at most 256 KB
     * @return the mapping
     * @throws org.sambandh.crm.common.Invalid with the path of what is wrong: {@code $.columns[2].number.factor}
     */
    public static ImportMapping read(String json) {
        return MappingReader.read(json);
    }

    /**
     * Reads a mapping from UTF-8, strictly.
     *
     * @param json at most 256 KB; not closed
     * @return the mapping
     * @throws org.sambandh.crm.common.Invalid with the path of what is wrong
     */
    public static ImportMapping read(InputStream json) {
        return MappingReader.read(json);
    }
}
