package org.sambandh.crm.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * What becomes of one column. The text is stripped, repaired by an alias, translated by {@code codes}, compared with
 * {@code allowed}, converted, and set. Blank text is missing and leaves what is known.
 *
 * @param column its name in the header
 * @param field the field of the catalogue; for deals also {@code product} (a line without a price) and {@code visited} (the
 *     day it entered {@code stage}), for members of a team also {@code team} and {@code office}
 * @param relation the code of the relationship to the row, or record, that is named; null for a field
 * @param refer how the text names another record; null where it is a plain value
 * @param stage for {@code visited}, the stage; else null
 * @param required whether a blank makes the row be refused
 * @param aliases wrong spelling to right spelling; each use is counted
 * @param codes text to code; where there are any, every other text makes the row be refused
 * @param allowed the texts that may stand there; where there are any, every other text makes the row be refused
 * @param conversion how numbers, money and dates are read
 */
public record ColumnRule(
        String column,
        String field,
        @Nullable String relation,
        @Nullable RefRule refer,
        @Nullable String stage,
        boolean required,
        Map<String, String> aliases,
        Map<String, String> codes,
        List<String> allowed,
        Conversion conversion) {

    /**
     * Checks and copies what it is given.
     *
     * @param column its name in the header
     * @param field the field of the catalogue; for deals also {@code product} (a line without a price) and {@code visited} (the
     *     day it entered {@code stage}), for members of a team also {@code team} and {@code office}
     * @param relation the code of the relationship to the row, or record, that is named; null for a field
     * @param refer how the text names another record; null where it is a plain value
     * @param stage for {@code visited}, the stage; else null
     * @param required whether a blank makes the row be refused
     * @param aliases wrong spelling to right spelling; each use is counted
     * @param codes text to code; where there are any, every other text makes the row be refused
     * @param allowed the texts that may stand there; where there are any, every other text makes the row be refused
     * @param conversion how numbers, money and dates are read
     */
    public ColumnRule {
        column = Text.required("columnRule.column", column, 200);
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        allowed = List.copyOf(allowed);
    }
}
